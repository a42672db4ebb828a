package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.QuarantineCounts;
import eu.counterpoint.ui.Link;
import org.jspecify.annotations.Nullable;

/** The reasons for which files are in the quarantine, each with its number, as links. */
class QuarantineFilters extends Nav {

    static final String ADDRESS = "quarantine";

    private final @Nullable Outcome chosen;
    private final boolean accepted;
    private @Nullable QuarantineCounts shown;

    QuarantineFilters(@Nullable Outcome chosen, boolean accepted) {
        this.chosen = chosen;
        this.accepted = accepted;
        setAriaLabel(getTranslation("quarantine.filters"));
        addClassName("quarantine-filters");
    }

    /** Leaves the page alone where nothing has changed. */
    void show(QuarantineCounts counts) {
        if (counts.equals(shown)) {
            return;
        }
        shown = counts;
        UnorderedList chips = new UnorderedList();
        chips.addClassName("chips");
        chips.add(chip(ADDRESS, "quarantine.all", counts.all(), chosen == null && !accepted));
        for (Outcome outcome : Outcome.values()) {
            if (counts.of(outcome) > 0 || outcome == chosen) {
                chips.add(chip(ADDRESS + "?outcome=" + outcome.id(), "quarantine.outcome." + outcome.id(),
                        counts.of(outcome), outcome == chosen));
            }
        }
        if (counts.accepted() > 0 || accepted) {
            chips.add(chip(ADDRESS + "?accepted=true", "quarantine.accepted", counts.accepted(), accepted));
        }
        removeAll();
        add(chips);
    }

    private ListItem chip(String address, String key, long count, boolean on) {
        Span number = new Span(getTranslation("ui.number", count));
        number.addClassName("number");
        Link chip = new Link(address, "", "chip");
        chip.add(new Span(getTranslation(key)), number);
        if (on) {
            chip.addClassName("on");
            chip.getElement().setAttribute("aria-current", "page");
        }
        return new ListItem(chip);
    }
}
