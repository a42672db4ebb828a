package eu.counterpoint.ingest;

/** The worker that read a file died or ran out of time; the file deserves another try. */
class WorkerLostException extends RuntimeException {

    WorkerLostException(String reason) {
        super(reason);
    }
}
