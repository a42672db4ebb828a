package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import eu.counterpoint.extraction.Recogniser;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** The files with pictures of pages that wait to be recognised: a page takes as long as a hundred files with text. */
@Component
class RecognitionQueue extends QueueApart {

    RecognitionQueue(FileRecognition recognition, Recogniser recogniser, IngestSettings settings,
            LastTries lastTries, DbSchedulerProperties common, DataSource dataSource) {
        super(new ExtractionQueue("recognise-file", "recognition_jobs", recogniser.workers(), recognition::read,
                settings, lastTries, common, dataSource));
    }
}
