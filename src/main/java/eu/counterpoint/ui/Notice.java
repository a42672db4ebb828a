package eu.counterpoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Something that a person should know before the rest of the page. */
public class Notice extends Div {

    public Notice(Badge.Tone tone, String title, String text, Component... actions) {
        addClassNames("notice", tone.cssClass());
        add(new H2(title));
        if (!text.isBlank()) {
            add(new Paragraph(text));
        }
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("row");
            add(row);
        }
    }

    /** Read out by screen readers when it appears. */
    public Notice announced() {
        getElement().setAttribute("role", "status");
        return this;
    }
}
