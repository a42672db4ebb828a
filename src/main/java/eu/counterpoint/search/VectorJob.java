package eu.counterpoint.search;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import eu.counterpoint.search.VectorQueue.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes vectors of materials that can be found by their words already, one material after the other, and puts them into the
 * index. It ends after a while and comes again, so that a stop of the application never waits for it.
 */
@Component
class VectorJob {

    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(VectorJob.class);

    private final VectorQueue queue;
    private final Library library;
    private final MaterialWindows windows;
    private final Indexer indexer;

    VectorJob(VectorQueue queue, Library library, MaterialWindows windows, Indexer indexer) {
        this.queue = queue;
        this.library = library;
        this.windows = windows;
        this.indexer = indexer;
    }

    CompletionHandler<Void> turn() {
        Instant end = Instant.now().plus(TURN);
        Optional<Waiting> next = windows.wanted() ? queue.first() : Optional.empty();
        while (next.isPresent() && Instant.now().isBefore(end)) {
            make(next.get());
            next = queue.first();
        }
        return next.isPresent()
                ? (complete, operations) -> operations.reschedule(complete, Instant.now())
                : (complete, operations) -> {
                    operations.remove();
                    // One that came between the last look and now found this job still there.
                    if (windows.wanted() && queue.first().isPresent()) {
                        queue.work();
                    }
                };
    }

    private void make(Waiting next) {
        MaterialId id = next.material();
        Optional<Material> material = library.find(id).filter(found -> found.status() == Status.PUBLISHED);
        try {
            if (material.isPresent()) {
                windows.make(material.get(), FileKey.of(material.get()));
                indexer.enrich(id);
            }
            queue.remove(next);
        } catch (SearchUnavailableException e) {
            queue.later(id);
            throw e;
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            // Its words still find it; one that cannot be enriched must not hold up the others.
            LOG.warn("The meaning of {} cannot be told", id, e);
            queue.remove(next);
        }
    }
}
