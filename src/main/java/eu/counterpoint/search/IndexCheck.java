package eu.counterpoint.search;

import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.PublishedVersion;
import eu.counterpoint.library.Status;
import eu.counterpoint.search.RebuildState.Problem;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Compares a new pair of indices with the catalogue before it takes the place of the old one: every record's version, how
 * many there are, and of some at random the files and how many passages each has. What was changed a moment ago may
 * differ, because its own job is still to come, or was not there yet when the other side was read.
 */
@Component
class IndexCheck {

    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final int SAMPLE = 100;

    private final Library library;
    private final Indices indices;
    private final IndexFill fill;
    private final Indexer indexer;
    private final IndexWriter writer;
    private final TextReader texts;
    private final Random random = new Random();

    IndexCheck(Library library, Indices indices, IndexFill fill, Indexer indexer, IndexWriter writer,
            TextReader texts) {
        this.library = library;
        this.indices = indices;
        this.fill = fill;
        this.indexer = indexer;
        this.writer = writer;
        this.texts = texts;
    }

    /**
     * Opens the pair and compares. What should have come long ago and did not, because there is much to do, is brought
     * first.
     *
     * @throws RebuildFailedException where the pair is not what the catalogue says
     */
    void check(IndexPair pair) {
        // One moment for all of it: what was young when the late ones were brought does not become late meanwhile.
        Instant moment = Instant.now().minus(YOUNG);
        List<PublishedVersion> late = late(pair, moment);
        indexer.fill(pair, late.stream().map(PublishedVersion::id).toList());
        indices.open(pair);
        if (!late.isEmpty()) {
            late(pair, moment).stream().findFirst().ifPresent(one -> {
                throw different(one.id() + " is missing or old");
            });
        }
        compareCounts(pair, moment);
        sample().forEach(id -> compare(pair, id, moment));
    }

    private List<PublishedVersion> late(IndexPair pair, Instant moment) {
        return fill.behind(pair).stream().filter(one -> !one.changedAt().isAfter(moment)).toList();
    }

    private void compareCounts(IndexPair pair, Instant moment) {
        long published = library.published().materials();
        long there = indices.count(pair.materials());
        if (Math.abs(published - there) > library.publishedChangedSince(moment)) {
            throw different(published + " records are published, but " + there + " are in the new index");
        }
    }

    private List<MaterialId> sample() {
        List<MaterialId> sample = new ArrayList<>();
        AtomicLong seen = new AtomicLong();
        fill.forEachPublished(portion -> portion.forEach(one -> {
            // Each of those seen so far is in the sample with the same chance.
            if (sample.size() < SAMPLE) {
                sample.add(one.id());
            } else {
                long place = random.nextLong(seen.get() + 1);
                if (place < SAMPLE) {
                    sample.set((int) place, one.id());
                }
            }
            seen.incrementAndGet();
        }));
        return sample;
    }

    private void compare(IndexPair pair, MaterialId id, Instant moment) {
        Indexed there = writer.indexed(pair, List.of(id)).getOrDefault(id, Indexed.NOTHING);
        Material material = library.find(id).orElse(null);
        if (material == null || material.status() != Status.PUBLISHED || material.changedAt().isAfter(moment)) {
            return;
        }
        List<FileKey> keys = FileKey.of(material);
        Set<String> wanted = keys.stream().map(FileKey::toString).collect(Collectors.toSet());
        if (there.version() != material.version() || !there.fileKeys().equals(wanted)) {
            throw different(id + " should be there in version " + material.version() + " with " + wanted
                    + ", but is in version " + there.version() + " with " + there.fileKeys());
        }
        AtomicLong kept = new AtomicLong();
        texts.read(material, keys, (key, passage) -> kept.incrementAndGet());
        long indexed = writer.passages(pair, id);
        if (indexed != kept.get()) {
            throw different(id + " has " + kept + " passages, but " + indexed + " are in the new index");
        }
    }

    private static RebuildFailedException different(String how) {
        return new RebuildFailedException(Problem.DIFFERENT, how, null);
    }
}
