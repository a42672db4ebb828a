package eu.counterpoint.search;

import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.PublishedVersion;
import eu.counterpoint.library.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Writes what the catalogue has into a new pair of indices: records are read many at a time, and their documents go to the
 * engine in large requests, while the next are read. In memory is never more than a portion of records and some requests
 * of bounded size.
 */
@Component
class IndexFill {

    private static final int PORTION = 100;
    /** Of versions alone, many more at a time. */
    private static final int LARGE_PORTION = 1_000;
    /** While the engine works on two, the next lies ready and another is being written. More would only wait in the engine's queue. */
    private static final int TOGETHER = 3;
    /** Of a small library each request is a small part too, so that the progress is true. */
    private static final int REQUESTS = 100;
    private static final int FEWEST_CHARACTERS = 25_000;
    /** How long the job of a change may have been waiting. */
    private static final Duration LATE = Duration.ofMinutes(1);

    private final Library library;
    private final Engine engine;
    private final IndexWriter writer;
    private final Indexer indexer;

    IndexFill(Library library, Engine engine, IndexWriter writer, Indexer indexer) {
        this.library = library;
        this.engine = engine;
        this.writer = writer;
        this.indexer = indexer;
    }

    /** Is told of materials that the pair has now, in the versions that they had in the catalogue a moment ago. */
    interface Listener {
        void written(long materials, long work);
    }

    /**
     * Writes every published material into a new pair. A change that is made meanwhile and reaches the pair first stays.
     *
     * @return the materials that changed meanwhile, to be {@link Indexer#settle settled}
     * @throws SearchUnavailableException when the engine does not answer
     */
    List<MaterialId> fill(IndexPair pair, Listener listener) {
        Instant start = Instant.now().minus(LATE);
        long characters = 2 * library.published().characters() / REQUESTS;
        Bulk bulk = new Bulk(engine, TOGETHER, Math.clamp(characters, FEWEST_CHARACTERS, Bulk.MOST_CHARACTERS),
                listener);
        forEachPublished(PORTION, published -> {
            // Whether a change was here first, the engine knows by the version; asking beforehand would only cost.
            List<MaterialId> ids = published.stream().map(PublishedVersion::id).toList();
            library.findAll(ids).stream().filter(material -> material.status() == Status.PUBLISHED)
                    .forEach(material -> writer.write(pair, material, bulk));
        });
        // These were changed between being read and being written. Of those that changed lately passages may be left, too:
        // of a change that was here before the material's turn, while that of the next came after it.
        Set<MaterialId> changed = new LinkedHashSet<>(library.idsChangedSince(start));
        bulk.finish().forEach(id -> changed.add(new MaterialId(id)));
        return List.copyOf(changed);
    }

    /** What of the catalogue the pair does not have, or has in an older version. */
    List<PublishedVersion> behind(IndexPair pair) {
        List<PublishedVersion> behind = new ArrayList<>();
        forEachPublished(published -> {
            Map<MaterialId, Long> there = writer.versions(pair, published);
            published.stream().filter(one -> there.getOrDefault(one.id(), 0L) < one.version()).forEach(behind::add);
        });
        return behind;
    }

    /** Hands over where every published material stands, many at a time. */
    void forEachPublished(Consumer<List<PublishedVersion>> task) {
        forEachPublished(LARGE_PORTION, task);
    }

    private void forEachPublished(int size, Consumer<List<PublishedVersion>> task) {
        MaterialId last = null;
        List<PublishedVersion> portion;
        do {
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw new SearchUnavailableException(new InterruptedException("The application is being stopped"));
            }
            portion = library.versionsAfter(last, size);
            if (!portion.isEmpty()) {
                task.accept(portion);
                last = portion.getLast().id();
            }
        } while (portion.size() == size);
    }
}
