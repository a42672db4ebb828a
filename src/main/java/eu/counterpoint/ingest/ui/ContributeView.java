package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.RecognitionProgress;
import eu.counterpoint.ingest.suggestion.FileSuggestions;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Duplicates;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.MaterialWithdrawnException;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Status;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Notice;
import eu.counterpoint.vocabulary.Vocabulary;
import jakarta.annotation.security.PermitAll;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where people contribute: files first, then a short description; the rest is optional and folded away. */
@Route("contribute/:id?")
@PermitAll
class ContributeView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final int LOOK_AGAIN_MILLIS = 700;
    private static final int NO_LOOKING = -1;

    /** The browser asks before a tab with unsaved changes is closed. */
    private static final String GUARD = """
            window.addEventListener('beforeunload', event => {
                if (this.isConnected && this.hasAttribute('data-unsaved')) event.preventDefault();
            });""";

    private final Library library;
    private final Intake intake;
    private final RecognitionProgress recognition;
    private final CurrentReader reader;
    private final Vocabulary vocabulary;
    private final Duplicates duplicates;
    private final FileSuggestions fileSuggestions;

    private Draft draft;
    private FilesSection files;
    private DescriptionForm form;
    private Saving saving;
    private Working working;
    private SuggestionsPanel suggestions;
    /** What stood on the form before the person touched it, as far as the library has filled it in. */
    private Description before = Description.EMPTY;
    private final Div notices = new Div();
    private final Span state = new Span();
    private Registration looking = () -> {};
    private boolean isNew = true;

    ContributeView(Library library, Intake intake, RecognitionProgress recognition, CurrentReader reader,
            Vocabulary vocabulary, Duplicates duplicates, FileSuggestions fileSuggestions) {
        this.duplicates = duplicates;
        this.fileSuggestions = fileSuggestions;
        this.recognition = recognition;
        this.library = library;
        this.intake = intake;
        this.reader = reader;
        this.vocabulary = vocabulary;
        this.draft = new Draft(library, intake);
        this.files = filesSection();
        this.form = new DescriptionForm(vocabulary, this::edited);
        this.working = new Working(fileSuggestions);
        this.suggestions = new SuggestionsPanel(form, vocabulary);
        this.saving = new Saving(draft, form, reader);
        addClassName("contribute");
        state.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String id = event.getRouteParameters().get("id").orElse("");
        if (id.isEmpty()) {
            build(null);
            return;
        }
        try {
            build(library.visible(new MaterialId(id), reader.get()));
        } catch (IllegalArgumentException | MaterialNotFoundException | MaterialWithdrawnException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    private void build(@Nullable Material material) {
        removeAll();
        notices.removeAll();
        isNew = material == null;
        if (material != null && !library.mayEdit(material, reader.get())) {
            add(new H1(getTranslation("contribute.edit")),
                    new Notice(Badge.Tone.PLAIN, getTranslation("contribute.locked"),
                            getTranslation("contribute.locked.text"), open(material), mine()));
            return;
        }
        draft = material == null ? new Draft(library, intake) : new Draft(library, intake, material);
        files = filesSection();
        files.receiver(new FileReceiver(intake, reader, draft::receive, this::received, this::refused));
        form = new DescriptionForm(vocabulary, this::edited);
        working = new Working(fileSuggestions);
        suggestions = new SuggestionsPanel(form, vocabulary);
        saving = new Saving(draft, form, reader);
        before = Description.EMPTY;
        Paragraph lead = new Paragraph(getTranslation(isNew ? "contribute.lead" : "contribute.edit.lead"));
        lead.addClassName("lead");
        add(new H1(getTranslation(isNew ? "contribute" : "contribute.edit")), lead, notices, parts(),
                actions(material));
        if (material != null) {
            show(material);
        }
    }

    private Div parts() {
        Div parts = new Div(files, suggestions, form);
        parts.addClassName("contribute-parts");
        return parts;
    }

    private void edited() {
        unsaved(true);
        suggestions.refresh();
    }

    private Div actions(@Nullable Material material) {
        boolean withItsOwner = material == null || material.status() == Status.DRAFT
                || material.status() == Status.CHANGES_REQUESTED;
        NativeButton save = new NativeButton(
                getTranslation(withItsOwner ? "contribute.save-draft" : "contribute.save"), click -> save());
        save.addClassNames("btn");
        Div actions = new Div(save);
        if (withItsOwner) {
            save.addClassName("quiet");
            NativeButton submit = new NativeButton(getTranslation("contribute.submit"), click -> submit());
            submit.addClassName("btn");
            actions.addComponentAsFirst(submit);
        }
        actions.add(state);
        actions.addClassNames("form-actions", "row");
        return actions;
    }

    private void show(Material material) {
        before = material.description();
        form.show(before);
        show(material, scans(material));
        if (material.status() == Status.CHANGES_REQUESTED && material.note() != null) {
            notices.add(new Notice(Badge.Tone.WARN, getTranslation("contribute.changes-requested"), material.note()));
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        getElement().executeJs(GUARD);
        looking = event.getUI().addPollListener(poll -> look());
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        looking.remove();
        event.getUI().setPollInterval(NO_LOOKING);
    }

    /** Shows what the library knows by now. While something is being read, the browser asks again. */
    private void look() {
        Material material = draft.current(reader.get());
        if (material == null) {
            return;
        }
        Map<FileId, PageProgress> scans = scans(material);
        show(material, scans);
        form.fillIn(before, material.description());
        before = material.description();
        boolean reading = material.files().stream().anyMatch(file -> file.outcome() == Outcome.PENDING)
                || !scans.isEmpty();
        boolean coming = working.goOn(material, reader.get()) || reading;
        suggestions.show(material.id(), material.files(), working.latest(), coming);
        getUI().ifPresent(ui -> ui.setPollInterval(coming ? LOOK_AGAIN_MILLIS : NO_LOOKING));
    }

    private void show(Material material, Map<FileId, PageProgress> scans) {
        files.show(material.files(), scans, duplicates.of(material, reader.get()));
    }

    private Map<FileId, PageProgress> scans(Material material) {
        return recognition.of(material.files().stream().map(MaterialFile::id).toList());
    }

    private void received() {
        MaterialId id = draft.id();
        if (isNew && id != null) {
            // From now on a reload finds the draft.
            getUI().ifPresent(ui -> ui.getPage().getHistory().replaceState(null, "contribute/" + id));
            isNew = false;
        }
        look();
    }

    private void refused(String name, String reason) {
        files.refused(name, getTranslation("contribute.refused." + reason, intake.maxFileBytes() / 1024 / 1024));
    }

    private void retry(FileId file) {
        draft.retry(file, reader.get());
        look();
    }

    private FilesSection filesSection() {
        return new FilesSection(intake.maxFileBytes(), vocabulary, this::retry, this::remove, this::correctLanguage);
    }

    private void correctLanguage(FileId file, String language) {
        draft.correctLanguage(file, language, reader.get());
        look();
    }

    private void remove(FileId file) {
        draft.remove(file, reader.get());
        look();
    }

    private void save() {
        look();
        tell(saving.save());
        received();
    }

    private void submit() {
        look();
        Saving.Result result = saving.submit();
        tell(result);
        if (result == Saving.Result.SUBMITTED) {
            thank();
        } else {
            received();
        }
    }

    private void tell(Saving.Result result) {
        notices.removeAll();
        unsaved(!result.isKept());
        state.setText(result.isKept() ? getTranslation("contribute.saved") : "");
        switch (result) {
            case SAVED, SUBMITTED -> {
            }
            case INCOMPLETE, INVALID, NOT_ALLOWED, NOT_NOW, GONE -> notice(result);
            case STALE -> notices.add(new Notice(Badge.Tone.WARN, getTranslation("contribute.result.stale"),
                    getTranslation("contribute.result.stale.text"),
                    new Link("contribute/" + draft.id(), getTranslation("contribute.reload"), "btn", "quiet"))
                    .announced());
        }
    }

    private void notice(Saving.Result result) {
        String key = "contribute.result." + result.id();
        String text = getTranslation(key + ".text");
        notices.add(new Notice(Badge.Tone.WARN, getTranslation(key),
                saving.otherProblems().isEmpty() ? text : text + " " + String.join(" ", saving.otherProblems()))
                .announced());
        form.focusFirstProblem();
    }

    private void thank() {
        MaterialId id = draft.id();
        removeAll();
        Notice thanks = new Notice(Badge.Tone.GOOD, getTranslation("contribute.thanks"),
                getTranslation("contribute.thanks.text"),
                new Link("materials/" + id, getTranslation("contribute.see"), "btn"), mine(),
                new Link("contribute", getTranslation("contribute.another"), "btn", "quiet")).announced();
        add(new H1(getTranslation("contribute")), thanks);
        getUI().ifPresent(ui -> ui.setPollInterval(NO_LOOKING));
        getElement().executeJs("window.scrollTo(0, 0)");
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        event.getUI().setPollInterval(NO_LOOKING);
        if (!isUnsaved() || saving.keepsDrafts() && saving.save().isKept()) {
            return;
        }
        var leaving = event.postpone();
        ConfirmDialog question = new ConfirmDialog(getTranslation("contribute.leave"),
                getTranslation("contribute.leave.text"), getTranslation("contribute.leave.yes"),
                yes -> leaving.proceed(),
                getTranslation("contribute.leave.no"), no -> {
                    leaving.cancel();
                    look();
                });
        question.open();
    }

    private boolean isUnsaved() {
        return getElement().hasAttribute("data-unsaved");
    }

    private void unsaved(boolean unsaved) {
        if (unsaved) {
            getElement().setAttribute("data-unsaved", "");
            state.setText(getTranslation("contribute.unsaved"));
        } else {
            getElement().removeAttribute("data-unsaved");
        }
    }

    private Link open(Material material) {
        return new Link("materials/" + material.id(), getTranslation("contribute.see"), "btn");
    }

    private Link mine() {
        return new Link("my-materials", getTranslation("contribute.mine"), "btn", "quiet");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation(isNew ? "contribute" : "contribute.edit"));
    }
}
