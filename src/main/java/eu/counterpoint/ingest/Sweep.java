package eu.counterpoint.ingest;

import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.PendingFile;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives files that wait to be read a job where they have none: after a catalogue was restored without its jobs, say. What
 * runs anyway has its job, so a file may at worst be looked at once too often.
 */
@Component
class Sweep {

    private static final int PORTION = 1_000;
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final Library library;
    private final ExtractionQueue queue;
    private final RecognitionQueue scans;

    Sweep(Library library, ExtractionQueue queue, RecognitionQueue scans) {
        this.library = library;
        this.queue = queue;
        this.scans = scans;
    }

    @EventListener(ApplicationReadyEvent.class)
    void started() {
        int forgotten = sweep();
        if (forgotten > 0) {
            log.info("{} files waited to be read without a job; each has one now", forgotten);
        }
    }

    /** Answers how many files were given a job. */
    int sweep() {
        int forgotten = 0;
        FileId last = null;
        Set<FileId> withJob = null;
        List<PendingFile> pending;
        do {
            pending = library.pendingAfter(last, PORTION);
            if (withJob == null && !pending.isEmpty()) {
                withJob = new HashSet<>(queue.files());
                withJob.addAll(scans.files());
            }
            for (PendingFile file : pending) {
                last = file.file();
                if (!withJob.contains(file.file())) {
                    queue.enqueue(file.material(), file.file());
                    forgotten++;
                }
            }
        } while (pending.size() == PORTION);
        return forgotten;
    }
}
