package eu.counterpoint.browse;

import com.vaadin.flow.component.html.Span;

/** A number that says to those who hear it what it counts. */
class RecordCount extends Span {

    RecordCount(long count) {
        Span word = new Span(getTranslation("browse.records.word", count));
        word.addClassName("unseen");
        add(new Span(getTranslation("ui.number", count)), word);
        addClassName("number");
    }
}
