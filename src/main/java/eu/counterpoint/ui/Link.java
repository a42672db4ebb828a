package eu.counterpoint.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;

/** A link within the library or out of it. */
public class Link extends Anchor {

    /** To a view of this library. */
    public Link(String href, String text, String... classNames) {
        super(href, text);
        addClassNames(classNames);
    }

    /** To something of this library that is not a view: a download, the pages of the API. */
    public static Link outsideViews(String href, String text, String... classNames) {
        Link link = new Link(href, text, classNames);
        link.setRouterIgnore(true);
        return link;
    }

    /** To something of this library, beside what its reader is doing: in a new tab. */
    public static Link beside(String href, String text, String... classNames) {
        Link link = outsideViews(href, text, classNames);
        link.openBeside();
        return link;
    }

    /** To somebody else's site, which learns nothing of where the reader came from. */
    public static Link elsewhere(String href, String text) {
        Link link = outsideViews(href, text);
        link.getElement().setAttribute("rel", "noopener noreferrer external");
        return link;
    }

    /** In a new tab, which knows nothing of this one. */
    protected final void openBeside() {
        setRouterIgnore(true);
        setTarget(AnchorTarget.BLANK);
        getElement().setAttribute("rel", "noopener");
        Span hint = new Span(" " + getTranslation("ui.new-tab"));
        hint.addClassName("unseen");
        add(hint);
    }
}
