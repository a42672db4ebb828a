package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import eu.counterpoint.extraction.Recogniser;
import eu.counterpoint.ingest.ExtractionQueue.WaitingFile;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The files with pictures of pages that wait to be recognised. A page takes as long as a hundred files with text, so these wait
 * apart: the text of everything becomes searchable first.
 */
@Component
class RecognitionQueue implements SmartLifecycle {

    private final ExtractionQueue queue;

    RecognitionQueue(FileRecognition recognition, Recogniser recogniser, IngestSettings settings,
            DbSchedulerProperties common, DataSource dataSource) {
        queue = new ExtractionQueue("recognise-file", "recognition_jobs", recogniser.workers(), recognition::read,
                settings, common, dataSource);
    }

    /** Adds a file. Takes part in the transaction around it: without its commit there is no job. */
    void enqueue(MaterialId material, FileId file) {
        queue.enqueue(material, file);
    }

    /** The files that have a job, running or not. */
    Set<WaitingFile> files() {
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
