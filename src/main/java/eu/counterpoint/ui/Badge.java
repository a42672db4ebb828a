package eu.counterpoint.ui;

import com.vaadin.flow.component.html.Span;

/** A small word that stands beside a title: the kind of a record, its evidence, its status. */
public class Badge extends Span {

    /** What a badge says by its colour; its words always say it too. */
    public enum Tone {
        PLAIN, KIND, GOOD, WARN, BAD;

        String cssClass() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public Badge(String text, Tone tone) {
        super(text);
        addClassNames("badge", tone.cssClass());
    }
}
