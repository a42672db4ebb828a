package eu.counterpoint.ingest;

import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import java.util.Set;
import org.springframework.context.SmartLifecycle;

/** Files that have been read, and wait apart for something that takes longer: the text of everything becomes searchable first. */
abstract class QueueApart implements SmartLifecycle {

    private final ExtractionQueue queue;

    QueueApart(ExtractionQueue queue) {
        this.queue = queue;
    }

    /** Adds a file. Takes part in the transaction around it: without its commit there is no job. */
    void enqueue(MaterialId material, FileId file) {
        queue.enqueue(material, file);
    }

    /** The files that have a job, running or not. */
    Set<FileId> files() {
        return queue.files();
    }

    @Override
    public void start() {
        queue.start();
    }

    @Override
    public void stop() {
        queue.stop();
    }

    @Override
    public boolean isRunning() {
        return queue.isRunning();
    }
}
