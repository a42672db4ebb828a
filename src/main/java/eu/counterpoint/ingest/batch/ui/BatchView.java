package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.ingest.Advice;
import eu.counterpoint.ingest.batch.Batch;
import eu.counterpoint.ingest.batch.Batch.State;
import eu.counterpoint.ingest.batch.BatchFile;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ingest.batch.BatchNotFoundException;
import eu.counterpoint.ingest.batch.BatchRefusedException;
import eu.counterpoint.ingest.batch.BatchRow;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.ingest.batch.Progress;
import eu.counterpoint.library.Quarantine;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Notice;
import jakarta.annotation.security.PermitAll;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** One batch: what its dry run says, then how far it is, every second, for as long as something goes on. */
@Route("batches/:id")
@PermitAll
class BatchView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int LOOK_AGAIN_MILLIS = 1_000;
    private static final int LOOK_SELDOM_MILLIS = 3_000;
    private static final int NO_LOOKING = -1;
    private static final String GO_ON = "(this.querySelector('button, a') ?? $0).focus({preventScroll: true})";

    private final Batches batches;
    private final CurrentReader reader;
    private final Accounts accounts;
    private final Quarantine quarantine;
    private final Div head = new Div();
    private final Div notices = new Div();
    private final Paragraph sentence = new Paragraph();
    private final NotSearchable notSearchable = new NotSearchable();
    private final ProgressCard progressCard = new ProgressCard();
    private final Div actions = new Div();
    private final Choice<Plan> plans;
    private final LongList<BatchRow> rows = new LongList<>(
            row -> BatchLines.row(row, isCancelled(), this));
    private final Choice<BatchFile.State> states;
    private final LongList<BatchFile> files;
    private final Section fileSection;
    private final Section rowSection;
    private Registration looking = () -> {};
    private @Nullable BatchId id;
    private @Nullable Batch shown;
    private @Nullable Progress progress;

    BatchView(Batches batches, CurrentReader reader, Accounts accounts, Quarantine quarantine, Advice advice) {
        this.batches = batches;
        this.reader = reader;
        this.accounts = accounts;
        this.quarantine = quarantine;
        this.files = new LongList<>(file -> BatchLines.file(file, isCancelled(), this, advice, getLocale()));
        addClassName("batch");
        plans = new Choice<>(getTranslation("batch.rows"), this::showRows);
        states = new Choice<>(getTranslation("contribute.files"), this::showFiles);
        plans.offer(null, getTranslation("batch.all"));
        for (Plan plan : Plan.values()) {
            plans.offer(plan, getTranslation("batch.plans." + plan.id()));
        }
        states.offer(null, getTranslation("batch.all"));
        for (BatchFile.State state : BatchFile.State.values()) {
            states.offer(state, getTranslation("batch.files." + state.id()));
        }
        sentence.getElement().setAttribute("role", "status").setAttribute("tabindex", "-1");
        actions.addClassName("row");
        fileSection = section("contribute.files", states, files);
        rowSection = section("batch.rows", plans, rows);
        add(head, notices, sentence, notSearchable, progressCard, actions, fileSection, rowSection);
    }

    private Section section(String title, Div choice, Div list) {
        H2 heading = new H2(getTranslation(title));
        heading.addClassName("section");
        return new Section(heading, choice, list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String wanted = event.getRouteParameters().get("id").orElse("");
        try {
            id = new BatchId(wanted);
            shown = null;
            Batch batch = batches.find(id, reader.get());
            Progress now = batches.progress(batch);
            plans.choose(now.rows(Plan.FAULTY) > 0 ? Plan.FAULTY : null);
            states.choose(null);
            show(batch, now);
            showRows();
            showFiles();
        } catch (IllegalArgumentException | BatchNotFoundException e) {
            event.rerouteToError(NotFoundException.class);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(poll -> look());
        lookAgain();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        looking.remove();
        event.getUI().setPollInterval(NO_LOOKING);
    }

    /** Shows how it stands now. While something goes on, the browser asks again. */
    void look() {
        Batch batch = batches.find(id, reader.get());
        Progress now = batches.progress(batch);
        boolean looked = shown != null && shown.state() == State.OPEN && batch.state() != State.OPEN;
        boolean cancelled = batch.state() == State.CANCELLED && !isCancelled();
        boolean changed = !batch.equals(shown) || !now.plans().equals(progress.plans())
                || !now.states().equals(progress.states()) || now.rowsWaiting() != progress.rowsWaiting();
        show(batch, now);
        if (looked) {
            plans.choose(now.rows(Plan.FAULTY) > 0 ? Plan.FAULTY : null);
            showRows();
        } else if (cancelled) {
            rows.redraw();
            files.redraw();
        } else if (changed) {
            rows.look();
            files.look();
        }
        lookAgain();
    }

    private void lookAgain() {
        int pause = shown == null
                ? NO_LOOKING
                : switch (shown.state()) {
                    case RUNNING -> LOOK_AGAIN_MILLIS;
                    // Somebody else may resume it, and what was handed over is still read.
                    case PAUSED -> LOOK_SELDOM_MILLIS;
                    case CANCELLED -> progress.underWay() > 0 ? LOOK_SELDOM_MILLIS : NO_LOOKING;
                    case OPEN -> shown.isReceiving() ? LOOK_AGAIN_MILLIS : NO_LOOKING;
                    case CHECKED, DONE -> NO_LOOKING;
                };
        getUI().ifPresent(ui -> ui.setPollInterval(pause));
    }

    private boolean isCancelled() {
        return shown != null && shown.state() == State.CANCELLED;
    }

    private void show(Batch batch, Progress now) {
        if (!batch.equals(shown)) {
            showHead(batch);
            showActions(batch, now);
        }
        String said = sentence(batch, now);
        if (!said.equals(sentence.getText())) {
            sentence.setText(said);
        }
        notSearchable.show(batch.id(),
                batch.startedAt() == null ? 0 : quarantine.counts(reader.get(), batch.id().value()).all());
        progressCard.setVisible(batch.startedAt() != null);
        progressCard.show(batch, now);
        plans.count(null, now.rows());
        for (Plan plan : Plan.values()) {
            plans.count(plan, now.rows(plan));
        }
        states.rename(BatchFile.State.WAITING, getTranslation(
                batch.state() == State.CANCELLED && now.underWay() == 0 ? "batch.left-out" : "batch.files.waiting"));
        states.count(null, now.files());
        for (BatchFile.State state : BatchFile.State.values()) {
            states.count(state, now.files(state));
        }
        rowSection.setVisible(batch.state() != State.OPEN);
        fileSection.setVisible(now.files() > 0 && batch.startedAt() != null);
        shown = batch;
        progress = now;
    }

    private void showHead(Batch batch) {
        head.removeAll();
        Span about = new Span(getTranslation("batch.sent", Date.from(batch.createdAt()), accounts.name(batch.owner())));
        about.addClassNames("small", "muted");
        Div line = new Div(BatchLines.state(batch, this), about);
        line.addClassName("row");
        Paragraph up = new Paragraph(new Link("batches", getTranslation("batch.back")));
        up.addClassName("small");
        head.add(up, new H1(batch.name().isBlank() ? getTranslation("batch.unnamed") : batch.name()), line);
        head.addClassNames("batch-head");
        notices.removeAll();
        if (batch.note() != null && batch.startedAt() == null) {
            notices.add(new Notice(Badge.Tone.WARN, getTranslation("batch.note"),
                    getTranslation("batch.note." + batch.note())));
        }
        if (batch.unnamed() > 0 && batch.startedAt() == null) {
            notices.add(new Notice(Badge.Tone.WARN, getTranslation("batch.unnamed-files", batch.unnamed()),
                    getTranslation("batch.unnamed-files.text")));
        }
        if (batch.refusal() != null) {
            notices.add(new Notice(Badge.Tone.BAD, getTranslation("batch.new.refused"), batch.refusal()));
        }
        if (batch.problem() != null) {
            notices.add(new Notice(Badge.Tone.BAD, getTranslation("batch.problem"),
                    getTranslation("batch.problem." + batch.problem())));
        }
    }

    private String sentence(Batch batch, Progress now) {
        return switch (batch.state()) {
            case OPEN -> batch.isReceiving()
                    ? getTranslation("batch.says.receiving", now.received())
                    : getTranslation(batch.refusal() == null ? "batch.says.open" : "batch.says.refused");
            case CHECKED -> getTranslation("batch.says.checked", now.rows(Plan.CREATE), now.rows(Plan.UPDATE),
                    now.rows(Plan.SKIP), now.rows(Plan.FAULTY));
            case RUNNING -> getTranslation("batch.says.running");
            case PAUSED -> getTranslation("batch.says.paused");
            case CANCELLED -> getTranslation("batch.says.cancelled", ProgressCard.imported(now));
            case DONE -> {
                long imported = ProgressCard.imported(now);
                long wrong = now.rows(Plan.FAULTY) + now.rowsFailed();
                yield getTranslation(imported == 0 && wrong > 0 ? "batch.says.done.none" : "batch.says.done", imported,
                        wrong);
            }
        };
    }

    private void showActions(Batch batch, Progress now) {
        actions.removeAll();
        switch (batch.state()) {
            case CHECKED -> {
                if (now.rowsWanted() > 0) {
                    actions.add(button(getTranslation("batch.start", now.rowsWanted()), "btn",
                            () -> batches.start(batch.id(), reader.get())));
                }
                actions.add(discard(batch));
            }
            case RUNNING -> actions.add(
                    button(getTranslation("batch.pause"), "btn",
                            () -> batches.pause(batch.id(), reader.get())),
                    cancel(batch));
            case PAUSED -> actions.add(
                    button(getTranslation("batch.resume"), "btn",
                            () -> batches.resume(batch.id(), reader.get())),
                    cancel(batch));
            case OPEN -> actions.add(discard(batch));
            case CANCELLED, DONE -> actions.add(new Link("batches/new", getTranslation("batch.new"), "btn",
                    "quiet"));
        }
    }

    private NativeButton discard(Batch batch) {
        NativeButton discard = new NativeButton(getTranslation("batch.discard"), click -> {
            try {
                batches.discard(batch.id(), reader.get());
                getUI().ifPresent(ui -> ui.navigate("batches"));
            } catch (BatchRefusedException | BatchNotFoundException e) {
                look();
            }
        });
        discard.addClassNames("btn", "quiet");
        return discard;
    }

    private NativeButton cancel(Batch batch) {
        NativeButton cancel = new NativeButton(getTranslation("batch.cancel"),
                click -> new ConfirmDialog(getTranslation("batch.cancel.sure"), getTranslation("batch.cancel.text"),
                        getTranslation("batch.cancel.yes"),
                        yes -> act(() -> batches.cancel(batch.id(), reader.get())),
                        getTranslation("batch.cancel.no"), no -> look()).open());
        cancel.addClassNames("btn", "danger");
        return cancel;
    }

    private NativeButton button(String text, String classes, SerializableRunnable action) {
        NativeButton button = new NativeButton(text, click -> act(action));
        button.addClassNames(classes.split(" "));
        return button;
    }

    /** The button that was pressed may be gone then: the keyboard is where one would go on, or else where one is told. */
    private void act(SerializableRunnable action) {
        try {
            action.run();
        } catch (BatchRefusedException e) {
            // Somebody else was faster; what it has come to is shown.
        }
        look();
        actions.getElement().executeJs(GO_ON, sentence.getElement());
    }

    private void showRows() {
        Batch batch = shown;
        rows.show((from, most) -> batches.rows(batch, plans.chosen(), from, most));
    }

    private void showFiles() {
        Batch batch = shown;
        files.show((from, most) -> batches.files(batch, states.chosen(), from, most, reader.get()));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", shown == null ? getTranslation("batch.title") : shown.name());
    }
}
