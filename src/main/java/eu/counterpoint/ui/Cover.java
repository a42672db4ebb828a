package eu.counterpoint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** A cover where a record has no picture: its title on a colour that is always the same for it. Only to look at. */
public class Cover extends Div {

    private static final int COLOURS = 5;

    public Cover(String id, String title) {
        addClassNames("cover", "cover-" + Math.floorMod(id.hashCode(), COLOURS));
        getElement().setAttribute("aria-hidden", "true");
        add(new Span(title));
    }
}
