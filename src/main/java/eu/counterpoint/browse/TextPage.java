package eu.counterpoint.browse;

import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.counterpoint.file.Passage;
import eu.counterpoint.ui.MarkedText;
import eu.counterpoint.ui.PlayTime;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A page of a file's text, or a stretch of it where it has none. */
class TextPage extends Article {

    private final Div head = new Div();

    /**
     * @param sought number of the passage that somebody came for
     * @param marked passages with the words that were searched, by their number
     */
    TextPage(TextScreen.Block block, OptionalInt sought, Map<Integer, String> marked) {
        addClassNames("card", "text-page");
        String heading = Stream
                .of(block.part() == null ? "" : getTranslation("browse.text.part", block.part()),
                        block.page() == null ? "" : getTranslation("browse.text.page", block.page()))
                .filter(part -> !part.isEmpty()).reduce((part, number) -> part + " · " + number).orElse("");
        head.addClassName("text-head");
        if (!heading.isEmpty()) {
            head.add(new H2(heading));
            add(head);
        }
        for (Passage passage : block.passages()) {
            String html = marked.get(passage.number());
            Paragraph text = html == null
                    ? new Paragraph(passage.text())
                    : new Paragraph(new MarkedText(html));
            if (passage.second() != null) {
                Span time = new Span(PlayTime.of(passage.second()) + " ");
                time.addClassNames("muted", "small");
                text.addComponentAsFirst(time);
            }
            text.setId("t-" + passage.number());
            text.setClassName("sought", sought.isPresent() && sought.getAsInt() == passage.number());
            add(text);
        }
    }

    /** The same, with a way to the page itself beside its heading. */
    TextPage with(PdfLink link) {
        head.add(link);
        return this;
    }
}
