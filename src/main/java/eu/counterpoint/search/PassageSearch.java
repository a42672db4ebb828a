package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.json.JsonData;
import eu.counterpoint.library.FileId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds the best passages of materials that were found. */
@Component
class PassageSearch {

    private static final int MOST_PASSAGES = 3;
    private static final String BEST = "best";

    private final Engine engine;

    PassageSearch(Engine engine) {
        this.engine = engine;
    }

    /** What was found, by material id. */
    record Passages(long took, Map<String, List<PassageHit>> byMaterial) {

        static final Passages NONE = new Passages(0, Map.of());

        List<PassageHit> of(String material) {
            return byMaterial.getOrDefault(material, List.of());
        }
    }

    /** @param fileKeys of the files to look in; the reader may see them all */
    Passages best(QueryText text, List<String> fileKeys, int materials) {
        if (text.isEmpty() || fileKeys.isEmpty()) {
            return Passages.NONE;
        }
        SearchResponse<Void> found = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(request(text, fileKeys, materials), Void.class));
        Map<String, List<PassageHit>> byMaterial = new HashMap<>();
        found.hits().hits().forEach(group -> {
            List<PassageHit> hits = group.innerHits().get(BEST).hits().hits().stream().map(
                    hit -> hit(Objects.requireNonNull(hit.source()).to(PassageDocument.class), hit.highlight()))
                    .toList();
            byMaterial.put(group.fields().get("material").to(List.class).getFirst().toString(), hits);
        });
        return new Passages(found.took(), byMaterial);
    }

    static SearchRequest request(QueryText text, List<String> fileKeys, int materials) {
        return SearchRequest.of(s -> s.index(IndexKind.PASSAGES.alias())
                .query(q -> q.bool(b -> b.filter(MaterialsRequest.terms("fileKey", fileKeys))
                        .must(TextSearch.passages(text))))
                .size(materials).source(source -> source.fetch(false)).trackTotalHits(t -> t.enabled(false))
                .collapse(collapse -> collapse.field("material")
                        .innerHits(inner -> inner.name(BEST).size(MOST_PASSAGES).highlight(Marks.passage()))));
    }

    private static PassageHit hit(PassageDocument passage, Map<String, List<String>> marked) {
        return new PassageHit(new FileId(passage.file()), passage.fileName(), passage.number(), passage.page(),
                Marks.of(marked, "text", passage.text(), 280));
    }
}
