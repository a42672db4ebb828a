package eu.counterpoint.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Covers;
import eu.counterpoint.search.Hit;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.ui.SearchAddress.Chosen;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where results would be: what else may have been meant, and which filter to leave out; with how many records that gives. */
class NothingFound extends Div {

    /** How many filters are tried one by one; each costs a search. */
    private static final int RELAXED = 12;

    private final Search search;
    private final Reader reader;
    private final SearchAddress address;
    private final List<Chosen> chosen;

    /** @param suggestion the text as it may have been meant, or null */
    NothingFound(Search search, Vocabulary vocabulary, Covers covers, Reader reader, SearchAddress address,
            @Nullable String suggestion) {
        this.search = search;
        this.reader = reader;
        this.address = address;
        this.chosen = address.chosen(vocabulary, getLocale());
        if (chosen.isEmpty() && address.query().text().isEmpty()) {
            add(emptyLibrary());
        } else {
            add(state(suggestion));
            addNearest(vocabulary, covers);
        }
    }

    /** Records that have other words for it may be what was meant. */
    private void addNearest(Vocabulary vocabulary, Covers covers) {
        List<Hit> nearest = search.nearest(address.query().text(), reader);
        if (!nearest.isEmpty()) {
            H2 heading = new H2(getTranslation("search.ui.none.nearest"));
            heading.addClassName("nearest");
            add(heading, new HitList(nearest, vocabulary, covers, "", H3::new, hit -> List.of()));
        }
    }

    private Component emptyLibrary() {
        return new EmptyState(getTranslation("search.ui.empty"), getTranslation("search.ui.empty.text"),
                new Link("contribute", getTranslation("search.ui.empty.contribute"), "btn"));
    }

    private Component state(@Nullable String suggestion) {
        List<Component> ways = new ArrayList<>();
        chosen.stream().limit(RELAXED).forEach(one -> way(ways, one.without(), "search.ui.none.without",
                one.isLimit() ? ChosenChips.name(one, this) : one.label()));
        String text = ways.isEmpty() ? "search.ui.none.words" : "search.ui.none.filters";
        if (ways.isEmpty() && chosen.size() > 1 && way(ways, address.withoutFilters(), "search.ui.none.free", "")) {
            text = "search.ui.none.together";
        }
        if (suggestion != null) {
            way(ways, address.withText(suggestion), "search.ui.none.spelling", suggestion);
        } else if (ways.isEmpty() && !chosen.isEmpty()) {
            spelledWithoutFilters(ways);
        }
        if (ways.isEmpty()) {
            ways.add(new Link("themes", getTranslation("search.ui.none.themes"), "chip"));
            ways.add(new Link("audiences", getTranslation("search.ui.none.audiences"), "chip"));
        }
        return new EmptyState(getTranslation("search.ui.none"), getTranslation(text), ways.toArray(Component[]::new));
    }

    /** A word may be misspelt, and a filter too narrow for what was meant. */
    private void spelledWithoutFilters(List<Component> ways) {
        SearchAddress free = address.withoutFilters();
        String meant = search.search(free.query().withPage(0, 1), reader).suggestion();
        if (meant != null) {
            way(ways, free.withText(meant), "search.ui.none.spelling.free", meant);
        }
    }

    /** Adds a way on, where it leads to anything. */
    private boolean way(List<Component> ways, SearchAddress other, String key, String name) {
        long total = search.search(other.query().withPage(0, 1), reader).total();
        if (total > 0) {
            ways.add(new Link(other.href(), getTranslation(key, name, total), "chip"));
        }
        return total > 0;
    }
}
