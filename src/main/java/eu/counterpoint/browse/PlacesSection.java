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

/** Where the words that were searched stand in a file, in its order, each leading to its place in the text. */
class PlacesSection extends Section {

    private static final int FEW = 5;

    PlacesSection(FileHits hits, String material, String words) {
        addClassNames("card", "places");
        String title = getTranslation("browse.text.places", hits.total(), words);
        if (hits.places().isEmpty()) {
            add(new Paragraph(title));
            return;
        }
        UnorderedList places = new UnorderedList();
        places.addClassName("passages");
        for (PassageHit place : hits.places()) {
            places.add(new ListItem(new PassageLink(material, place, words), new Span(" "),
                    new MarkedText(place.html())));
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
}
