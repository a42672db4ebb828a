package eu.counterpoint.library.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Status;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Pager;
import jakarta.annotation.security.PermitAll;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/** What a person has contributed: where each material is, and what to do next. */
@Route("my-materials")
@PermitAll
class MyMaterialsView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE_SIZE = 25;

    private final Library library;
    private final CurrentReader reader;

    MyMaterialsView(Library library, CurrentReader reader) {
        this.library = library;
        this.reader = reader;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        int page = event.getLocation().getQueryParameters().getSingleParameter("page")
                .filter(number -> number.matches("\\d{1,4}")).map(Integer::valueOf).orElse(0);
        Page<Material> mine = library.ownedBy(reader.get(), PageRequest.of(page, PAGE_SIZE));
        removeAll();
        Div head = new Div(new H1(getTranslation("library.mine")));
        head.addClassNames("section", "first");
        add(head);
        if (mine.isEmpty()) {
            add(new EmptyState(getTranslation("library.mine.empty"), getTranslation("library.mine.empty.text"),
                    new Link("contribute", getTranslation("library.mine.new"), "btn"),
                    new Link("batches", getTranslation("library.mine.batches"), "btn", "quiet")));
            return;
        }
        Div actions = new Div(new Link("batches", getTranslation("library.mine.batches"), "btn", "quiet"),
                new Link("contribute", getTranslation("library.mine.new"), "btn"));
        actions.addClassName("row");
        head.add(actions);
        UnorderedList rows = new UnorderedList();
        rows.addClassName("rows");
        mine.forEach(material -> rows.add(row(material)));
        add(rows, new Pager(page, mine.getTotalPages(),
                number -> number == 0 ? "my-materials" : "my-materials?page=" + number));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("library.mine"));
    }

    private ListItem row(Material material) {
        String title = material.description().title().isBlank()
                ? getTranslation("library.untitled")
                : material.description().title();
        Span changed = new Span(getTranslation("library.mine.changed", Date.from(material.changedAt())));
        changed.addClassNames("small", "muted");
        Div badges = new Div(
                new Badge(getTranslation("library.status." + material.status().id()), tone(material.status())),
                changed);
        badges.addClassName("row");
        Div words = new Div(new H2(new Link("materials/" + material.id(), title)), badges);
        String next = next(material);
        if (!next.isEmpty()) {
            Paragraph sentence = new Paragraph(next);
            sentence.addClassName("next");
            words.add(sentence);
        }
        ListItem row = new ListItem(words);
        if (library.mayEdit(material, reader.get())) {
            Component edit = new Link("contribute/" + material.id(), getTranslation("library.mine.edit"), "btn",
                    "quiet");
            edit.getElement().setAttribute("aria-label", getTranslation("library.mine.edit.of", title));
            row.add(edit);
        }
        row.addClassName("card");
        return row;
    }

    /** One plain sentence: what its owner can do now; none where nothing is left to do. */
    private String next(Material material) {
        return switch (material.status()) {
            case DRAFT -> draft(material);
            case CHANGES_REQUESTED, WITHDRAWN -> getTranslation("library.mine.next." + material.status().id(),
                    material.note() == null ? "" : material.note());
            case SUBMITTED -> getTranslation("library.mine.next.submitted");
            case PUBLISHED -> "";
        };
    }

    private String draft(Material material) {
        if (material.files().stream().anyMatch(file -> file.outcome() == Outcome.PENDING)) {
            return getTranslation("library.mine.next.reading");
        }
        List<String> missing = library.missing(material.description());
        return missing.isEmpty()
                ? getTranslation("library.mine.next.ready")
                : getTranslation("library.mine.next.draft",
                        missing.stream().map(field -> getTranslation("library.missing." + field))
                                .collect(Collectors.joining(", ")));
    }

    private static Badge.Tone tone(Status status) {
        return switch (status) {
            case DRAFT -> Badge.Tone.KIND;
            case SUBMITTED -> Badge.Tone.PLAIN;
            case CHANGES_REQUESTED -> Badge.Tone.WARN;
            case PUBLISHED -> Badge.Tone.GOOD;
            case WITHDRAWN -> Badge.Tone.BAD;
        };
    }
}
