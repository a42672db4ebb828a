package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.counterpoint.library.FileId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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

        /** With the nearest in meaning after those with the words, where there is room and it is not among them. */
        Passages and(Map<String, PassageHit> near) {
            Map<String, List<PassageHit>> all = new HashMap<>(byMaterial);
            near.forEach((material, passage) -> {
                List<PassageHit> shown = new ArrayList<>(of(material));
                boolean there = shown.stream().anyMatch(
                        one -> one.file().equals(passage.file()) && one.number() == passage.number());
                if (!there && shown.size() < MOST_PASSAGES) {
                    shown.add(passage);
                    all.put(material, shown);
                }
            });
            return new Passages(took, all);
        }
    }

    /** @param materials in whose files to look; the reader may see them all */
    Passages best(TextSearch text, List<Hit<MaterialDocument>> materials) {
        List<String> fileKeys = Hits.fileKeys(materials);
        if (text.isEmpty() || fileKeys.isEmpty()) {
            return Passages.NONE;
        }
        SearchResponse<Void> found = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(request(text, fileKeys, materials.size(), Hits.languages(materials)),
                        Void.class));
        Map<String, List<PassageHit>> byMaterial = new HashMap<>();
        found.hits().hits().forEach(group -> {
            List<PassageHit> hits = group.innerHits().get(BEST).hits().hits().stream().map(
                    hit -> hit(Objects.requireNonNull(hit.source()).to(PassageDocument.class), hit.highlight(), false))
                    .toList();
            byMaterial.put(group.fields().get("material").to(List.class).getFirst().toString(), hits);
        });
        return new Passages(found.took(), byMaterial);
    }

    /** Passages by their keys, of the files of these materials only, each for its material. */
    Map<String, PassageHit> byKey(Collection<String> keys, List<Hit<MaterialDocument>> materials) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Set<String> fileKeys = Set.copyOf(Hits.fileKeys(materials));
        Map<String, PassageHit> byMaterial = new HashMap<>();
        engine.ask(Engine.FOR_PEOPLE,
                client -> client.mget(m -> m.index(IndexKind.PASSAGES.alias()).ids(List.copyOf(keys)),
                        PassageDocument.class))
                .docs().stream().filter(doc -> doc.isResult() && doc.result().found())
                .map(doc -> Objects.requireNonNull(doc.result().source()))
                .filter(passage -> fileKeys.contains(passage.fileKey()))
                .forEach(passage -> byMaterial.put(passage.material(), hit(passage, Map.of(), true)));
        return byMaterial;
    }

    /** @param languages that the files have; to mark words in more is in vain, and takes its time */
    private static SearchRequest request(TextSearch text, List<String> fileKeys, int materials, Set<String> languages) {
        List<String> marked = text.languages().stream().filter(languages::contains).toList();
        return SearchRequest.of(s -> s.index(IndexKind.PASSAGES.alias())
                .query(q -> q.bool(b -> b.filter(MaterialsRequest.terms("fileKey", fileKeys))
                        .must(text.passages())))
                .size(materials).source(source -> source.fetch(false)).trackTotalHits(t -> t.enabled(false))
                .collapse(collapse -> collapse.field("material").innerHits(inner -> inner.name(BEST)
                        .size(MOST_PASSAGES).highlight(Marks.passage(marked)))));
    }

    static PassageHit hit(PassageDocument passage, Map<String, List<String>> marked, boolean near) {
        return new PassageHit(new FileId(passage.file()), passage.fileName(), passage.number(), passage.page(),
                passage.second(), Marks.passage(marked, passage.text()), near);
    }
}
