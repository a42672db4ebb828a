package eu.counterpoint.browse;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.search.ui.SearchAddress;
import eu.counterpoint.ui.SearchField;
import jakarta.servlet.http.HttpServletResponse;

/** There is no such page, or none that this reader may know of. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundView extends Div implements HasErrorParameter<NotFoundException>, HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> problem) {
        Paragraph lead = new Paragraph(getTranslation("browse.not-found.text"));
        lead.addClassName("lead");
        removeAll();
        add(new H1(getTranslation("browse.not-found")), lead,
                new SearchField(getTranslation("browse.home.search"), "", getTranslation("browse.menu.search"),
                        text -> getUI().ifPresent(ui -> ui.navigate("search", SearchAddress.of(text).parameters()))));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("browse.not-found"));
    }
}
