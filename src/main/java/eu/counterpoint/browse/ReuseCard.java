package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.VaadinServletRequest;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.ui.Link;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Date;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** May I reuse it, where does it come from, and the address under which it can be cited. */
class ReuseCard extends Div {

    private final DescriptionList facts = new DescriptionList();

    ReuseCard(Material material, Vocabulary vocabulary) {
        Description description = material.description();
        addClassName("card");
        facts.addClassName("facts");
        add(facts);
        fact("browse.reuse", licence(description, vocabulary));
        if (description.link() != null) {
            fact("browse.source", Link.elsewhere(description.link(), description.link()));
        }
        fact("browse.address", new Span(address(material)));
        if (description.visibility() != Visibility.PUBLIC) {
            fact("browse.visibility", new Span(getTranslation("browse.visibility." + description.visibility().id())));
        }
        if (description.consent() == Consent.ON_FILE) {
            fact("browse.consent", new Span(getTranslation("browse.consent.on-file")));
        }
        if (material.publishedAt() != null) {
            fact("browse.published", new Span(getTranslation("browse.published.when",
                    Date.from(material.publishedAt()), material.revision())));
        }
    }

    private void fact(String key, Component value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }

    private Component licence(Description description, Vocabulary vocabulary) {
        String id = description.one(Scheme.LICENCE);
        if (id == null) {
            return new Span(getTranslation("browse.reuse.unknown"));
        }
        Concept licence = vocabulary.find(Scheme.LICENCE, id).orElse(null);
        if (licence == null) {
            return new Span(id);
        }
        String label = licence.label(getLocale());
        Component name = licence.matches().isEmpty()
                ? new Span(label)
                : Link.elsewhere(licence.matches().getFirst().toString(), label);
        String meaning = licence.description(getLocale());
        return meaning.isEmpty() ? name : new Span(name, new Span(getTranslation("browse.reuse.meaning", meaning)));
    }

    private static String address(Material material) {
        return ServletUriComponentsBuilder.fromContextPath(VaadinServletRequest.getCurrent().getHttpServletRequest())
                .path("/materials/{id}").build(material.id()).toString();
    }
}
