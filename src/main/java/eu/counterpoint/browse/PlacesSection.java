package eu.counterpoint.browse;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.search.FileHits;
import eu.counterpoint.search.PassageHit;
import eu.counterpoint.search.ui.PassageLink;
import eu.counterpoint.ui.MarkedText;
import java.util.Set;

/** Where the words that were searched stand in a file, in its order, each leading to its place in the text and to its page of the PDF. */
class PlacesSection extends Section {

    private static final int FEW = 5;

    private final String title;

    /**
     * @param file    address of the original
     * @param inThePdf numbers of the passages that stand on a page of the PDF; none where the file is something else
     */
    PlacesSection(FileHits hits, String material, String file, String words, Set<Integer> inThePdf) {
        addClassNames("card", "places");
        title = getTranslation("browse.text.places", hits.total(), words);
        if (hits.places().isEmpty()) {
            add(new Paragraph(title));
            return;
        }
        UnorderedList places = new UnorderedList();
        places.addClassName("passages");
        for (PassageHit place : hits.places()) {
            ListItem item = new ListItem(new PassageLink(material, place, words), new Span(" "),
                    new MarkedText(place.html()));
            if (place.page() != null && inThePdf.contains(place.number())) {
                item.add(new Span(" "), new PdfLink(file, place.page()));
            }
            places.add(item);
        }
        NativeDetails list = new NativeDetails(title, places);
        list.setOpen(hits.places().size() <= FEW);
        add(list);
        if (hits.total() > hits.places().size()) {
            Paragraph best = new Paragraph(getTranslation("browse.text.places.best", hits.places().size()));
            best.addClassNames("small", "muted");
            add(best);
        }
    }

    /** How many there are, in a sentence. */
    String title() {
        return title;
    }
}
