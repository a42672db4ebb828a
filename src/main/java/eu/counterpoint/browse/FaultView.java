package eu.counterpoint.browse;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.ui.Link;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something that should not happen did. The log says what; the page says what to do. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class FaultView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(FaultView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> problem) {
        LOG.error("{} could not be shown", event.getLocation().getPath(), problem.getException());
        Paragraph lead = new Paragraph(getTranslation("browse.fault.text"));
        lead.addClassName("lead");
        removeAll();
        add(new H1(getTranslation("browse.fault")), lead,
                Link.outsideViews(event.getLocation().getPathWithQueryParameters(),
                        getTranslation("browse.fault.again"), "btn"));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("browse.fault"));
    }
}
