package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableRunnable;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.Advice;
import eu.counterpoint.library.Acceptance;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.QuarantinedFile;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.FileSize;
import eu.counterpoint.ui.Link;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** One file of the quarantine: what it is, why it is there, and what can be done. */
class QuarantineRow extends ListItem {

    private static final String TICKED = "element.checked";

    private final Advice advice;
    private final Accounts accounts;
    private final QuarantineActions actions;
    private final Element tick = new Element("input");
    private final Div content = new Div();
    private @Nullable State shown;

    /**
     * How a file stands.
     *
     * @param opening whether it is being opened with its password at this moment
     * @param problem what went wrong the last time it was; or null
     */
    record State(QuarantinedFile file, boolean opening, @Nullable String problem) {}

    QuarantineRow(Advice advice, Accounts accounts, QuarantineActions actions) {
        this.advice = advice;
        this.accounts = accounts;
        this.actions = actions;
        tick.setAttribute("type", "checkbox");
        tick.addEventListener("change", event -> {
            boolean ticked = event.getEventData().get(TICKED).asBoolean();
            tick.setProperty("checked", ticked);
            if (shown != null) {
                actions.select(shown.file(), ticked);
            }
        }).addEventData(TICKED);
        content.addClassName("quarantine-file");
        getElement().appendChild(tick, content.getElement());
        getElement().setAttribute("tabindex", "-1");
        addClassNames("card", "quarantine-row");
    }

    /** Shows how it stands now; leaves the row alone where nothing has changed, so that what is being typed stays. */
    void show(State state, Reader reader) {
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        QuarantinedFile file = state.file();
        // Keeps its room, so that the rows stay in line.
        tick.getStyle().set("visibility", file.mayBeReadAgain(reader) ? "visible" : "hidden");
        tick.setAttribute("aria-label", getTranslation("quarantine.select", file.file().name()));
        content.removeAll();
        content.add(head(state), facts(file), sentence(advice.why(file.file(), getLocale())));
        if (file.file().accepted() != null) {
            content.add(accepted(file.file().accepted()));
        } else if (file.file().outcome().isForQuarantine()) {
            Paragraph todo = sentence(advice.todo(file.file(), getLocale()));
            todo.addClassName("next");
            content.add(todo);
        }
        Div buttons = new Div();
        buttons.addClassName("row");
        if (!state.opening()) {
            addActions(state, reader, buttons);
        }
        if (buttons.getComponentCount() > 0) {
            content.add(buttons);
        }
    }

    void tick(boolean ticked) {
        tick.setProperty("checked", ticked);
    }

    /** Where the keyboard goes when the button that was pressed is gone. */
    void focus() {
        getElement().callJsFunction("focus");
    }

    private void addActions(State state, Reader reader, Div buttons) {
        QuarantinedFile file = state.file();
        if (file.mayBeOpened(reader)) {
            PasswordForm password = new PasswordForm(file.file().name(), given -> actions.open(file, given));
            if (state.problem() != null) {
                password.again(state.problem());
            }
            buttons.add(password);
        }
        if (file.mayBeReadAgain(reader)) {
            buttons.add(button("quarantine.retry", file.file(), () -> actions.retry(file)));
        }
        if (file.mayBeReplaced(reader)) {
            buttons.add(replace(file));
        }
        if (file.mayBeAccepted(reader)) {
            buttons.add(button("quarantine.accept", file.file(), () -> actions.accept(file)));
        }
    }

    private Component replace(QuarantinedFile file) {
        ReplaceForm[] form = new ReplaceForm[1];
        form[0] = new ReplaceForm(file.file().name(), actions.maxFileBytes(),
                actions.replacement(file, why -> form[0].problem(why)));
        return form[0];
    }

    private Component head(State state) {
        MaterialFile file = state.file().file();
        H2 name = new H2(file.name());
        name.addClassName("file-name");
        Div head = new Div(name, state.opening()
                ? new Badge(getTranslation("quarantine.opening"), Badge.Tone.PLAIN)
                : new Badge(getTranslation("quarantine.outcome." + file.outcome().id()), tone(file.outcome())));
        head.addClassName("row");
        return head;
    }

    private Component facts(QuarantinedFile file) {
        String title = file.title().isBlank() ? getTranslation("quarantine.untitled") : file.title();
        Paragraph facts = new Paragraph(new Span(getTranslation("quarantine.in") + " "),
                new Link("materials/" + file.material(), title), new Span(" · " + new FileSize(file.file().size())
                        .text(this) + " · "
                        + getTranslation("quarantine.received", Date.from(file.file().received()))));
        facts.addClassNames("small", "muted");
        return facts;
    }

    private Component accepted(Acceptance accepted) {
        String name = accounts.name(accepted.by());
        Paragraph who = sentence(getTranslation("quarantine.accepted.by",
                name.isBlank() ? getTranslation("quarantine.somebody") : name, Date.from(accepted.at())));
        who.addClassName("next");
        return who;
    }

    private NativeButton button(String key, MaterialFile file, SerializableRunnable action) {
        NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
        button.addClassNames("btn", "quiet");
        button.setAriaLabel(getTranslation(key + ".of", file.name()));
        return button;
    }

    private static Paragraph sentence(String text) {
        return new Paragraph(text);
    }

    private static Badge.Tone tone(Outcome outcome) {
        return switch (outcome) {
            case PENDING -> Badge.Tone.PLAIN;
            case EXTRACTED -> Badge.Tone.GOOD;
            case TRUNCATED, EMPTY, ENCRYPTED -> Badge.Tone.WARN;
            case UNREADABLE, TIMED_OUT, CRASHED, REJECTED -> Badge.Tone.BAD;
        };
    }
}
