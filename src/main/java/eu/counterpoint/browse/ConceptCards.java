package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.ui.Link;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Optional;

/** Themes or audiences to go to, as cards with a tagline, and with counts where these are known. */
class ConceptCards extends UnorderedList {

    private final boolean belowHeading;

    /** @param belowHeading whether the cards stand below a heading of their own, or are the page's first level */
    ConceptCards(List<Concept> concepts, Optional<LibraryNumbers> numbers, boolean belowHeading) {
        this.belowHeading = belowHeading;
        addClassNames("grid", "plain-list");
        concepts.forEach(concept -> add(new ListItem(card(concept, numbers))));
    }

    /** Where the page of a theme or an audience is. */
    static String href(Concept concept) {
        return (concept.scheme() == Scheme.THEME ? "themes/" : "audiences/") + concept.id();
    }

    private Component card(Concept concept, Optional<LibraryNumbers> numbers) {
        String label = concept.label(getLocale());
        Span head = new Span(belowHeading ? new H3(label) : new H2(label));
        numbers.ifPresent(known -> head.add(new RecordCount(known.count(concept))));
        Anchor card = new Link(href(concept), "", "card", "theme-card");
        card.add(head);
        String tagline = concept.description(getLocale());
        if (!tagline.isEmpty()) {
            Paragraph line = new Paragraph(tagline);
            line.addClassNames("small", "muted");
            card.add(line);
        }
        return card;
    }
}
