package eu.counterpoint.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.search.NamedConcept;
import eu.counterpoint.search.ui.SearchAddress.Chosen;
import eu.counterpoint.ui.Link;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;

/** What narrows a result, and the concepts that widen it; each leads to the search without it. */
class ChosenChips extends UnorderedList {

    private final Vocabulary vocabulary;

    ChosenChips(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        addClassNames("chips", "chosen");
        getElement().setAttribute("aria-label", getTranslation("search.ui.chosen"));
    }

    void show(SearchAddress address, List<NamedConcept> concepts) {
        removeAll();
        List<Chosen> all = address.chosen(vocabulary, getLocale());
        all.forEach(one -> add(chip(one.without(), name(one, this), "search.ui.chosen.remove", "on")));
        concepts.forEach(named -> add(chip(address.withWordsOnly(named.key()),
                getTranslation("search.ui.also." + named.concept().scheme().id(), named.concept().label(getLocale())),
                "search.ui.also.remove")));
        if (all.size() > 1) {
            add(new ListItem(new Link(address.withoutFilters().href(), getTranslation("search.ui.chosen.none"))));
        }
        setVisible(!all.isEmpty() || !concepts.isEmpty());
    }

    /** What a filter in use is called where it stands alone. */
    static String name(Chosen one, Component on) {
        return one.isLimit()
                ? on.getTranslation("search.ui.limit." + one.facet(), one.label())
                : on.getTranslation("search.ui.chosen.one", on.getTranslation("search.ui.facet." + one.facet()),
                        one.label());
    }

    private ListItem chip(SearchAddress without, String text, String remove, String... classNames) {
        Link chip = new Link(without.href(), "", classNames);
        chip.addClassName("chip");
        Span cross = new Span("✕");
        cross.getElement().setAttribute("aria-hidden", "true");
        Span word = new Span(getTranslation(remove));
        word.addClassName("unseen");
        chip.add(new Span(text), cross, word);
        return new ListItem(chip);
    }
}
