package eu.counterpoint.ingest;

import java.time.Duration;

/**
 * What came before, as the data of a job.
 *
 * @param workersLost how many workers the job has cost, but for those that were stopped
 * @param scansFailed how often the malware scanner has failed at it
 * @param deaths      how often in a row the application has died while the job ran
 * @param workersStopped how many workers were stopped from outside while they worked at it, for which it need not be to blame
 */
record Attempt(int workersLost, int scansFailed, int deaths, int workersStopped) {

    static final Attempt FIRST = new Attempt(0, 0, 0);

    private static final int MOST_DEATHS = 3;
    private static final int FORGIVEN_WHEN_LOST = 1;
    private static final int FORGIVEN_WHEN_STOPPED = 4;
    private static final int HUNDRED = 100;

    Attempt(int workersLost, int scansFailed, int deaths) {
        this(workersLost, scansFailed, deaths, 0);
    }

    /** As older versions wrote it, which counted no deaths. */
    static Attempt of(int data) {
        return new Attempt(data % HUNDRED, data / HUNDRED, 0);
    }

    /** @param stopped whether the worker was stopped from outside */
    Attempt afterLostWorker(boolean stopped) {
        return stopped
                ? new Attempt(workersLost, scansFailed, outlived(), workersStopped + 1)
                : new Attempt(workersLost + 1, scansFailed, outlived(), workersStopped);
    }

    Attempt afterFailedScan() {
        return new Attempt(workersLost, scansFailed + 1, outlived(), workersStopped);
    }

    /** After anything else that the application has outlived. */
    Attempt afterTrouble() {
        return new Attempt(workersLost, scansFailed, outlived(), workersStopped);
    }

    Attempt afterDeath() {
        return new Attempt(workersLost, scansFailed, deaths + 1, workersStopped);
    }

    /**
     * Whether a worker that is lost over the file is thrown rather than noted as the outcome.
     *
     * @param stopped whether it was stopped from outside
     */
    boolean mayLoseAnother(boolean stopped) {
        return stopped ? workersStopped < FORGIVEN_WHEN_STOPPED : workersLost < FORGIVEN_WHEN_LOST;
    }

    /** How long the file rests before another try: four times as long each time, so that a want of memory may pass. */
    Duration rest(Duration first) {
        return first.multipliedBy(1L << 2 * Math.min(workersLost + workersStopped, 5));
    }

    /** Whether the file is given up where the application dies once more. */
    boolean onLastTry() {
        return deaths == MOST_DEATHS - 1;
    }

    /** Whether the application has died over the file so often that it is given up: then it stays so until that is noted. */
    boolean spent() {
        return deaths >= MOST_DEATHS;
    }

    private int outlived() {
        return spent() ? deaths : 0;
    }
}
