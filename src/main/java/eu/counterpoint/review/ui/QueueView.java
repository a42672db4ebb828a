package eu.counterpoint.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Status;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Pager;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import jakarta.annotation.security.RolesAllowed;
import java.util.Date;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/** What waits for an editor's decision, the longest waiting first. */
@Route("review")
@RolesAllowed("EDITOR")
class QueueView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE_SIZE = 25;

    private final Library library;
    private final Accounts accounts;
    private final Vocabulary vocabulary;

    QueueView(Library library, Accounts accounts, Vocabulary vocabulary) {
        this.library = library;
        this.accounts = accounts;
        this.vocabulary = vocabulary;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int page = event.getLocation().getQueryParameters().getSingleParameter("page")
                .filter(number -> number.matches("\\d{1,4}")).map(Integer::valueOf).orElse(0);
        Page<Material> waiting = library.in(Status.SUBMITTED, PageRequest.of(page, PAGE_SIZE));
        removeAll();
        Paragraph lead = new Paragraph(getTranslation("review.queue.lead", waiting.getTotalElements()));
        lead.addClassName("lead");
        add(new H1(getTranslation("review.queue")), lead);
        if (waiting.isEmpty()) {
            add(new EmptyState(getTranslation("review.queue.empty"), getTranslation("review.queue.empty.text")));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        waiting.forEach(material -> rows.add(row(material)));
        add(rows, new Pager(page, waiting.getTotalPages(), number -> number == 0 ? "review" : "review?page=" + number));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("review.queue"));
    }

    private ListItem row(Material material) {
        Paragraph facts = new Paragraph(Stream
                .of(vocabulary.label(Scheme.KIND, kind(material), getLocale()),
                        getTranslation("review.queue.by", accounts.name(material.owner())),
                        getTranslation("review.queue.since", Date.from(material.changedAt())),
                        getTranslation("review.queue.files", material.files().size()))
                .filter(fact -> !fact.isBlank()).collect(Collectors.joining(" · ")));
        facts.addClassNames("small", "muted");
        String address = "materials/" + material.id();
        Div words = new Div(new H2(new Link(address, material.description().title())), facts);
        Component open = new Link(address, getTranslation("review.queue.open"), "btn", "quiet");
        open.getElement().setAttribute("aria-label",
                getTranslation("review.queue.open.of", material.description().title()));
        ListItem row = new ListItem(words, open);
        row.addClassName("card");
        return row;
    }

    private static String kind(Material material) {
        String kind = material.description().one(Scheme.KIND);
        return kind == null ? "" : kind;
    }
}
