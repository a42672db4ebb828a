package eu.counterpoint.browse;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.library.HistoryEntry;
import java.util.Date;
import java.util.List;

/** What happened to a material, the newest first; for its owner and the editors. */
class HistorySection extends Section {

    private static final int SHOWN = 20;

    private final Accounts accounts;

    HistorySection(List<HistoryEntry> history, Accounts accounts) {
        this.accounts = accounts;
        OrderedList steps = new OrderedList();
        steps.addClassNames("history", "card");
        history.reversed().stream().limit(SHOWN).forEach(entry -> steps.add(step(entry)));
        add(new H2(getTranslation("browse.history")), steps);
    }

    private ListItem step(HistoryEntry entry) {
        Span when = new Span(getTranslation("browse.history.when", Date.from(entry.at()), who(entry)));
        when.addClassNames("small", "muted");
        ListItem step = new ListItem(new Div(new Span(what(entry))), when);
        if (entry.note() != null) {
            step.add(new Paragraph(getTranslation("browse.history.note", entry.note())));
        }
        return step;
    }

    private String what(HistoryEntry entry) {
        String fields = String.join(", ", entry.fields());
        return switch (entry.step()) {
            case CREATED, FILLED_IN, DESCRIBED -> getTranslation("browse.history." + entry.step().name());
            case FILES_ADDED, FILE_REMOVED, FILE_REPLACED, FILE_OPENED, FILE_ACCEPTED, LANGUAGE_CORRECTED ->
                getTranslation("browse.history." + entry.step().name(), fields);
            case MOVED -> getTranslation("browse.history.MOVED." + entry.status().id());
        };
    }

    private String who(HistoryEntry entry) {
        String name = entry.by() == null ? "" : accounts.name(entry.by());
        return name.isBlank() ? getTranslation("browse.history.library") : name;
    }
}
