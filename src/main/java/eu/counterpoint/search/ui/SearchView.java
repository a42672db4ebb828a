package eu.counterpoint.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.SearchResult;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.Sort;
import eu.counterpoint.search.ui.SearchAddress.Chosen;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Pager;
import eu.counterpoint.ui.SearchField;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** The search page. Everything that was asked stands in its address. */
@Route("search")
@AnonymousAllowed
class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int RELAXED = 8;

    private final Search search;
    private final Vocabulary vocabulary;
    private final CurrentReader reader;
    private final SearchField field;
    private final UnorderedList chosen = new UnorderedList();
    private final Facets facets;
    private final Paragraph status = new Paragraph();
    private final UnorderedList sorts = new UnorderedList();
    private final Div results = new Div();
    private SearchAddress address = SearchAddress.of("");

    SearchView(Search search, Vocabulary vocabulary, CurrentReader reader) {
        this.search = search;
        this.vocabulary = vocabulary;
        this.reader = reader;
        H1 title = new H1(getTranslation("search.ui.title"));
        title.addClassName("unseen");
        field = new SearchField(getTranslation("search.ui.field"), getTranslation("search.ui.placeholder"),
                getTranslation("search.ui.button"), text -> go(address.withText(text)));
        field.getElement().getClassList().add("wide");
        chosen.addClassNames("chips", "chosen");
        chosen.getElement().setAttribute("aria-label", getTranslation("search.ui.chosen"));
        facets = new Facets(vocabulary, this::go);
        status.getElement().setAttribute("role", "status");
        sorts.addClassNames("sorts", "small");
        sorts.getElement().setAttribute("aria-label", getTranslation("search.ui.sort"));
        Div head = new Div(status, sorts);
        head.addClassName("results-head");
        Div columns = new Div(facets, new Section(head, results));
        columns.addClassName("columns");
        add(title, field, chosen, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = SearchAddress.of(event.getLocation().getQueryParameters(), vocabulary);
        field.setValue(address.query().text());
        showChosen();
        results.removeAll();
        try {
            SearchResult result = search.search(address.query(), reader.get());
            if (result.hits().isEmpty() && result.total() > 0) {
                // An old address of a page that the list no longer has.
                address = address.withPage(0);
                result = search.search(address.query(), reader.get());
            }
            show(result);
        } catch (SearchUnavailableException e) {
            showAway();
        }
    }

    @Override
    public String getPageTitle() {
        String text = address.query().text();
        return getTranslation("ui.of-site", text.isEmpty()
                ? getTranslation("search.ui.title")
                : getTranslation("search.ui.title.for", text));
    }

    private void go(SearchAddress next) {
        getUI().ifPresent(ui -> ui.navigate(SearchView.class, next.parameters()));
    }

    private void showChosen() {
        chosen.removeAll();
        List<Chosen> all = address.chosen(vocabulary, getLocale());
        all.forEach(one -> chosen.add(new ListItem(removable(one))));
        if (all.size() > 1) {
            chosen.add(
                    new ListItem(new Link(address.withoutFilters().href(), getTranslation("search.ui.chosen.none"))));
        }
        chosen.setVisible(!all.isEmpty());
    }

    private Component removable(Chosen one) {
        Link chip = new Link(one.without().href(), "", "chip", "on");
        chip.add(new Span(getTranslation("search.ui.chosen.one", getTranslation("search.ui.facet." + one.facet()),
                one.label())));
        Span cross = new Span("✕");
        cross.getElement().setAttribute("aria-hidden", "true");
        Span word = new Span(getTranslation("search.ui.chosen.remove"));
        word.addClassName("unseen");
        chip.add(cross, word);
        return chip;
    }

    private void show(SearchResult result) {
        facets.setVisible(result.total() > 0 || !address.chosen(vocabulary, getLocale()).isEmpty());
        facets.show(address, result);
        showStatus(result.total());
        showSorts(result.total());
        if (result.total() == 0) {
            results.add(nothing());
        } else {
            results.add(new HitList(result.hits(), vocabulary), new Pager(address.query().page(),
                    SearchAddress.pages(result.total()), page -> address.withPage(page).href()));
        }
    }

    private void showStatus(long total) {
        status.removeAll();
        Span number = new Span(getTranslation("search.ui.found", total));
        number.addClassName("strong");
        status.add(number);
        if (!address.query().text().isEmpty()) {
            Span what = new Span(" " + getTranslation("search.ui.found.for", address.query().text()));
            what.addClassName("muted");
            status.add(what);
        }
    }

    private void showSorts(long total) {
        sorts.removeAll();
        sorts.setVisible(total > 1);
        for (Sort sort : Sort.values()) {
            Link link = new Link(address.withSort(sort).href(), getTranslation("search.ui.sort." + sort.id()));
            if (sort == address.query().sort()) {
                link.getElement().setAttribute("aria-current", "true");
            }
            sorts.add(new ListItem(link));
        }
    }

    private Component nothing() {
        List<Chosen> all = address.chosen(vocabulary, getLocale());
        if (all.isEmpty() && address.query().text().isEmpty()) {
            return new EmptyState(getTranslation("search.ui.empty"), getTranslation("search.ui.empty.text"),
                    new Link("contribute", getTranslation("search.ui.empty.contribute"), "btn"));
        }
        List<Component> ways = new ArrayList<>();
        all.stream().limit(RELAXED).forEach(one -> {
            long total = total(one.without());
            if (total > 0) {
                ways.add(new Link(one.without().href(), getTranslation("search.ui.none.without", one.label(), total),
                        "chip"));
            }
        });
        String text = getTranslation(ways.isEmpty() ? "search.ui.none.words" : "search.ui.none.filters");
        if (ways.isEmpty()) {
            SearchAddress free = address.withoutFilters();
            long total = all.size() > 1 ? total(free) : 0;
            if (total > 0) {
                text = getTranslation("search.ui.none.together");
                ways.add(new Link(free.href(), getTranslation("search.ui.none.free", total), "chip"));
            }
            ways.add(new Link("themes", getTranslation("search.ui.none.themes"), "chip"));
            ways.add(new Link("audiences", getTranslation("search.ui.none.audiences"), "chip"));
        }
        return new EmptyState(getTranslation("search.ui.none"), text, ways.toArray(Component[]::new));
    }

    private long total(SearchAddress relaxed) {
        SearchQuery query = relaxed.query();
        return search.search(new SearchQuery(query.text(), query.filters(), query.years(), query.sort(), 0, 1),
                reader.get()).total();
    }

    private void showAway() {
        facets.setVisible(false);
        sorts.setVisible(false);
        status.setText("");
        results.add(new EmptyState(getTranslation("search.ui.away"), getTranslation("search.ui.away.text"),
                Link.outsideViews(address.href(), getTranslation("search.ui.away.again"), "btn"),
                new Link("themes", getTranslation("search.ui.none.themes"), "btn", "quiet")));
    }
}
