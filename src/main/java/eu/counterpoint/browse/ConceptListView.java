package eu.counterpoint.browse;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.Search;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Notice;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Optional;

/** All concepts of a scheme by which the library is organised. */
abstract class ConceptListView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Scheme scheme;
    private final Search search;
    private final Vocabulary vocabulary;
    private final CurrentReader reader;

    ConceptListView(Scheme scheme, Search search, Vocabulary vocabulary, CurrentReader reader) {
        this.scheme = scheme;
        this.search = search;
        this.vocabulary = vocabulary;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Optional<LibraryNumbers> numbers = LibraryNumbers.of(search, reader.get());
        Paragraph lead = new Paragraph(getTranslation("browse." + scheme.id() + ".all.lead"));
        lead.addClassName("lead");
        add(new H1(getTranslation("browse." + scheme.id() + ".all")), lead);
        if (numbers.isEmpty()) {
            add(new Notice(Badge.Tone.WARN, getTranslation("browse.away"), getTranslation("browse.away.text")));
        }
        add(new ConceptCards(vocabulary.concepts(scheme), numbers, false));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("browse." + scheme.id() + ".all"));
    }
}
