package eu.counterpoint.search;

import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.search.RebuildLog.OvertakenException;
import eu.counterpoint.search.RebuildState.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Fills a new index from the catalogue and the kept text, and puts it in the place of the old one. Nothing is parsed
 * again. Changes go to both meanwhile, searches are answered by the old one until the new one has everything. When it
 * fails, everything is as before.
 */
@Component
class Rebuild {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Library library;
    private final Indices indices;
    private final IndexFill fill;
    private final Indexer indexer;
    private final IndexCheck check;
    private final RebuildLog log;

    Rebuild(Library library, Indices indices, IndexFill fill, Indexer indexer, IndexCheck check, RebuildLog log) {
        this.library = library;
        this.indices = indices;
        this.fill = fill;
        this.indexer = indexer;
        this.check = check;
        this.log = log;
    }

    /** Why a rebuild is needed, whether or not anybody asks for one. */
    Optional<Reason> need() {
        indices.ensure(Engine.FOR_JOBS);
        if (indices.outdated(Engine.FOR_JOBS)) {
            return Optional.of(Reason.LAYOUT);
        }
        boolean lost = indices.count(IndexKind.MATERIALS.alias()) == 0 && !library.publishedAfter(null, 1).isEmpty();
        return lost ? Optional.of(Reason.LOST) : Optional.empty();
    }

    /**
     * Rebuilds from the start; what an interrupted one left is dropped.
     *
     * @return the old indices, to be dropped when the last search in them has ended
     * @throws RebuildFailedException where it fails and it makes sense to say so
     * @throws OvertakenException     where another one has begun meanwhile
     */
    Set<String> run() {
        try {
            indices.ensure(Engine.FOR_JOBS);
            RebuildProgress progress = new RebuildProgress(log, library.published());
            return run(indices.createNext(), progress);
        } catch (OvertakenException e) {
            throw e;
        } catch (RuntimeException e) {
            throw RebuildFailedException.of(e);
        }
    }

    private Set<String> run(IndexPair next, RebuildProgress progress) {
        Instant start = Instant.now();
        Instant filled;
        try {
            indices.waitUntilNoticed();
            List<MaterialId> changed = fill.fill(next, progress::written);
            filled = Instant.now();
            // A step of its own: how much there is depends on how busy people were, and is known only now.
            progress.filled(changed.size());
            indexer.settle(next, changed, progress::broughtIn);
            check.check(next);
        } catch (RuntimeException e) {
            dropQuietly(next);
            throw e;
        }
        // Says no where another one has begun: then that one's index is the next.
        progress.compared();
        // From here on nothing is dropped, whatever happens: this may be the index that is searched.
        Set<String> old = indexer.switchTo(next);
        long records = indices.count(IndexKind.MATERIALS.alias());
        progress.done(records);
        LOG.info(
                "The search index was rebuilt with {} records: filled in {} s, brought up to date and compared in {} s",
                records,
                Duration.between(start, filled).toSeconds(), Duration.between(filled, Instant.now()).toSeconds());
        return old;
    }

    private void dropQuietly(IndexPair pair) {
        try {
            indices.drop(pair);
        } catch (RuntimeException e) {
            LOG.debug("What was rebuilt is dropped by the next rebuild", e);
        }
    }
}
