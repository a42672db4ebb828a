package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.library.Duplicate;
import eu.counterpoint.ui.Link;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Which materials have a file, or its text, already. Worth a look, and nothing that has to be done. */
class KnownAlready extends UnorderedList {

    KnownAlready(List<Duplicate> known) {
        addClassNames("plain-list", "small", "known-already");
        known.forEach(one -> add(new ListItem(new Span(getTranslation(key(one)) + " "),
                Link.beside("materials/" + one.material(), title(one, this)))));
    }

    /** The same in words alone. */
    static String sentence(Duplicate one, Component where) {
        return where.getTranslation("contribute.known.sentence", where.getTranslation(key(one)), title(one, where));
    }

    private static String key(Duplicate one) {
        return "contribute.known." + one.likeness().id();
    }

    private static String title(Duplicate one, Component where) {
        return one.title().isBlank() ? where.getTranslation("library.untitled") : one.title();
    }
}
