package eu.counterpoint.browse;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import eu.counterpoint.library.Description;
import eu.counterpoint.search.ui.SearchAddress;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;

/** What it is about and for whom: every term leads to the other records that have it. */
class SubjectSection extends Section {

    private static final List<Scheme> SHOWN = List.of(Scheme.THEME, Scheme.AUDIENCE, Scheme.INTENDED_USER,
            Scheme.NARRATIVE_TYPE, Scheme.TECHNIQUE, Scheme.EXTREMISM, Scheme.PREVENTION_LEVEL, Scheme.MESSENGER,
            Scheme.CHANNEL, Scheme.WORKING_GROUP);

    SubjectSection(Description description, Vocabulary vocabulary) {
        DescriptionList terms = new DescriptionList();
        terms.addClassName("terms");
        for (Scheme scheme : SHOWN) {
            if (!description.all(scheme).isEmpty()) {
                ConceptChips chips = new ConceptChips();
                description.all(scheme).forEach(
                        id -> chips.add(href(scheme, id), vocabulary.label(scheme, id, getLocale())));
                terms.add(new DescriptionList.Term(getTranslation("browse.subject." + scheme.id())),
                        new DescriptionList.Description(chips));
            }
        }
        add(new H2(getTranslation("browse.subject")), terms);
        if (!description.purpose().isBlank()) {
            Paragraph purpose = new Paragraph(getTranslation("browse.subject.purpose", description.purpose()));
            purpose.addClassNames("small", "muted", "purpose");
            add(purpose);
        }
        setVisible(terms.getElement().getChildCount() > 0 || !description.purpose().isBlank());
    }

    private static String href(Scheme scheme, String id) {
        return switch (scheme) {
            case THEME -> "themes/" + id;
            case AUDIENCE -> "audiences/" + id;
            default -> SearchAddress.of(scheme, id).href();
        };
    }
}
