package eu.counterpoint.search.ui;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
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

/** The filters beside a result: theme, audience, kind, language, country and year, each value with its count. */
class Facets extends Aside {

    private final Vocabulary vocabulary;
    private final Map<Scheme, FacetPanel> panels = new EnumMap<>(Scheme.class);
    private final FacetPanel years;
    private final NativeButton open = new NativeButton();
    private SearchAddress address = SearchAddress.of("");

    /** @param go called with the address that a tick leads to */
    Facets(Vocabulary vocabulary, SerializableConsumer<SearchAddress> go) {
        this.vocabulary = vocabulary;
        addClassName("filters");
        getElement().setAttribute("aria-label", getTranslation("search.ui.filters"));
        Div list = new Div();
        list.setId("filters");
        open.addClassNames("btn", "quiet", "only-s");
        open.getElement().setAttribute("aria-controls", "filters").setAttribute("aria-expanded", "false");
        open.addClickListener(event -> {
            boolean opened = !list.hasClassName("open");
            list.setClassName("open", opened);
            open.getElement().setAttribute("aria-expanded", String.valueOf(opened));
        });
        for (Scheme scheme : SearchQuery.FACETS) {
            FacetPanel panel = new FacetPanel(getTranslation("search.ui.facet." + scheme.id()), (id, chosen) -> go
                    .accept(chosen ? address.with(scheme, id) : address.without(scheme, id)));
            panels.put(scheme, panel);
            list.add(panel);
        }
        years = new FacetPanel(getTranslation("search.ui.facet.year"), (id, chosen) -> {
            int year = Integer.parseInt(id);
            go.accept(chosen ? address.with(year) : address.without(year));
        });
        list.add(years);
        add(open, list);
    }

    void show(SearchAddress address, SearchResult result) {
        this.address = address;
        SearchQuery query = address.query();
        panels.forEach((scheme, panel) -> panel.show(options(result.facets().getOrDefault(scheme, List.of()),
                query.filters().getOrDefault(scheme, Set.of()), id -> vocabulary.label(scheme, id, getLocale()))));
        years.show(options(result.years(), query.years().stream().map(String::valueOf).collect(Collectors.toSet()),
                UnaryOperator.identity()));
        long chosen = query.filters().values().stream().mapToLong(Set::size).sum() + query.years().size();
        open.setText(getTranslation("search.ui.filters.open", chosen));
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
