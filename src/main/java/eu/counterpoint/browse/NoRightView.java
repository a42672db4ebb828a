package eu.counterpoint.browse;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.ui.Link;
import jakarta.servlet.http.HttpServletResponse;

/** A page that this reader's account does not open. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NoRightView extends Div implements HasErrorParameter<AccessDeniedException>, HasDynamicTitle {

    private final CurrentReader reader;

    NoRightView(CurrentReader reader) {
        this.reader = reader;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<AccessDeniedException> problem) {
        boolean signedIn = reader.get().signedIn();
        Paragraph lead = new Paragraph(
                getTranslation(signedIn ? "browse.no-right.text" : "browse.no-right.sign-in"));
        lead.addClassName("lead");
        removeAll();
        add(new H1(getTranslation("browse.no-right")), lead, signedIn
                ? new Link(".", getTranslation("browse.no-right.home"), "btn")
                : new Link("sign-in", getTranslation("browse.sign-in"), "btn"));
        return HttpServletResponse.SC_FORBIDDEN;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("browse.no-right"));
    }
}
