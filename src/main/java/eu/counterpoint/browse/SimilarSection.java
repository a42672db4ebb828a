package eu.counterpoint.browse;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Material;
import eu.counterpoint.search.Hit;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.Similar;
import eu.counterpoint.ui.Link;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is like it, by text and concepts, each with what both have. Not there where nothing is. */
class SimilarSection extends Section {

    private static final int SHOWN = 5;
    private static final int MOST_SHARED = 3;

    private final Vocabulary vocabulary;

    SimilarSection(Material material, Similar similar, Vocabulary vocabulary, Reader reader) {
        this.vocabulary = vocabulary;
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        for (Similar.Like like : like(material, similar, reader)) {
            list.add(new ListItem(new Link("materials/" + like.hit().id(), like.hit().title()),
                    line(facts(like.hit())), line(why(like))));
        }
        add(new H2(getTranslation("browse.similar")), list);
        setVisible(list.getComponentCount() > 0);
    }

    private static List<Similar.Like> like(Material material, Similar similar, Reader reader) {
        try {
            return similar.to(material, SHOWN, reader);
        } catch (SearchUnavailableException e) {
            return List.of();
        }
    }

    private String facts(Hit hit) {
        return Stream
                .of(hit.kind() == null ? "" : vocabulary.label(Scheme.KIND, hit.kind(), getLocale()),
                        hit.organisation(), hit.year() == null ? "" : hit.year().toString())
                .filter(fact -> !fact.isBlank()).collect(Collectors.joining(" · "));
    }

    /** The themes that both have; without any, the audiences; and so on. */
    private String why(Similar.Like like) {
        return like.shared().entrySet().stream().findFirst().map(both -> {
            List<String> labels = both.getValue().stream().limit(MOST_SHARED)
                    .map(id -> vocabulary.label(both.getKey(), id, getLocale())).toList();
            return getTranslation("browse.similar." + both.getKey().id(), labels.size(), String.join(", ", labels));
        }).orElseGet(() -> getTranslation("browse.similar.text"));
    }

    private static Paragraph line(String text) {
        Paragraph line = new Paragraph(text);
        line.addClassNames("small", "muted");
        line.setVisible(!text.isEmpty());
        return line;
    }
}
