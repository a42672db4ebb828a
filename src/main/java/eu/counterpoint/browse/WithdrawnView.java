package eu.counterpoint.browse;

import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialWithdrawnException;
import eu.counterpoint.ui.Link;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Date;

/** The tombstone of a material: what it was called, when it went, and why. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class WithdrawnView extends Div implements HasErrorParameter<MaterialWithdrawnException>, HasDynamicTitle {

    private String title = "";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<MaterialWithdrawnException> problem) {
        Material tombstone = problem.getException().tombstone();
        title = tombstone.description().title();
        Paragraph lead = new Paragraph(getTranslation("browse.withdrawn.text"));
        lead.addClassName("lead");
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "browse.withdrawn.when", getTranslation("ui.date", Date.from(tombstone.changedAt())));
        String reason = tombstone.note();
        fact(facts, "browse.withdrawn.why", reason == null ? getTranslation("browse.withdrawn.no-reason") : reason);
        Div card = new Div(facts);
        card.addClassNames("card", "measure");
        Div ways = new Div(new Link("search", getTranslation("browse.withdrawn.search"), "btn"));
        ways.addClassNames("row", "spaced");
        removeAll();
        add(new H1(getTranslation("browse.withdrawn", title)), lead, card, ways);
        return HttpServletResponse.SC_GONE;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("browse.withdrawn", title));
    }

    private void fact(DescriptionList facts, String key, String value) {
        facts.add(new DescriptionList.Term(getTranslation(key)), new DescriptionList.Description(value));
    }
}
