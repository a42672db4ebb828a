package eu.counterpoint.search.ui;

import com.vaadin.flow.component.html.Paragraph;
import eu.counterpoint.search.Answer;
import eu.counterpoint.search.NamedConcept;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Why an answer was chosen, in a line. */
class WhyLine extends Paragraph {

    private static final int MOST = 5;
    private static final double VERY_CLOSE = 0.6;

    WhyLine(Answer.Why why) {
        addClassNames("small", "muted", "why");
        List<String> reasons = new ArrayList<>();
        if (why.similarity() != null) {
            reasons.add(getTranslation(why.similarity() >= VERY_CLOSE
                    ? "search.ui.answer.why.very-close"
                    : "search.ui.answer.why.close"));
        }
        if (!why.concepts().isEmpty()) {
            reasons.add(getTranslation("search.ui.answer.why.concepts",
                    quoted(why.concepts().stream().map(this::label).toList())));
        }
        if (!why.words().isEmpty()) {
            reasons.add(getTranslation("search.ui.answer.why.words", why.words().size(), quoted(why.words())));
        }
        setText(getTranslation("search.ui.answer.why", String.join(" · ", reasons)));
        setVisible(!reasons.isEmpty());
    }

    private String label(NamedConcept named) {
        return named.concept().label(getLocale());
    }

    private String quoted(List<String> words) {
        return words.stream().distinct().limit(MOST).map(word -> getTranslation("search.ui.answer.why.quoted", word))
                .collect(Collectors.joining(", "));
    }
}
