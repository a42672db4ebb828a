package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.library.Covers;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.ui.SearchAddress;
import eu.counterpoint.search.ui.SuggestedViews;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Notice;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.SearchField;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import java.util.Optional;

/** The front door: search, themes, audiences, and what is new. */
@Route("")
@AnonymousAllowed
class HomeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int THEMES = 8;
    private static final int AUDIENCES = 9;

    private final Search search;
    private final Vocabulary vocabulary;
    private final Covers covers;
    private final CurrentReader reader;
    private final SuggestedViews suggested;

    HomeView(Search search, Vocabulary vocabulary, Covers covers, CurrentReader reader, SuggestedViews suggested) {
        this.search = search;
        this.vocabulary = vocabulary;
        this.covers = covers;
        this.reader = reader;
        this.suggested = suggested;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<LibraryNumbers> numbers = LibraryNumbers.of(search, reader.get());
        add(hero(numbers));
        if (numbers.isEmpty()) {
            add(new Notice(Badge.Tone.WARN, getTranslation("browse.away"), getTranslation("browse.away.text")));
        }
        add(section("browse.home.themes", "themes", "browse.home.themes.all", Scheme.THEME),
                new ConceptCards(first(numbers, Scheme.THEME, THEMES), numbers, true),
                section("browse.home.audiences", "audiences", "browse.home.audiences.all", Scheme.AUDIENCE),
                audiences(numbers));
        numbers.ifPresent(this::addNewest);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("browse.home.title"));
    }

    private Component hero(Optional<LibraryNumbers> numbers) {
        Paragraph lead = new Paragraph(getTranslation("browse.home.lead"));
        lead.addClassName("lead");
        SearchField field = new SearchField(getTranslation("browse.home.search"),
                getTranslation("browse.home.search.example"), getTranslation("browse.menu.search"),
                text -> getUI().ifPresent(ui -> ui.navigate("search", SearchAddress.of(text).parameters())))
                .suggesting(typed -> suggested.of(typed, this));
        Section hero = new Section(new H1(getTranslation("browse.home.title")), lead, field);
        hero.addClassName("hero");
        Paragraph below = new Paragraph(new Span(getTranslation("browse.home.met")),
                new Link("answer", getTranslation("browse.home.answer")));
        below.addClassNames("small", "muted", "under-search");
        numbers.filter(known -> known.total() > 0).ifPresent(known -> below.add(new Span(getTranslation(
                "browse.home.counts", known.total(), known.languages(), known.evaluated()))));
        hero.add(below);
        return hero;
    }

    private Component audiences(Optional<LibraryNumbers> numbers) {
        ConceptChips chips = new ConceptChips();
        for (Concept concept : first(numbers, Scheme.AUDIENCE, AUDIENCES)) {
            String href = ConceptCards.href(concept);
            String label = concept.label(getLocale());
            numbers.ifPresentOrElse(known -> chips.add(href, label, known.count(concept)),
                    () -> chips.add(href, label));
        }
        return chips;
    }

    private List<Concept> first(Optional<LibraryNumbers> numbers, Scheme scheme, int size) {
        return numbers.map(known -> known.mostFirst(vocabulary, scheme)).orElseGet(() -> vocabulary.concepts(scheme))
                .stream().limit(size).toList();
    }

    private Component section(String title, String href, String all, Scheme scheme) {
        return section(title, new Link(href, getTranslation(all, vocabulary.concepts(scheme).size())));
    }

    private Component section(String title, Component more) {
        Div section = new Div(new H2(getTranslation(title)), more);
        section.addClassName("section");
        return section;
    }

    private void addNewest(LibraryNumbers numbers) {
        if (numbers.newest().isEmpty()) {
            EmptyState empty = new EmptyState(getTranslation("browse.home.empty"),
                    getTranslation("browse.home.empty.text"),
                    new Link("contribute", getTranslation("browse.home.empty.contribute"), "btn"));
            empty.addClassName("spaced");
            add(empty);
            return;
        }
        add(section("browse.home.newest", new Link("search?sort=newest", getTranslation("browse.home.newest.all"))),
                new NewestCards(numbers.newest(), vocabulary, covers));
    }
}
