package eu.counterpoint.exchange;

import org.springframework.stereotype.Component;

import eu.counterpoint.exchange.AnswersJson.AnswerJson;
import eu.counterpoint.exchange.AnswersJson.WhyJson;
import eu.counterpoint.search.Answer;
import eu.counterpoint.search.AnswerResult;

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
                result.answers().stream().map(AnswerResults::answer).toList(), search.facets(), search.concepts(),
                search.suggestion());
    }

    private static AnswerJson answer(Answer answer) {
        return new AnswerJson(SearchResults.hit(answer.hit()), answer.narrativeTypes(), answer.techniques(),
                new WhyJson(answer.why().similarity(), answer.why().words(),
                        answer.why().concepts().stream().map(SearchResults::concept).toList()));
    }
}
