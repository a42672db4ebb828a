package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Role;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ingest.batch.BatchRefusedException;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.ingest.ui.DropZone;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Notice;
import eu.counterpoint.ui.Texts;
import jakarta.annotation.security.PermitAll;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Sends a batch: a table, files, or both; then looks at it without importing anything. */
@Route("batches/new")
@PermitAll
class NewBatchView extends Div implements HasDynamicTitle {

    private static final String UNDER_WAY = """
            return [...this.querySelectorAll('vaadin-upload')]
                .some(zone => zone.files.some(file => !file.complete && !file.error));""";

    private final Batches batches;
    private final CurrentReader reader;
    private final Texts texts;
    private final Div notices = new Div();
    private final Paragraph table = new Paragraph();
    private final Paragraph files = new Paragraph();
    private final Checkbox publish = new Checkbox();
    private @Nullable BatchId batch;
    /** Of the server, to be received when the batch is sent; null for none. */
    private @Nullable String serverFolder;

    NewBatchView(Batches batches, CurrentReader reader, Texts texts) {
        this.batches = batches;
        this.reader = reader;
        this.texts = texts;
        addClassName("contribute");
        Paragraph lead = new Paragraph(getTranslation("batch.new.lead"));
        lead.addClassName("lead");
        DropZone manifest = new DropZone("batch.new.table.choose", Integer.MAX_VALUE);
        manifest.setMaxFiles(1);
        manifest.setDropLabel(new Span(getTranslation("batch.new.table.drop")));
        manifest.setUploadHandler(new BatchReceiver(batches::receiveManifest, this::batch, reader, texts,
                name -> said(table, "batch.new.table.received", name), this::refused));
        DropZone many = new DropZone("contribute.files.choose", Integer.MAX_VALUE);
        many.setUploadHandler(new BatchReceiver(batches::receive, this::batch, reader, texts,
                name -> counted(), this::refused));
        Link template = Link.outsideViews("api/batches/template", getTranslation("batch.new.template"));
        template.getElement().setAttribute("download", "batch.csv");
        add(new H1(getTranslation("batch.new")), lead, notices,
                section("batch.new.table", getTranslation("batch.new.table.about"), template, manifest, table),
                section("contribute.files", getTranslation("batch.new.files.about", batches.maxFileBytes() >> 20), null,
                        many, files),
                folder(), actions());
    }

    /** For operators, where the settings offer it. */
    private Section folder() {
        Paragraph about = new Paragraph(getTranslation("batch.new.folder.about"));
        about.addClassNames("muted", "small");
        TextField name = new TextField(getTranslation("batch.new.folder.name"));
        name.setWidthFull();
        Paragraph state = new Paragraph();
        state.getElement().setAttribute("role", "status");
        state.setVisible(false);
        NativeButton take = new NativeButton(getTranslation("batch.new.folder.take"), click -> {
            try {
                String wanted = name.getValue().strip();
                batches.checkFolder(wanted, reader.get());
                serverFolder = wanted;
                said(state, "batch.new.folder.taken", wanted.isEmpty() ? 0 : 1, wanted);
            } catch (BatchRefusedException e) {
                refused(texts.get(e.key(), e.values()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        take.addClassNames("btn", "quiet");
        Div card = new Div(about, name, new Div(take), state);
        card.addClassNames("card", "stack");
        Section section = new Section(new H2(getTranslation("batch.new.folder")), card);
        section.addClassName("form-section");
        section.setVisible(batches.offersFolder(reader.get()));
        return section;
    }

    private Section section(String title, String about, @Nullable Link link, DropZone zone, Paragraph state) {
        Paragraph text = new Paragraph(about);
        text.addClassNames("muted", "small");
        if (link != null) {
            text.add(" ");
            text.add(link);
        }
        state.getElement().setAttribute("role", "status");
        state.setVisible(false);
        zone.addFileRejectedListener(event -> refused(event.getErrorMessage()));
        Div card = new Div(text, zone, state);
        card.addClassNames("card", "stack");
        Section section = new Section(new H2(getTranslation(title)), card);
        section.addClassName("form-section");
        return section;
    }

    private Div actions() {
        NativeButton check = new NativeButton(getTranslation("batch.new.check"), click -> check());
        check.addClassName("btn");
        publish.setLabel(getTranslation("batch.new.publish"));
        publish.setVisible(reader.get().is(Role.EDITOR));
        Div actions = new Div(check, publish);
        actions.addClassNames("form-actions", "row");
        return actions;
    }

    /** Two files may come at the same moment. */
    private synchronized BatchId batch() {
        if (batch == null) {
            batch = batches.open(reader.get());
        }
        return batch;
    }

    /** Who goes on while something is on its way here would break it off. */
    private void check() {
        getElement().executeJs(UNDER_WAY).then(Boolean.class, underWay -> {
            if (underWay) {
                refused(getTranslation("batch.new.under-way"), getTranslation("batch.new.under-way.text"));
            } else {
                checkWhatCame();
            }
        });
    }

    private void checkWhatCame() {
        notices.removeAll();
        if (batch == null && serverFolder == null) {
            refused(getTranslation("batch.refused.nothing-sent"));
            return;
        }
        try {
            if (serverFolder == null) {
                batches.check(batch(), null, publish.getValue(), reader.get());
            } else {
                batches.receiveFolder(batch(), serverFolder, publish.getValue(), reader.get());
            }
            getUI().ifPresent(ui -> ui.navigate("batches/" + batch));
        } catch (BatchRefusedException e) {
            refused(texts.get(e.key(), e.values()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void counted() {
        said(files, "batch.new.files.received", batches.received(batch(), reader.get()));
    }

    private void said(Paragraph state, String key, Object... values) {
        notices.removeAll();
        state.setText(getTranslation(key, values));
        state.setVisible(true);
    }

    private void refused(String sentence) {
        refused(getTranslation("batch.new.refused"), sentence);
    }

    private void refused(String title, String sentence) {
        notices.removeAll();
        notices.add(new Notice(Badge.Tone.BAD, title, sentence).announced());
        notices.getElement().executeJs("this.scrollIntoView({block: 'center'})");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("batch.new"));
    }
}
