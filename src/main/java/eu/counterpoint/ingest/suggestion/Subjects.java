package eu.counterpoint.ingest.suggestion;

import static java.util.stream.Collectors.toSet;

import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.suggestion.Reason.Kind;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Themes, audiences and countries: what the text names so that it is about it, and what the most similar records are filed
 * under. See {@code docs/decisions/0018} for the figures.
 */
@Component
class Subjects {

    /** More are no help. */
    private static final Map<Scheme, Integer> MOST = Map.of(Scheme.THEME, 4, Scheme.AUDIENCE, 3, Scheme.COUNTRY, 2);

    private final ConceptMentions mentions;
    private final SimilarRecords similar;

    Subjects(ConceptMentions mentions, SimilarRecords similar) {
        this.mentions = mentions;
        this.similar = similar;
    }

    /** @param titles what the record is called, and may be called */
    List<Suggested> of(MaterialId material, List<FileText> texts, List<String> titles, Reader reader) {
        Tally tally = new Tally(mentions);
        texts.forEach(tally::add);
        String language = texts.getFirst().file().language();
        Set<Concept> inTitle = titles.stream().flatMap(title -> mentions.in(title, language).stream())
                .map(ConceptMentions.Mention::concept).collect(toSet());
        SimilarRecords.Filed alike = similar.to(material, texts, reader);
        return MOST.keySet().stream().sorted()
                .flatMap(scheme -> Stream.concat(named(tally.subjects(scheme, inTitle), alike),
                        filed(scheme, tally, inTitle, alike)).limit(MOST.get(scheme)))
                .toList();
    }

    private static Stream<Suggested> named(List<CountedConcept> subjects, SimilarRecords.Filed alike) {
        return subjects.stream().map(one -> new Suggested(SuggestedField.of(one.concept().scheme()),
                one.concept().id(), one.reason(), one.quotes(), alike.under(one.concept())));
    }

    /** What the text itself does not say loudly enough, but most of the records that are like it have. */
    private static Stream<Suggested> filed(Scheme scheme, Tally tally, Set<Concept> inTitle,
            SimilarRecords.Filed alike) {
        Set<Concept> named = tally.subjects(scheme, inTitle).stream().map(CountedConcept::concept).collect(toSet());
        return alike.records().entrySet().stream()
                .filter(one -> one.getKey().scheme() == scheme && !named.contains(one.getKey()))
                .sorted(Comparator.comparingInt(one -> -one.getValue().size()))
                .map(one -> new Suggested(SuggestedField.of(scheme), one.getKey().id(),
                        new Reason(Kind.SIMILAR, one.getValue().size(), 0, alike.looked()),
                        tally.quotes(one.getKey()), one.getValue()));
    }
}
