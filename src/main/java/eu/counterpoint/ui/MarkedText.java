package eu.counterpoint.ui;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import org.springframework.web.util.HtmlUtils;

/**
 * Escaped text in which some stretches are marked. Only {@code <mark>} comes through; whatever else looks like markup
 * is shown as the text it is.
 */
public class MarkedText extends Span {

    private static final String OPEN = "<mark>";
    private static final String CLOSE = "</mark>";

    /** @param html escaped text with {@code <mark>} and {@code </mark>} */
    public MarkedText(String html) {
        int at = 0;
        int open = html.indexOf(OPEN);
        while (open >= 0) {
            int close = html.indexOf(CLOSE, open);
            int end = close < 0 ? html.length() : close;
            addText(html.substring(at, open));
            Element mark = new Element("mark");
            mark.setText(plain(html.substring(open + OPEN.length(), end)));
            getElement().appendChild(mark);
            at = Math.min(html.length(), end + CLOSE.length());
            open = html.indexOf(OPEN, at);
        }
        addText(html.substring(at));
    }

    private void addText(String escaped) {
        if (!escaped.isEmpty()) {
            getElement().appendChild(Element.createText(plain(escaped)));
        }
    }

    /** Elements of their own instead of HTML: nothing that a file says can become part of the page. */
    private static String plain(String escaped) {
        return HtmlUtils.htmlUnescape(escaped.replace(OPEN, "").replace(CLOSE, ""));
    }
}
