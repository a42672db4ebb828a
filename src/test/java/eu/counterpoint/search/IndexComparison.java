package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.CompositeAggregationSource;
import co.elastic.clients.util.NamedValue;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.PublishedVersion;
import eu.counterpoint.library.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** Compares what is searched with the catalogue: every record, its version, its files, and each file's passages. */
final class IndexComparison {

    private static final int PORTION = 200;

    private final Library library;
    private final ExtractedTexts texts;
    private final ElasticsearchClient engine;
    private long records;
    private long passages;

    IndexComparison(ApplicationContext application) {
        library = application.getBean(Library.class);
        texts = application.getBean(ExtractedTexts.class);
        engine = application.getBean(ElasticsearchClient.class);
    }

    /** Fails with the first difference. @return how many records were compared */
    long assertTheSame() throws IOException {
        engine.indices().refresh(r -> r.index(IndexKind.MATERIALS.alias(), IndexKind.PASSAGES.alias()));
        MaterialId last = null;
        List<PublishedVersion> portion = library.versionsAfter(null, PORTION);
        while (!portion.isEmpty()) {
            compare(library.findAll(portion.stream().map(PublishedVersion::id).toList()));
            last = portion.getLast().id();
            portion = library.versionsAfter(last, PORTION);
        }
        assertThat(count(IndexKind.MATERIALS)).as("records in the index").isEqualTo(records)
                .as("records published").isEqualTo(library.published().materials());
        assertThat(count(IndexKind.PASSAGES))
                .as(() -> "passages in the index, of which belong to no file: " + leftOver())
                .isEqualTo(passages);
        return records;
    }

    /** Passages of files that no published material has, and what became of those materials; for the report of a failure. */
    private List<String> leftOver() {
        List<String> leftOver = new ArrayList<>();
        everyFile().forEach((key, material) -> {
            Optional<Material> owner = library.find(new MaterialId(material));
            boolean belongs = owner.filter(one -> one.status() == Status.PUBLISHED).stream()
                    .flatMap(one -> FileKey.of(one).stream()).anyMatch(one -> one.toString().equals(key));
            if (!belongs) {
                leftOver.add(key + " of " + material + ", " + owner
                        .map(one -> "%s at %s in version %d".formatted(one.status(), one.changedAt(), one.version()))
                        .orElse("gone"));
            }
        });
        return leftOver;
    }

    /** The material of each file that has passages in the index. */
    private Map<String, String> everyFile() {
        Map<String, String> materials = new TreeMap<>();
        try {
            Map<String, FieldValue> after = Map.of();
            do {
                Map<String, FieldValue> last = after;
                CompositeAggregate files = engine.search(s -> s.index(IndexKind.PASSAGES.alias()).size(0)
                        .aggregations("files", a -> a.composite(c -> {
                            c.size(PORTION * 10).sources(NamedValue.of("key", of("fileKey")),
                                    NamedValue.of("material", of("material")));
                            return last.isEmpty() ? c : c.after(last);
                        })), Void.class).aggregations().get("files").composite();
                files.buckets().array().forEach(bucket -> materials.put(bucket.key().get("key").stringValue(),
                        bucket.key().get("material").stringValue()));
                after = files.buckets().array().isEmpty() ? Map.of() : files.afterKey();
            } while (!after.isEmpty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return materials;
    }

    private static CompositeAggregationSource of(String field) {
        return CompositeAggregationSource.of(s -> s.terms(t -> t.field(field)));
    }

    private void compare(List<Material> materials) throws IOException {
        List<String> ids = materials.stream().map(one -> one.id().value()).toList();
        Map<String, Indexed> there = engine
                .mget(m -> m.index(IndexKind.MATERIALS.alias()).ids(ids).sourceIncludes("fileKeys"),
                        Indexed.Source.class)
                .docs().stream().filter(doc -> doc.result().found())
                .collect(Collectors.toMap(doc -> doc.result().id(), doc -> new Indexed(doc.result().version(),
                        Set.copyOf(doc.result().source().fileKeys()))));
        Map<String, Long> wanted = new HashMap<>();
        for (Material material : materials) {
            List<FileKey> keys = FileKey.of(material);
            assertThat(there.get(material.id().value())).as("%s in the index", material.id()).isEqualTo(new Indexed(
                    material.version(), keys.stream().map(FileKey::toString).collect(Collectors.toSet())));
            for (FileKey key : keys) {
                try (Stream<Passage> kept = texts.passages(key.sha256(), key.extractor())) {
                    wanted.put(key.toString(), kept.count());
                }
            }
        }
        assertThat(passages(wanted.keySet())).as("passages by file").isEqualTo(wanted);
        records += materials.size();
        passages += wanted.values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<String, Long> passages(Set<String> keys) throws IOException {
        return engine.search(s -> s.index(IndexKind.PASSAGES.alias()).size(0)
                .query(MaterialsRequest.terms("fileKey", keys))
                .aggregations("keys", a -> a.terms(t -> t.field("fileKey").size(10 * PORTION))), Void.class)
                .aggregations().get("keys").sterms().buckets().array().stream()
                .collect(Collectors.toMap(bucket -> bucket.key().stringValue(), bucket -> bucket.docCount()));
    }

    private long count(IndexKind kind) throws IOException {
        return engine.count(c -> c.index(kind.alias())).count();
    }
}
