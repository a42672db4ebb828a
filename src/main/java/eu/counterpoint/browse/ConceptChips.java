package eu.counterpoint.browse;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.ui.Link;

/** Concepts to go to, in a line. */
class ConceptChips extends UnorderedList {

    ConceptChips() {
        addClassName("chips");
    }

    void add(String href, String label) {
        add(new ListItem(new Link(href, label, "chip")));
    }

    void add(String href, String label, long count) {
        Anchor chip = new Link(href, label, "chip");
        chip.add(new RecordCount(count));
        add(new ListItem(chip));
    }
}
