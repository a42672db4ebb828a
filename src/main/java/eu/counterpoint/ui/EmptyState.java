package eu.counterpoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;

/** Where a list would be: why there is nothing, and what to do about it. */
public class EmptyState extends Div {

    public EmptyState(String title, String text, Component... actions) {
        addClassNames("card", "empty");
        add(new H2(title), new Paragraph(text));
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("row");
            add(row);
        }
    }
}
