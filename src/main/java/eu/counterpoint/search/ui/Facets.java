package eu.counterpoint.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.function.SerializableConsumer;
import eu.counterpoint.search.FacetCount;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.SearchResult;
import eu.counterpoint.ui.FacetPanel;
import eu.counterpoint.ui.FacetPanel.Option;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The filters beside a result, each value with its count. The first few lists stand open, as many more as have values
 * behind a disclosure.
 */
class Facets extends Aside {

    /** How many lists of concepts stand open. */
    private static final int OPEN = 5;

    private final Vocabulary vocabulary;
    private final SerializableConsumer<SearchAddress> go;
    private final LimitPanel limits;
    private final YearRange range;
    private final Map<Scheme, FacetPanel> panels = new EnumMap<>(Scheme.class);
    private final FacetPanel years;
    private final NativeDetails more = new NativeDetails();
    private final NativeButton open = new NativeButton();
    private SearchAddress address = SearchAddress.of("");

    /** @param go called with the address that a tick leads to */
    Facets(Vocabulary vocabulary, SerializableConsumer<SearchAddress> go) {
        this.vocabulary = vocabulary;
        this.go = go;
        addClassName("filters");
        getElement().setAttribute("aria-label", getTranslation("search.ui.filters"));
        limits = new LimitPanel(limits -> go.accept(address.with(limits)));
        range = new YearRange(limits -> go.accept(address.with(limits)));
        years = new FacetPanel(getTranslation("search.ui.facet.year"), range, (id, chosen) -> {
            int year = Integer.parseInt(id);
            go.accept(chosen ? address.with(year) : address.without(year));
        });
        SearchQuery.FACETS.forEach(scheme -> panels.put(scheme, panel(scheme)));
        more.setSummaryText(getTranslation("search.ui.filters.more"));
        more.addClassName("more-filters");
        more.setContent(new Div(shown(SearchQuery.FACETS.subList(OPEN, SearchQuery.FACETS.size()))));
        Div list = new Div(limits);
        list.setId("filters");
        list.add(shown(SearchQuery.FACETS.subList(0, OPEN)));
        list.add(years, more);
        configureOpen(list);
        add(open, list);
    }

    private FacetPanel panel(Scheme scheme) {
        return new FacetPanel(getTranslation("search.ui.facet." + scheme.id()),
                (id, chosen) -> go.accept(chosen ? address.with(scheme, id) : address.without(scheme, id)));
    }

    private Component[] shown(List<Scheme> schemes) {
        return schemes.stream().map(panels::get).toArray(Component[]::new);
    }

    /** On a small screen the filters wait behind a button. */
    private void configureOpen(Div list) {
        open.addClassNames("btn", "quiet", "only-s");
        open.getElement().setAttribute("aria-controls", "filters").setAttribute("aria-expanded", "false");
        open.addClickListener(event -> {
            boolean opened = !list.hasClassName("open");
            list.setClassName("open", opened);
            open.getElement().setAttribute("aria-expanded", String.valueOf(opened));
        });
    }

    void show(SearchAddress address, SearchResult result) {
        this.address = address;
        SearchQuery query = address.query();
        limits.show(query.limits());
        range.show(query.limits());
        panels.forEach((scheme, panel) -> panel.show(options(result.facets().getOrDefault(scheme, List.of()),
                query.filters().getOrDefault(scheme, Set.of()), id -> vocabulary.label(scheme, id, getLocale()))));
        years.show(options(result.years(), query.years().stream().map(String::valueOf).collect(Collectors.toSet()),
                UnaryOperator.identity()));
        List<Scheme> closed = SearchQuery.FACETS.subList(OPEN, SearchQuery.FACETS.size());
        more.setVisible(closed.stream().anyMatch(scheme -> panels.get(scheme).isVisible()));
        if (closed.stream().anyMatch(query.filters()::containsKey)) {
            more.setOpen(true);
        }
        open.setText(getTranslation("search.ui.filters.open", address.chosen(vocabulary, getLocale()).size()));
    }

    /** The counted values, and the chosen ones that nothing has. */
    private static List<Option> options(List<FacetCount> counts, Set<String> chosen, UnaryOperator<String> label) {
        List<Option> options = new ArrayList<>();
        counts.forEach(count -> options.add(
                new Option(count.id(), label.apply(count.id()), count.count(), chosen.contains(count.id()))));
        chosen.stream().filter(id -> counts.stream().noneMatch(count -> count.id().equals(id)))
                .forEach(id -> options.add(new Option(id, label.apply(id), 0, true)));
        return options;
    }
}
