package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Footer;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Quarantine;
import eu.counterpoint.library.Status;
import eu.counterpoint.ui.Emblem;
import eu.counterpoint.ui.Link;
import org.springframework.data.domain.PageRequest;

/**
 * The frame around every view: mark and menu above, what this is below. A view is what stands inside {@code main}, so it
 * brings no {@code main} of its own, and exactly one {@code h1}.
 */
@Layout
@AnonymousAllowed
class MainLayout extends Div implements RouterLayout, AfterNavigationObserver {

    private final AuthenticationContext authentication;
    private final CurrentReader currentReader;
    private final Library library;
    private final Quarantine quarantine;
    private final Nav menu = new Nav();
    private final Div actions = new Div();
    private final Main content = new Main();
    private String lastPath = "";

    MainLayout(AuthenticationContext authentication, CurrentReader currentReader, Library library,
            Quarantine quarantine) {
        this.authentication = authentication;
        this.currentReader = currentReader;
        this.library = library;
        this.quarantine = quarantine;
        addClassName("frame");
        add(skipLink(), top(), content, foot());
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
        content.getElement().appendChild(view.getElement());
    }

    @Override
    public void removeRouterLayoutContent(HasElement view) {
        content.getElement().removeAllChildren();
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String path = event.getLocation().getPath();
        Reader reader = currentReader.get();
        fillMenu(path, reader);
        fillActions(path, reader);
        boolean backOrForward = event.getLocationChangeEvent().getTrigger() == NavigationTrigger.HISTORY;
        if (!lastPath.isEmpty() && !lastPath.equals(path) && !backOrForward) {
            content.getElement()
                    .executeJs(
                            "if (!location.hash && !document.querySelector('.sought')) { this.focus({preventScroll: true}); window.scrollTo(0, 0) }");
        }
        lastPath = path.isEmpty() ? "/" : path;
    }

    private void fillMenu(String path, Reader reader) {
        menu.removeAll();
        menu.add(entry("search", "browse.menu.search", path), entry("answer", "browse.menu.answer", path),
                entry("themes", "browse.menu.themes", path),
                entry("audiences", "browse.menu.audiences", path));
        if (reader.signedIn()) {
            menu.add(entry("my-materials", "browse.menu.mine", path));
        }
        if (reader.is(Role.EDITOR)) {
            Anchor review = entry("review", "browse.menu.review", path);
            long waiting = library.in(Status.SUBMITTED, PageRequest.of(0, 1)).getTotalElements();
            if (waiting > 0) {
                Span count = new Span(getTranslation("ui.number", waiting));
                count.addClassName("count");
                count.getElement().setAttribute("title", getTranslation("browse.menu.waiting", waiting));
                review.add(count);
            }
            menu.add(review);
        }
    }

    private Anchor entry(String target, String key, String path) {
        Anchor entry = new Link(target, getTranslation(key));
        if (path.equals(target)) {
            entry.getElement().setAttribute("aria-current", "page");
        } else if (path.startsWith(target + "/")) {
            entry.getElement().setAttribute("aria-current", "true");
        }
        return entry;
    }

    private void fillActions(String path, Reader reader) {
        actions.removeAll();
        if (reader.signedIn()) {
            actions.add(account(path, reader));
        } else {
            actions.add(new Link("sign-in", getTranslation("browse.sign-in"), "btn", "quiet"));
        }
        actions.add(new Link("contribute", getTranslation("browse.contribute"), "btn"));
    }

    /** A disclosure of the browser's own: works with the keyboard and closes when something in it was followed. */
    private Component account(String path, Reader reader) {
        Element summary = new Element("summary");
        summary.setAttribute("class", "btn quiet").appendChild(new Element("span").setText(reader.name()));
        UnorderedList entries = new UnorderedList();
        if (reader.is(Role.ADMINISTRATOR)) {
            entries.add(new ListItem(entry("people", "browse.menu.people", path)),
                    new ListItem(entry("search-index", "browse.menu.index", path)));
        }
        entries.add(new ListItem(quarantine(path, reader)));
        entries.add(new ListItem(entry("account", "browse.account", path)), new ListItem(signOut()));
        Div menu = new Div();
        Element details = new Element("details");
        details.setAttribute("class", "menu").appendChild(summary, entries.getElement());
        menu.getElement().appendChild(details);
        return menu;
    }

    private Anchor quarantine(String path, Reader reader) {
        Anchor entry = entry("quarantine", "browse.menu.quarantine", path);
        long files = quarantine.counts(reader).all();
        if (files > 0) {
            Span count = new Span(getTranslation("ui.number", files));
            count.addClassName("count");
            count.getElement().setAttribute("title", getTranslation("browse.menu.quarantine.waiting", files));
            entry.add(count);
        }
        return entry;
    }

    private Component signOut() {
        NativeButton signOut = new NativeButton(getTranslation("browse.sign-out"), event -> authentication.logout());
        signOut.addClassName("link");
        return signOut;
    }

    private Component skipLink() {
        Anchor skip = new Link("#content", getTranslation("browse.skip"), "skip");
        skip.getElement().executeJs("""
                this.addEventListener('click', event => {
                  event.preventDefault(); event.stopPropagation(); document.getElementById('content').focus();
                })""");
        content.setId("content");
        content.getElement().setAttribute("tabindex", "-1");
        return skip;
    }

    private Component top() {
        Anchor logo = new Link("", "", "logo");
        logo.getElement().setAttribute("href", ".");
        logo.add(new Emblem(), new Span(getTranslation("browse.name")));
        menu.setAriaLabel(getTranslation("browse.menu"));
        actions.addClassName("actions");
        Div bar = new Div(logo, menu, actions);
        bar.addClassName("bar");
        Header top = new Header(bar);
        top.addClassName("top");
        return top;
    }

    private Component foot() {
        UnorderedList links = new UnorderedList(
                new ListItem(Link.outsideViews("swagger-ui.html", getTranslation("browse.foot.api"))));
        Div inner = new Div(new Paragraph(getTranslation("browse.foot.what")), links);
        Footer foot = new Footer(inner);
        foot.addClassName("foot");
        return foot;
    }
}
