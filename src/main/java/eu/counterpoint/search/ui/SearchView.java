package eu.counterpoint.search.ui;

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
import eu.counterpoint.library.Covers;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchResult;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.Sort;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Pager;
import eu.counterpoint.ui.SearchField;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;

/** The search page. Everything that was asked stands in its address. */
@Route("search")
@AnonymousAllowed
class SearchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Search search;
    private final Vocabulary vocabulary;
    private final Covers covers;
    private final CurrentReader reader;
    private final SearchField field;
    private final ChosenChips chosen;
    private final Facets facets;
    private final Paragraph status = new Paragraph();
    private final UnorderedList sorts = new UnorderedList();
    private final Div hints = new Div();
    private final Div results = new Div();
    private SearchAddress address = SearchAddress.of("");

    SearchView(Search search, Vocabulary vocabulary, Covers covers, CurrentReader reader, SuggestedViews suggested) {
        this.search = search;
        this.vocabulary = vocabulary;
        this.covers = covers;
        this.reader = reader;
        H1 title = new H1(getTranslation("search.ui.title"));
        title.addClassName("unseen");
        field = new SearchField(getTranslation("search.ui.field"), getTranslation("search.ui.placeholder"),
                getTranslation("search.ui.button"), text -> go(address.withText(text)))
                .suggesting(typed -> suggested.of(typed, this));
        field.getElement().getClassList().add("wide");
        chosen = new ChosenChips(vocabulary);
        facets = new Facets(vocabulary, this::go);
        status.getElement().setAttribute("role", "status");
        sorts.addClassNames("sorts", "small");
        sorts.getElement().setAttribute("aria-label", getTranslation("search.ui.sort"));
        hints.addClassName("hints");
        Div head = new Div(status, sorts);
        head.addClassName("results-head");
        Div columns = new Div(facets, new Section(head, hints, results));
        columns.addClassName("columns");
        add(title, field, chosen, columns);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        address = SearchAddress.of(event.getLocation().getQueryParameters(), vocabulary);
        field.setValue(address.query().text());
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

    private void show(SearchResult result) {
        facets.setVisible(result.total() > 0 || !address.chosen(vocabulary, getLocale()).isEmpty());
        facets.show(address, result);
        chosen.show(address, result.concepts());
        showHints(result);
        showStatus(result.total());
        showSorts(result.total());
        if (result.total() == 0) {
            results.add(new NothingFound(search, vocabulary, covers, reader.get(), address,
                    result.suggestion()));
        } else {
            results.add(new HitList(result.hits(), vocabulary, covers, address.query().text()),
                    new Pager(address.query().page(),
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

    private void showHints(SearchResult result) {
        hints.removeAll();
        if (result.suggestion() != null && result.total() > 0) {
            Link meant = new Link(address.withText(result.suggestion()).href(), result.suggestion(), "strong");
            hints.add(new Paragraph(new Span(getTranslation("search.ui.meant.before")), meant,
                    new Span(getTranslation("search.ui.meant.after"))));
        }
        FoundThrough.of(result).ifPresent(found -> {
            Paragraph note = new Paragraph(getTranslation("search.ui.through",
                    found.concepts().stream().map(
                            named -> getTranslation("search.ui.quoted", named.concept().label(getLocale())))
                            .collect(Collectors.joining(", ")),
                    found.share(), found.languages().stream()
                            .map(language -> vocabulary.label(Scheme.LANGUAGE, language, getLocale()))
                            .collect(Collectors.joining(", ")),
                    found.concepts().size()));
            note.addClassNames("small", "muted");
            hints.add(note);
        });
        hints.setVisible(hints.getComponentCount() > 0);
    }

    private void showAway() {
        facets.setVisible(false);
        sorts.setVisible(false);
        hints.setVisible(false);
        chosen.show(address, List.of());
        status.setText("");
        results.add(new EmptyState(getTranslation("search.ui.away"), getTranslation("search.ui.away.text"),
                Link.outsideViews(address.href(), getTranslation("search.ui.away.again"), "btn"),
                new Link("themes", getTranslation("search.ui.none.themes"), "btn", "quiet")));
    }
}
