package eu.counterpoint.browse;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import eu.counterpoint.library.Description;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;

/** Did it work: how that was looked at, which way the effect went, who reviewed it; "not reported" where it is silent. */
class EvidenceSection extends Section {

    EvidenceSection(Description description, Vocabulary vocabulary) {
        DescriptionList facts = new DescriptionList();
        facts.addClassNames("card", "evidence");
        add(new H2(getTranslation("browse.evidence")), facts);
        String design = description.one(Scheme.EVIDENCE_DESIGN);
        String effect = description.one(Scheme.EFFECT);
        fact(facts, "design", design == null ? "" : vocabulary.label(Scheme.EVIDENCE_DESIGN, design, getLocale()));
        fact(facts, "effect", effect == null ? "" : vocabulary.label(Scheme.EFFECT, effect, getLocale()));
        fact(facts, "reviewed", description.reviewedBy());
    }

    private void fact(DescriptionList facts, String what, String value) {
        Span text = new Span(value.isBlank() ? getTranslation("browse.not-reported") : value);
        text.setClassName("muted", value.isBlank());
        facts.getElement().appendChild(new Div(new DescriptionList.Term(getTranslation("browse.evidence." + what)),
                new DescriptionList.Description(text)).getElement());
    }
}
