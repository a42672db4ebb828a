package eu.counterpoint.ingest;

/** The worker that read a file died or ran out of time; the file deserves another try. */
class WorkerLostException extends RuntimeException {

    private final boolean stopped;

    /** @param stopped whether the worker was stopped from outside */
    WorkerLostException(String reason, boolean stopped) {
        super(reason);
        this.stopped = stopped;
    }

    boolean workerWasStopped() {
        return stopped;
    }
}
