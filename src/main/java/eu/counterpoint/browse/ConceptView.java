package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.library.Covers;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchResult;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.ui.HitList;
import eu.counterpoint.search.ui.SearchAddress;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Notice;
import eu.counterpoint.ui.Pager;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;

/** A theme or an audience: what it means, what else it is called, its records, and what it goes together with. */
abstract class ConceptView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int RELATED = 8;

    private final Scheme scheme;
    private final Search search;
    private final Vocabulary vocabulary;
    private final Covers covers;
    private final CurrentReader reader;
    private String title = "";

    ConceptView(Scheme scheme, Search search, Vocabulary vocabulary, Covers covers, CurrentReader reader) {
        this.scheme = scheme;
        this.search = search;
        this.vocabulary = vocabulary;
        this.covers = covers;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Concept concept = event.getRouteParameters().get("id").flatMap(id -> vocabulary.find(scheme, id))
                .orElseThrow(NotFoundException::new);
        title = concept.label(getLocale());
        removeAll();
        add(back(), new H1(title), about(concept));
        int page = SearchAddress.of(event.getLocation().getQueryParameters(), vocabulary).query().page();
        SearchAddress address = SearchAddress.of(scheme, concept.id());
        try {
            show(concept, address.withPage(page), search.search(address.withPage(page).query(), reader.get()));
        } catch (SearchUnavailableException e) {
            add(new Notice(Badge.Tone.WARN, getTranslation("browse.away"), getTranslation("browse.away.text")));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", title);
    }

    private Component back() {
        Paragraph back = new Paragraph(
                new Link(scheme == Scheme.THEME ? "themes" : "audiences",
                        getTranslation("browse." + scheme.id() + ".back")));
        back.addClassName("small");
        return back;
    }

    private Component about(Concept concept) {
        Div about = new Div();
        about.addClassName("about");
        if (!concept.description(getLocale()).isEmpty()) {
            about.add(new Paragraph(concept.description(getLocale())));
        }
        List<String> also = concept.alternatives().getOrDefault(getLocale().getLanguage(), List.of());
        if (!also.isEmpty()) {
            Paragraph line = new Paragraph(getTranslation("browse.concept.also", String.join(", ", also)));
            line.addClassNames("small", "muted");
            about.add(line);
        }
        concept.matches().stream().filter(match -> "eurovoc.europa.eu".equals(match.getHost())).findFirst()
                .ifPresent(match -> {
                    Paragraph line = new Paragraph(
                            Link.elsewhere(match.toString(), getTranslation("browse.concept.eurovoc")));
                    line.addClassName("small");
                    about.add(line);
                });
        return about;
    }

    private void show(Concept concept, SearchAddress address, SearchResult result) {
        Div head = new Div(new H2(getTranslation("browse.records", result.total())));
        head.addClassName("section");
        add(head);
        if (result.total() == 0) {
            add(new EmptyState(getTranslation("browse.concept.empty"), getTranslation("browse.concept.empty.text"),
                    new Link("contribute", getTranslation("browse.contribute"), "btn"),
                    new Link("search", getTranslation("browse.menu.search"), "btn", "quiet")));
            return;
        }
        head.add(new Link(SearchAddress.of(scheme, concept.id()).href(), getTranslation("browse.concept.search")));
        add(related(result, address), new HitList(result.hits(), vocabulary, covers),
                new Pager(address.query().page(), SearchAddress.pages(result.total()),
                        page -> ConceptCards.href(concept) + (page == 0 ? "" : "?page=" + page)));
    }

    /** What the records also have: the audiences of a theme, the themes of an audience. */
    private Component related(SearchResult result, SearchAddress address) {
        Scheme other = scheme == Scheme.THEME ? Scheme.AUDIENCE : Scheme.THEME;
        ConceptChips chips = new ConceptChips();
        result.facets().getOrDefault(other, List.of()).stream().limit(RELATED)
                .forEach(count -> chips.add(address.with(other, count.id()).href(),
                        vocabulary.label(other, count.id(), getLocale()), count.count()));
        Paragraph label = new Paragraph(getTranslation("browse.concept.related." + other.id()));
        label.addClassNames("small", "muted");
        Div related = new Div(label, chips);
        related.addClassName("related");
        related.setVisible(chips.getComponentCount() > 0);
        return related;
    }
}
