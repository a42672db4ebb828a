package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.library.Duplicate;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.ui.FileLanguage;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.PlayTime;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.util.unit.DataSize;

/** One file of the form: its name, what became of reading it, and what can be done about that. */
class FileLine extends ListItem {

    /**
     * A file that was received.
     *
     * @param known   other materials that have it, or its text, already
     * @param scan    how far the reading of its pictures of pages is; null where that is not going on
     * @param correct takes the language that somebody states
     */
    FileLine(MaterialFile file, List<Duplicate> known, @Nullable PageProgress scan, Vocabulary vocabulary,
            SerializableRunnable retry,
            SerializableRunnable remove, SerializableConsumer<String> correct) {
        Span about = new Span(about(file));
        about.addClassNames("small", "muted");
        line(file.name(), new Badge(getTranslation("contribute.outcome." + file.outcome().id()), tone(file.outcome())),
                about);
        if (scan != null) {
            why(getTranslation("contribute.file.scan", scan.done(), scan.of()));
        }
        if (file.reason() != null) {
            why(reason(file));
        }
        if (!known.isEmpty()) {
            add(new KnownAlready(known));
        }
        add(new FileLanguage(file, vocabulary, correct));
        Div actions = new Div();
        actions.addClassName("row");
        if (mayHelpToTryAgain(file.outcome())) {
            actions.add(button("contribute.file.retry", file.name(), retry));
        }
        actions.add(button("contribute.file.remove", file.name(), remove));
        add(actions);
    }

    /** A file that was not taken. */
    FileLine(String name, String reason, SerializableRunnable dismiss) {
        line(name, new Badge(getTranslation("contribute.file.refused"), Badge.Tone.BAD));
        why(reason);
        add(button("contribute.file.dismiss", name, dismiss));
    }

    private void line(String name, Component... more) {
        addClassName("file-line");
        Span title = new Span(name);
        title.addClassName("file-name");
        Div line = new Div(title);
        line.add(more);
        line.addClassName("row");
        add(line);
    }

    private void why(String text) {
        Paragraph why = new Paragraph(text);
        why.addClassName("small");
        add(why);
    }

    private NativeButton button(String key, String file, SerializableRunnable action) {
        NativeButton button = new NativeButton(getTranslation(key), click -> action.run());
        button.addClassName("link");
        button.setAriaLabel(getTranslation(key + ".of", file));
        return button;
    }

    private String about(MaterialFile file) {
        String size = size(file.size());
        if (file.seconds() != null) {
            return size + " · " + PlayTime.of(file.seconds());
        }
        return file.pages() == null ? size : getTranslation("contribute.file.pages", size, file.pages());
    }

    private String size(long bytes) {
        return bytes < DataSize.ofMegabytes(1).toBytes()
                ? getTranslation("contribute.size.kb", Math.ceilDiv(bytes, 1024))
                : getTranslation("contribute.size.mb", bytes / 1024.0 / 1024.0);
    }

    /** A reason that nobody here can explain any more is left out. */
    private String reason(MaterialFile file) {
        try {
            return getTranslation("extraction.reason." + file.reason(), file.signature());
        } catch (NoSuchMessageException e) {
            return "";
        }
    }

    private static boolean mayHelpToTryAgain(Outcome outcome) {
        return outcome == Outcome.CRASHED || outcome == Outcome.TIMED_OUT || outcome == Outcome.UNREADABLE;
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
