package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.ui.RecordCovers;
import eu.counterpoint.search.Hit;
import eu.counterpoint.search.ui.EvidenceBadge;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Link;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newest additions, as cards. */
class NewestCards extends UnorderedList {

    private final Vocabulary vocabulary;
    private final RecordCovers covers;

    NewestCards(List<Hit> hits, Vocabulary vocabulary, Covers covers) {
        this.vocabulary = vocabulary;
        this.covers = new RecordCovers(hits.stream().map(Hit::id).toList(), covers);
        addClassNames("grid", "wide-cells", "plain-list");
        hits.forEach(hit -> add(new ListItem(card(hit))));
    }

    private Component card(Hit hit) {
        Div badges = new Div();
        badges.addClassName("badges");
        if (hit.kind() != null) {
            badges.add(new Badge(vocabulary.label(Scheme.KIND, hit.kind(), getLocale()), Badge.Tone.KIND));
        }
        EvidenceBadge.of(hit.evidence(), vocabulary, getLocale()).ifPresent(badges::add);
        Stream<String> countries = hit.countries().stream()
                .map(id -> vocabulary.label(Scheme.COUNTRY, id, getLocale()));
        String year = hit.year() == null ? "" : hit.year().toString();
        Paragraph facts = new Paragraph(
                Stream.of(hit.organisation(), countries.collect(Collectors.joining(", ")), year)
                        .filter(fact -> !fact.isBlank()).collect(Collectors.joining(" · ")));
        facts.addClassNames("small", "muted");
        Div words = new Div(badges, new H3(new Link("materials/" + hit.id(), hit.title())), facts);
        Article card = new Article(covers.of(hit.id(), hit.title()), words);
        card.addClassNames("card", "hit");
        return card;
    }
}
