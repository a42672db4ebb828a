package eu.counterpoint.search;

import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings the index to what the catalogue says of a material. Doing it again changes nothing. */
@Component
class Indexer {

    /** A newer change can come between reading and writing, but not again and again. */
    private static final int MOST_ATTEMPTS = 5;
    private static final int LOCKS = 64;

    private final Library library;
    private final Indices indices;
    private final IndexWriter writer;
    private final Announcer announcer;
    /** One material is written by one thread at a time, so that a late one does not remove what a newer one wrote. */
    private final List<Object> locks = Stream.generate(Object::new).limit(LOCKS).toList();

    Indexer(Library library, Indices indices, IndexWriter writer, Announcer announcer) {
        this.library = library;
        this.indices = indices;
        this.writer = writer;
        this.announcer = announcer;
    }

    /** @throws SearchUnavailableException when the engine does not answer; to be tried again */
    void index(MaterialId id) {
        try {
            indices.ensure(Engine.FOR_JOBS);
            List<IndexPair> targets = indices.targets();
            if (targets.isEmpty()) {
                throw new SearchUnavailableException(new IllegalStateException("The index is being rebuilt"));
            }
            synchronized (lock(id)) {
                targets.forEach(target -> attempt(target, id, false).ifPresent(written -> tell(target, targets, id, written)));
            }
        } catch (SearchUnavailableException e) {
            // The index may have been replaced, or the engine; next time we look again.
            indices.forget();
            throw e;
        }
    }

    /** For a rebuild: the same into one pair, without telling anybody. */
    void fill(IndexPair pair, MaterialId id) {
        synchronized (lock(id)) {
            attempt(pair, id, true);
        }
    }

    /** Puts the vectors of a material into the index, where it is. @throws SearchUnavailableException as {@link #index} */
    void enrich(MaterialId id) {
        try {
            indices.ensure(Engine.FOR_JOBS);
            synchronized (lock(id)) {
                indices.targets().forEach(target -> library.find(id)
                        .filter(material -> material.status() == Status.PUBLISHED)
                        .filter(material -> writer.indexed(target, id).isThere())
                        .ifPresent(material -> writer.enrich(target, material)));
            }
        } catch (SearchUnavailableException e) {
            indices.forget();
            throw e;
        }
    }

    /**
     * For a rebuild that met a change: passages that it wrote may belong to files that the material has no more. They are
     * looked up before the material, so that none that are written from now on are among them.
     */
    void settle(IndexPair pair, MaterialId id) {
        synchronized (lock(id)) {
            attempt(pair, id, true);
            Set<String> obsolete = new HashSet<>(writer.passageKeys(pair, id));
            library.find(id).filter(material -> material.status() == Status.PUBLISHED)
                    .ifPresent(material -> FileKey.of(material).forEach(key -> obsolete.remove(key.toString())));
            writer.removePassages(pair, obsolete);
        }
    }

    private Object lock(MaterialId id) {
        return locks.get(Math.floorMod(id.hashCode(), LOCKS));
    }

    /** A pair that a rebuild is filling is searched by nobody yet. */
    private void tell(IndexPair pair, List<IndexPair> targets, MaterialId id, long version) {
        if (pair.equals(targets.getFirst())) {
            announcer.announce(pair, new MaterialIndexed(id, version));
        }
    }

    /** Returns the version that the pair has now, if there is anything to say. */
    private Optional<Long> attempt(IndexPair pair, MaterialId id, boolean rebuilding) {
        for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            Optional<Material> found = library.find(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            Material material = found.get();
            Indexed before = writer.indexed(pair, id);
            boolean published = material.status() == Status.PUBLISHED;
            if (published && before.version() >= material.version()) {
                return Optional.of(before.version());
            }
            if (published
                    ? writer.write(pair, material, before, rebuilding || before.isThere())
                    : writer.remove(pair, id, material.version())) {
                return Optional.of(material.version());
            }
            if (!published && !before.isThere()) {
                return Optional.empty();
            }
        }
        throw new SearchUnavailableException(new IllegalStateException(id + " is being changed all the time"));
    }
}
