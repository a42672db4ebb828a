package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.ingest.batch.Batch;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.ingest.batch.Batches.Slice;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Pager;
import jakarta.annotation.security.PermitAll;
import java.util.Date;

/** The batches that somebody has sent; for editors everybody's. */
@Route("batches")
@PermitAll
class BatchesView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE_SIZE = 25;

    private final Batches batches;
    private final CurrentReader reader;
    private final Accounts accounts;

    BatchesView(Batches batches, CurrentReader reader, Accounts accounts) {
        this.batches = batches;
        this.reader = reader;
        this.accounts = accounts;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int page = event.getLocation().getQueryParameters().getSingleParameter("page")
                .filter(number -> number.matches("\\d{1,4}")).map(Integer::valueOf).orElse(0);
        Slice<Batch> some = batches.list(reader.get(), (long) page * PAGE_SIZE, PAGE_SIZE);
        removeAll();
        Div head = new Div(new H1(getTranslation("batch.title")));
        head.addClassNames("section", "first");
        add(head);
        Link send = new Link("batches/new", getTranslation("batch.new"), "btn");
        if (some.total() == 0) {
            add(new EmptyState(getTranslation("batch.none"), getTranslation("batch.new.lead"), send));
            return;
        }
        head.add(send);
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        some.some().forEach(batch -> rows.add(row(batch)));
        add(rows, new Pager(page, Math.toIntExact(Math.ceilDiv(some.total(), PAGE_SIZE)),
                number -> number == 0 ? "batches" : "batches?page=" + number));
    }

    private ListItem row(Batch batch) {
        String name = batch.name().isBlank() ? getTranslation("batch.unnamed") : batch.name();
        Span about = new Span(getTranslation("batch.sent", Date.from(batch.createdAt()), accounts.name(batch.owner())));
        about.addClassNames("small", "muted");
        Div line = new Div(BatchLines.state(batch, this), about);
        line.addClassName("row");
        ListItem row = new ListItem(new Div(new H2(new Link("batches/" + batch.id(), name)), line));
        row.addClassName("card");
        return row;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("batch.title"));
    }
}
