package eu.counterpoint.ingest;

/**
 * What came before, as the data of a job.
 *
 * @param workersLost how many workers the job has cost
 * @param scansFailed how often the malware scanner has failed at it
 * @param deaths      how often in a row the application has died while the job ran
 */
record Attempt(int workersLost, int scansFailed, int deaths) {

    static final Attempt FIRST = new Attempt(0, 0, 0);

    private static final int MOST_DEATHS = 3;
    private static final int MOST_LOST = 1;
    private static final int MOST_KILLED = 4;
    private static final int HUNDRED = 100;

    /** As older versions wrote it, which counted no deaths. */
    static Attempt of(int data) {
        return new Attempt(data % HUNDRED, data / HUNDRED, 0);
    }

    Attempt afterLostWorker() {
        return new Attempt(workersLost + 1, scansFailed, outlived());
    }

    Attempt afterFailedScan() {
        return new Attempt(workersLost, scansFailed + 1, outlived());
    }

    /** After anything else that the application has outlived. */
    Attempt afterTrouble() {
        return new Attempt(workersLost, scansFailed, outlived());
    }

    Attempt afterDeath() {
        return new Attempt(workersLost, scansFailed, deaths + 1);
    }

    /**
     * Whether a worker that is lost over the file is thrown rather than noted as the outcome.
     *
     * @param killed whether it was killed, for which the file need not be to blame
     */
    boolean mayLoseAnother(boolean killed) {
        return workersLost < (killed ? MOST_KILLED : MOST_LOST);
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
