package eu.counterpoint.ui;

import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The way through the pages of a list; empty where there is but one. */
public class Pager extends Nav {

    /**
     * @param page  the page shown, from 0
     * @param pages how many there are
     * @param href  the address of a page, counted from 0
     */
    public Pager(int page, int pages, IntFunction<String> href) {
        addClassName("pager");
        setAriaLabel(getTranslation("ui.pager"));
        setVisible(pages > 1);
        if (pages <= 1) {
            return;
        }
        if (page > 0) {
            add(new Link(href.apply(page - 1), getTranslation("ui.pager.previous")));
        }
        var shown = new TreeSet<Integer>();
        shown.add(0);
        shown.add(pages - 1);
        IntStream.rangeClosed(page - 2, page + 2).filter(number -> number >= 0 && number < pages).forEach(shown::add);
        int last = -1;
        for (int number : shown) {
            if (number > last + 1) {
                add(new Span("…"));
            }
            Link link = new Link(href.apply(number), getTranslation("ui.number", number + 1));
            link.setAriaLabel(getTranslation("ui.pager.page", number + 1));
            if (number == page) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
            last = number;
        }
        if (page < pages - 1) {
            add(new Link(href.apply(page + 1), getTranslation("ui.pager.next")));
        }
    }
}
