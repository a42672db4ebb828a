package eu.counterpoint.exchange;

import java.util.Locale;

import org.springframework.stereotype.Component;

import eu.counterpoint.exchange.AnswersJson.AnswerJson;
import eu.counterpoint.exchange.AnswersJson.ConceptJson;
import eu.counterpoint.exchange.AnswersJson.WhyJson;
import eu.counterpoint.search.Answer;
import eu.counterpoint.search.AnswerResult;
import eu.counterpoint.search.NamedConcept;

/** Writes what answers a narrative. */
@Component
class AnswerResults {

    private final SearchResults results;

    AnswerResults(SearchResults results) {
        this.results = results;
    }

    AnswersJson write(AnswerResult result) {
        SearchJson search = results.write(result.asSearchResult());
        return new AnswersJson(search.total(), search.took(),
                result.answers().stream().map(AnswerResults::answer).toList(), search.facets(), search.suggestion());
    }

    private static AnswerJson answer(Answer answer) {
        return new AnswerJson(SearchResults.hit(answer.hit()), answer.narrativeTypes(), answer.techniques(),
                new WhyJson(answer.why().similarity(), answer.why().words(),
                        answer.why().concepts().stream().map(AnswerResults::concept).toList()));
    }

    private static ConceptJson concept(NamedConcept named) {
        return new ConceptJson(named.concept().scheme().id(), named.concept().id(),
                named.concept().label(Locale.ENGLISH), named.words());
    }
}
