package eu.counterpoint.browse;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Material;
import eu.counterpoint.search.Hit;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.Sort;
import eu.counterpoint.ui.Link;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is like it: others with one of its themes and one of its audiences. Not there where nothing is. */
class SimilarSection extends Section {

    private static final int SHOWN = 5;

    SimilarSection(Material material, Search search, Vocabulary vocabulary, Reader reader) {
        UnorderedList list = new UnorderedList();
        list.addClassName("plain-list");
        for (Hit hit : similar(material, search, reader)) {
            Paragraph facts = new Paragraph(Stream
                    .of(hit.kind() == null ? "" : vocabulary.label(Scheme.KIND, hit.kind(), getLocale()),
                            hit.organisation(), hit.year() == null ? "" : hit.year().toString())
                    .filter(fact -> !fact.isBlank()).collect(Collectors.joining(" · ")));
            facts.addClassNames("small", "muted");
            list.add(new ListItem(new Link("materials/" + hit.id(), hit.title()), facts));
        }
        Paragraph why = new Paragraph(getTranslation("browse.similar.why"));
        why.addClassNames("small", "muted");
        add(new H2(getTranslation("browse.similar")), why, list);
        setVisible(list.getComponentCount() > 0);
    }

    private static List<Hit> similar(Material material, Search search, Reader reader) {
        Description description = material.description();
        Map<Scheme, Set<String>> filters = new EnumMap<>(Scheme.class);
        for (Scheme scheme : List.of(Scheme.THEME, Scheme.AUDIENCE)) {
            if (description.all(scheme).isEmpty()) {
                return List.of();
            }
            filters.put(scheme, Set.copyOf(description.all(scheme)));
        }
        try {
            return search.search(new SearchQuery("", filters, Set.of(), Sort.NEWEST, 0, SHOWN + 1), reader).hits()
                    .stream().filter(hit -> !hit.id().equals(material.id())).limit(SHOWN).toList();
        } catch (SearchUnavailableException e) {
            return List.of();
        }
    }
}
