package eu.counterpoint.search;

import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings the index to what the catalogue says of materials. Doing it again changes nothing. */
@Component
class Indexer {

    /** A newer change can come between reading and writing, but not again and again. */
    private static final int MOST_ATTEMPTS = 5;
    private static final int PORTION = 100;
    /** Of few, each portion is a small part too, so that the progress is true. */
    private static final int PORTIONS = 25;
    private static final int SMALLEST_PORTION = 5;

    private final Library library;
    private final Indices indices;
    private final IndexWriter writer;
    private final Announcer announcer;
    /**
     * One thread writes at a time, so that a late one does not remove what a newer one wrote. In the order in which they
     * came: a rebuild with much to do does not keep the changes of people waiting.
     */
    private final ReentrantLock writing = new ReentrantLock(true);

    Indexer(Library library, Indices indices, IndexWriter writer, Announcer announcer) {
        this.library = library;
        this.indices = indices;
        this.writer = writer;
        this.announcer = announcer;
    }

    /**
     * Indexes materials, and tells when a search finds them.
     *
     * @throws SearchUnavailableException when the engine does not answer; to be tried again
     */
    void index(Collection<MaterialId> ids) {
        try {
            indices.ensure(Engine.FOR_JOBS);
            alone(() -> {
                List<IndexPair> targets = indices.targets();
                if (targets.isEmpty()) {
                    throw new SearchUnavailableException(new IllegalStateException("The index is being rebuilt"));
                }
                for (IndexPair target : targets) {
                    Map<MaterialId, Long> written = bring(target, ids, false);
                    // A pair that a rebuild is filling is searched by nobody yet.
                    if (target.equals(targets.getFirst())) {
                        written.forEach((id, version) -> announcer.announce(target, new MaterialIndexed(id, version)));
                    }
                }
            });
        } catch (SearchUnavailableException e) {
            // The index may have been replaced, or the engine; next time we look again.
            indices.forget();
            throw e;
        }
    }

    /** For a rebuild: the same into one pair, without telling anybody, in portions between which others write. */
    void fill(IndexPair pair, List<MaterialId> ids) {
        portions(ids, PORTION).forEach(portion -> alone(() -> bring(pair, portion, true)));
    }

    /**
     * For a rebuild that met changes: passages that it wrote may belong to files that a material has no more. Most changes
     * have reached the pair by themselves; only where something is left to do those who write wait for each other.
     *
     * @param listener is told of how many more the pair has as they are now
     */
    void settle(IndexPair pair, List<MaterialId> ids, IntConsumer listener) {
        int size = Math.clamp(ids.size() / PORTIONS, SMALLEST_PORTION, PORTION);
        portions(ids, size).forEach(portion -> {
            if (!isSettled(pair, portion)) {
                alone(() -> {
                    bring(pair, portion, true);
                    writer.removePassages(pair, obsoletePassages(pair, portion));
                });
            }
            listener.accept(portion.size());
        });
    }

    private boolean isSettled(IndexPair pair, List<MaterialId> ids) {
        Map<MaterialId, Indexed> there = writer.indexed(pair, ids);
        return obsoletePassages(pair, ids).isEmpty() && library.findAll(ids).stream().allMatch(material -> {
            Indexed known = there.getOrDefault(material.id(), Indexed.NOTHING);
            return material.status() == Status.PUBLISHED
                    ? known.version() >= material.version()
                    : !known.isThere();
        });
    }

    /**
     * Keys of passages that are not of a file that one of these materials has. They are looked up before the materials, so
     * that none that are written from now on are among them.
     */
    private Set<String> obsoletePassages(IndexPair pair, List<MaterialId> ids) {
        writer.showPassages(pair);
        Set<String> obsolete = writer.passageKeys(pair, ids);
        library.findAll(ids).stream().filter(material -> material.status() == Status.PUBLISHED)
                .forEach(material -> FileKey.of(material).forEach(key -> obsolete.remove(key.toString())));
        return obsolete;
    }

    /**
     * For a rebuild: puts the new pair in the place of the old one, while nothing is written that would be seen in one and
     * not yet in the other.
     *
     * @return the old ones
     */
    Set<String> switchTo(IndexPair pair) {
        Set<String> old = new HashSet<>();
        alone(() -> old.addAll(indices.switchTo(pair)));
        return old;
    }

    private static List<List<MaterialId>> portions(List<MaterialId> ids, int size) {
        List<List<MaterialId>> portions = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += size) {
            portions.add(ids.subList(from, Math.min(from + size, ids.size())));
        }
        return portions;
    }

    private void alone(Runnable task) {
        writing.lock();
        try {
            task.run();
        } finally {
            writing.unlock();
        }
    }

    /**
     * Puts the vectors of a material into the index where it is there as it is now. Where it is not, the change that is
     * about to come brings them or asks for them again.
     *
     * @throws SearchUnavailableException as {@link #index}
     */
    void enrich(MaterialId id) {
        try {
            indices.ensure(Engine.FOR_JOBS);
            alone(() -> {
                for (IndexPair target : indices.targets()) {
                    long there = writer.indexed(target, List.of(id)).getOrDefault(id, Indexed.NOTHING).version();
                    library.find(id)
                            .filter(material -> material.status() == Status.PUBLISHED && material.version() == there)
                            .ifPresent(material -> writer.enrich(target, material));
                }
            });
        } catch (SearchUnavailableException e) {
            indices.forget();
            throw e;
        }
    }

    /** Returns the versions that the pair knows of now, of what it has or had; materials that it never had are missing. */
    private Map<MaterialId, Long> bring(IndexPair pair, Collection<MaterialId> ids, boolean rebuilding) {
        Map<MaterialId, Long> there = new HashMap<>();
        Collection<MaterialId> left = ids;
        for (int attempt = 0; !left.isEmpty(); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new SearchUnavailableException(
                        new IllegalStateException(left + " are being changed all the time"));
            }
            left = attempt(pair, left, rebuilding, there);
        }
        return there;
    }

    /** Returns those of which a newer version came meanwhile. */
    private Set<MaterialId> attempt(IndexPair pair, Collection<MaterialId> ids, boolean rebuilding,
            Map<MaterialId, Long> there) {
        Map<MaterialId, Indexed> before = writer.indexed(pair, ids);
        List<Material> wanted = new ArrayList<>();
        List<Material> gone = new ArrayList<>();
        for (Material material : library.findAll(ids)) {
            Indexed known = before.getOrDefault(material.id(), Indexed.NOTHING);
            if (material.status() != Status.PUBLISHED) {
                if (known.isThere()) {
                    gone.add(material);
                }
            } else if (known.version() < material.version()) {
                wanted.add(material);
            } else {
                there.put(material.id(), known.version());
            }
        }
        Set<MaterialId> newer = new HashSet<>(writer.remove(pair, gone));
        newer.addAll(writer.write(pair, wanted, before, rebuilding));
        Stream.concat(gone.stream(), wanted.stream()).filter(material -> !newer.contains(material.id()))
                .forEach(material -> there.put(material.id(), material.version()));
        return newer;
    }
}
