package eu.counterpoint.search;

import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Fills a new index from the catalogue and the kept text, and puts it in the place of the old one. Nothing is parsed
 * again. Changes go to both meanwhile, searches are answered by the old one until the new one has everything.
 */
@Service
public class Rebuild {

    private static final int PORTION = 500;
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Logger LOG = LoggerFactory.getLogger(Rebuild.class);

    private final Library library;
    private final Engine engine;
    private final Indices indices;
    private final Indexer indexer;
    private final ReentrantLock running = new ReentrantLock();

    Rebuild(Library library, Engine engine, Indices indices, Indexer indexer) {
        this.library = library;
        this.engine = engine;
        this.indices = indices;
        this.indexer = indexer;
    }

    /**
     * Rebuilds the index; searches go on meanwhile. A second call waits for the first. When it fails, everything is as
     * before.
     *
     * @return how many materials the new index holds
     * @throws SearchUnavailableException when the engine does not answer, or the new index is not complete
     */
    public long run() {
        running.lock();
        try {
            indices.ensure(Engine.FOR_JOBS);
            IndexPair next = indices.createNext();
            try {
                return fill(next);
            } catch (RuntimeException e) {
                dropQuietly(next);
                throw e;
            }
        } finally {
            running.unlock();
        }
    }

    /** Rebuilds when the index has another layout than this version wants, or lost what it had. */
    void ifNeeded() {
        running.lock();
        try {
            indices.ensure(Engine.FOR_JOBS);
            boolean lost = indices.count() == 0 && !library.publishedAfter(null, 1).isEmpty();
            if (lost || indices.outdated()) {
                LOG.info("The search index is built anew: it {}", lost ? "is empty" : "has an old layout");
                run();
            }
        } finally {
            running.unlock();
        }
    }

    private long fill(IndexPair next) {
        indices.waitUntilNoticed();
        forEachPublished(ids -> ids.forEach(id -> indexer.fill(next, id)));
        // What was published meanwhile has a job of its own; it is put in here too, so that nothing is waited for.
        forEachPublished(ids -> missing(next, ids).forEach(id -> indexer.fill(next, id)));
        long published = forEachPublished(ids -> failIfMissing(next, ids));
        indices.switchTo(next);
        LOG.info("The search index was rebuilt; {} materials are published", published);
        return indices.count();
    }

    private long forEachPublished(Consumer<List<MaterialId>> task) {
        long seen = 0;
        MaterialId last = null;
        List<MaterialId> ids;
        do {
            ids = library.publishedAfter(last, PORTION);
            if (!ids.isEmpty()) {
                task.accept(ids);
                last = ids.getLast();
                seen += ids.size();
            }
        } while (ids.size() == PORTION);
        return seen;
    }

    private void failIfMissing(IndexPair next, List<MaterialId> ids) {
        for (MaterialId id : missing(next, ids)) {
            // Published this very moment, its job will see to it; or withdrawn since the ids were read.
            boolean young = library.find(id).map(Material::changedAt)
                    .map(at -> at.isAfter(Instant.now().minus(YOUNG))).orElse(true);
            if (!young) {
                throw new SearchUnavailableException(new IllegalStateException(id + " is missing in the new index"));
            }
        }
    }

    private List<MaterialId> missing(IndexPair pair, List<MaterialId> ids) {
        List<String> wanted = ids.stream().map(MaterialId::value).toList();
        Set<String> there = engine
                .ask(Engine.FOR_JOBS,
                        client -> client.mget(m -> m.index(pair.materials()).ids(wanted).source(s -> s.fetch(false)),
                                Void.class))
                .docs().stream().filter(doc -> doc.isResult() && doc.result().found()).map(doc -> doc.result().id())
                .collect(Collectors.toSet());
        return ids.stream().filter(id -> !there.contains(id.value())).toList();
    }

    private void dropQuietly(IndexPair pair) {
        try {
            indices.drop(pair);
        } catch (RuntimeException e) {
            LOG.debug("What was rebuilt is dropped by the next rebuild", e);
        }
    }
}
