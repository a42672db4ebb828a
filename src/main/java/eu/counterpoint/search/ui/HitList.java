package eu.counterpoint.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.ui.RecordCovers;
import eu.counterpoint.search.Hit;
import eu.counterpoint.search.PassageHit;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.MarkedText;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.HtmlUtils;

/** Records found, each with its badges and the passages that matched, which lead to their place in the text. */
public class HitList extends UnorderedList {

    /** Longer texts are not for the addresses of pages. */
    private static final int LONGEST = 500;

    private final Vocabulary vocabulary;
    private final RecordCovers covers;
    private final String words;

    public HitList(List<Hit> hits, Vocabulary vocabulary, Covers covers) {
        this(hits, vocabulary, covers, "");
    }

    /** @param words as searched, which are marked in the texts that the passages lead to */
    public HitList(List<Hit> hits, Vocabulary vocabulary, Covers covers, String words) {
        this(hits, vocabulary, covers, words, H2::new, hit -> List.of());
    }

    /**
     * @param words   as searched; empty where they are not for an address
     * @param heading of a record, at the level that fits below the headings around
     * @param more    what stands below each
     */
    HitList(List<Hit> hits, Vocabulary vocabulary, Covers covers, String words,
            Supplier<? extends HtmlContainer> heading, Function<Hit, List<Component>> more) {
        this.vocabulary = vocabulary;
        this.covers = new RecordCovers(hits.stream().map(Hit::id).toList(), covers);
        this.words = words.length() <= LONGEST ? words : "";
        addClassName("hits");
        hits.forEach(hit -> add(new ListItem(card(hit, heading.get(), more.apply(hit)))));
    }

    private Component card(Hit hit, HtmlContainer heading, List<Component> more) {
        Anchor link = new Link("materials/" + hit.id(), "");
        link.add(new MarkedText(hit.titleHtml()));
        heading.add(link);
        Div text = new Div(badges(hit), heading, facts(hit), summary(hit));
        if (!hit.passages().isEmpty()) {
            text.add(passages(hit));
        }
        text.add(more);
        Article card = new Article(covers.of(hit.id(), hit.title()), text);
        card.addClassNames("card", "hit");
        return card;
    }

    private Component badges(Hit hit) {
        Div badges = new Div();
        badges.addClassName("badges");
        if (hit.kind() != null) {
            badges.add(new Badge(vocabulary.label(Scheme.KIND, hit.kind(), getLocale()), Badge.Tone.KIND));
        }
        EvidenceBadge.of(hit.evidence(), vocabulary, getLocale()).ifPresent(badges::add);
        if (hit.near() && !words.isEmpty()) {
            badges.add(new Badge(getTranslation("search.ui.near"), Badge.Tone.KIND));
        }
        return badges;
    }

    private Component facts(Hit hit) {
        String countries = hit.countries().stream().map(id -> vocabulary.label(Scheme.COUNTRY, id, getLocale()))
                .collect(Collectors.joining(", "));
        String year = hit.year() == null ? "" : hit.year().toString();
        String language = hit.language() == null ? "" : vocabulary.label(Scheme.LANGUAGE, hit.language(), getLocale());
        Paragraph facts = new Paragraph(Stream.of(hit.organisation(), countries, year, language)
                .filter(Objects::nonNull).filter(fact -> !fact.isBlank()).collect(Collectors.joining(" · ")));
        facts.addClassNames("small", "muted");
        return facts;
    }

    private static Component summary(Hit hit) {
        return new Paragraph(new MarkedText(summary(hit.summaryHtml(), hit.summary())));
    }

    private Component passages(Hit hit) {
        UnorderedList passages = new UnorderedList();
        passages.addClassName("passages");
        for (PassageHit passage : hit.passages()) {
            ListItem item = new ListItem(new MarkedText(stretch(passage.html())), new Span(" "),
                    new PassageLink(hit.id().value(), passage, words));
            if (passage.near() && !hit.near() && !words.isEmpty()) {
                Span near = new Span(getTranslation("search.ui.near.passage"));
                near.addClassName("muted");
                item.add(new Span(" "), near);
            }
            passages.add(item);
        }
        return passages;
    }

    /** A summary that is there to its last word breaks off nowhere, however it ends. */
    static String summary(String html, String whole) {
        String words = HtmlUtils.htmlUnescape(html.replace("<mark>", "").replace("</mark>", ""));
        return words.strip().equals(whole.strip()) ? html : stretch(html);
    }

    /** A stretch cut out of a text begins with a word, and says where it breaks off. */
    static String stretch(String html) {
        String words = html.strip().replaceFirst("^[\\s,;:.!?)]+", "");
        return words.isEmpty() || words.matches("(?s).*([.!?…:)”’\"]|&quot;|&#39;)(</mark>)?") ? words : words + " …";
    }
}
