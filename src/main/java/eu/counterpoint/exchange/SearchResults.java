package eu.counterpoint.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.stereotype.Component;

import eu.counterpoint.exchange.SearchJson.ConceptJson;
import eu.counterpoint.exchange.SearchJson.FacetJson;
import eu.counterpoint.exchange.SearchJson.HitJson;
import eu.counterpoint.exchange.SearchJson.PassageJson;
import eu.counterpoint.search.FacetCount;
import eu.counterpoint.search.Hit;
import eu.counterpoint.search.NamedConcept;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.SearchResult;
import eu.counterpoint.vocabulary.Vocabulary;

/** Writes what was found. */
@Component
class SearchResults {

    private final Vocabulary vocabulary;

    SearchResults(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    SearchJson write(SearchResult result) {
        Map<String, List<FacetJson>> facets = new LinkedHashMap<>();
        SearchQuery.FACETS.forEach(
                scheme -> facets.put(scheme.id(), result.facets().getOrDefault(scheme, List.of()).stream()
                        .map(count -> facet(count, vocabulary.label(scheme, count.id(), Locale.ENGLISH))).toList()));
        facets.put("year", result.years().stream().map(count -> facet(count, count.id())).toList());
        return new SearchJson(result.total(), result.took(), result.hits().stream().map(SearchResults::hit).toList(),
                facets, result.concepts().stream().map(SearchResults::concept).toList(), result.suggestion());
    }

    private static FacetJson facet(FacetCount count, String label) {
        return new FacetJson(count.id(), label, count.count());
    }

    static ConceptJson concept(NamedConcept named) {
        return new ConceptJson(named.concept().scheme().id(), named.concept().id(),
                named.concept().label(Locale.ENGLISH), named.words(), named.language());
    }

    static HitJson hit(Hit hit) {
        return new HitJson(hit.id().value(), hit.title(), hit.kind(), hit.language(), hit.year(), hit.organisation(),
                hit.countries(), hit.evidence(), hit.summaryHtml(), hit.score(), hit.version(),
                hit.passages().stream().map(passage -> new PassageJson(passage.file().toString(), passage.fileName(),
                        passage.page(), passage.second(), passage.html())).toList());
    }
}
