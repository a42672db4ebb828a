package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
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

    ConceptCards(List<Concept> concepts, Optional<LibraryNumbers> numbers) {
        addClassNames("grid", "plain-list");
        concepts.forEach(concept -> add(new ListItem(card(concept, numbers))));
    }

    /** Where the page of a theme or an audience is. */
    static String href(Concept concept) {
        return (concept.scheme() == Scheme.THEME ? "themes/" : "audiences/") + concept.id();
    }

    private Component card(Concept concept, Optional<LibraryNumbers> numbers) {
        Span head = new Span(new H3(concept.label(getLocale())));
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
