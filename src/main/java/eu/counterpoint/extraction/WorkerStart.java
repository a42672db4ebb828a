package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.WorkerFolder;

/** How a worker is started. */
interface WorkerStart {

    /** The process to be, which runs in this folder and puts its temporary files there. */
    ProcessBuilder in(WorkerFolder folder);
}
