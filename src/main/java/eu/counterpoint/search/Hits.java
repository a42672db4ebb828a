package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.vocabulary.Scheme;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes what readers see of what the engine found. */
final class Hits {

    private Hits() {}

    static eu.counterpoint.search.Hit hit(Hit<MaterialDocument> found, PassageSearch.Passages passages) {
        return hit(found, passages, found.score() == null ? 0 : found.score(), false);
    }

    static eu.counterpoint.search.Hit hit(Hit<MaterialDocument> found, PassageSearch.Passages passages, double score,
            boolean near) {
        MaterialDocument material = source(found);
        String id = Objects.requireNonNull(found.id());
        return new eu.counterpoint.search.Hit(new MaterialId(id), material.title(),
                Marks.of(found.highlight(), "title", material.title(), Integer.MAX_VALUE),
                material.summary(), Marks.summary(found.highlight(), material.summary()), material.one(Scheme.KIND),
                material.one(Scheme.LANGUAGE), material.year(), material.organisation(), material.all(Scheme.COUNTRY),
                material.one(Scheme.EVIDENCE_DESIGN), material.files().size(), material.starter(),
                Objects.requireNonNull(found.version()), score, near, passages.of(id));
    }

    /** Found by their ids, in the order of the ids. */
    static List<Hit<MaterialDocument>> inOrder(SearchResponse<MaterialDocument> found, List<String> ids) {
        return found.hits().hits().stream().sorted(Comparator.comparingInt(hit -> ids.indexOf(hit.id()))).toList();
    }

    /** The keys of all their files. */
    static List<String> fileKeys(List<Hit<MaterialDocument>> hits) {
        return hits.stream().flatMap(hit -> source(hit).fileKeys().stream()).toList();
    }

    /** The languages of all their texts. */
    static Set<String> languages(List<Hit<MaterialDocument>> hits) {
        return hits.stream().flatMap(hit -> source(hit).languages().stream()).collect(Collectors.toSet());
    }

    static MaterialDocument source(Hit<MaterialDocument> hit) {
        return Objects.requireNonNull(hit.source());
    }
}
