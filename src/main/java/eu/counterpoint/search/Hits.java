package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.vocabulary.Scheme;
import java.util.Objects;

/** Makes what readers see of what the engine found. */
final class Hits {

    private Hits() {}

    static eu.counterpoint.search.Hit hit(Hit<MaterialDocument> found, PassageSearch.Passages passages) {
        MaterialDocument material = source(found);
        String id = Objects.requireNonNull(found.id());
        double score = found.score() == null ? 0 : found.score();
        return new eu.counterpoint.search.Hit(new MaterialId(id), material.title(),
                Marks.of(found.highlight(), "title", material.title(), Integer.MAX_VALUE),
                Marks.summary(found.highlight(), material.summary()), material.one(Scheme.KIND),
                material.one(Scheme.LANGUAGE), material.year(), material.organisation(), material.all(Scheme.COUNTRY),
                material.one(Scheme.EVIDENCE_DESIGN), material.files().size(), material.starter(),
                Objects.requireNonNull(found.version()), score, passages.of(id));
    }

    static MaterialDocument source(Hit<MaterialDocument> hit) {
        return Objects.requireNonNull(hit.source());
    }
}
