package eu.counterpoint.browse;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import eu.counterpoint.library.Gammma;

/** How it was made, as cards after the GAMMMA+ model. A part that the record leaves out says so. */
class GammmaSection extends Section {

    private final DescriptionList cards = new DescriptionList();

    GammmaSection(Gammma gammma) {
        cards.addClassNames("grid", "gammma");
        add(new H2(getTranslation("browse.gammma")), cards);
        card("goal", gammma.goal());
        card("audience", gammma.audience());
        card("message", gammma.message());
        card("messenger", gammma.messenger());
        card("media", gammma.media());
        card("action", gammma.action());
        card("evaluation", gammma.evaluation());
    }

    private void card(String part, String text) {
        Span words = new Span(text.isBlank() ? getTranslation("browse.not-reported") : text);
        words.setClassName("muted", text.isBlank());
        Div card = new Div(new DescriptionList.Term(getTranslation("browse.gammma." + part)),
                new DescriptionList.Description(words));
        card.addClassName("card");
        cards.getElement().appendChild(card.getElement());
    }
}
