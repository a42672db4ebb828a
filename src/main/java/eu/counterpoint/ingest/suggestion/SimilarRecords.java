package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.suggestion.Suggested.Alike;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.Similar;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The records most similar to a text, and what they are filed under. */
@Component
class SimilarRecords {

    private static final int MOST = 6;
    /** Fewer than these, or than half of those that are similar, agree by chance. */
    private static final int FEWEST = 3;
    private static final List<Scheme> FILED_UNDER = List.of(Scheme.THEME, Scheme.AUDIENCE);
    private static final int PASSAGES_COMPARED = 10;

    private final Similar similar;
    private final Vocabulary vocabulary;

    SimilarRecords(Similar similar, Vocabulary vocabulary) {
        this.similar = similar;
        this.vocabulary = vocabulary;
    }

    /**
     * The concepts under which most of the similar records are filed.
     *
     * @param looked how many similar records there are
     */
    record Filed(int looked, Map<Concept, List<Alike>> records) {

        List<Alike> under(Concept concept) {
            return records.getOrDefault(concept, List.of());
        }
    }

    /** Of those that the reader may see; none while the search engine does not answer. */
    Filed to(MaterialId material, List<FileText> texts, Reader reader) {
        String text = texts.stream().flatMap(one -> one.passages().stream()).limit(PASSAGES_COMPARED)
                .map(passage -> passage.text()).collect(Collectors.joining(" "));
        try {
            return text.isBlank() ? new Filed(0, Map.of()) : filed(similar.toText(material, text, MOST, reader));
        } catch (SearchUnavailableException e) {
            return new Filed(0, Map.of());
        }
    }

    private Filed filed(List<Similar.Like> like) {
        Map<Concept, List<Alike>> records = new LinkedHashMap<>();
        for (Similar.Like one : like) {
            for (Scheme scheme : FILED_UNDER) {
                one.filed().getOrDefault(scheme, List.of()).stream()
                        .flatMap(id -> vocabulary.find(scheme, id).stream())
                        .filter(concept -> concept.supersededBy() == null)
                        .forEach(concept -> records.computeIfAbsent(concept, any -> new ArrayList<>())
                                .add(new Alike(one.hit().id(), one.hit().title())));
            }
        }
        records.values().removeIf(found -> found.size() < FEWEST || found.size() * 2 < like.size());
        return new Filed(like.size(), records);
    }
}
