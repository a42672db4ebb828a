package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import eu.counterpoint.ingest.Advice;
import eu.counterpoint.ingest.batch.Batch;
import eu.counterpoint.ingest.batch.BatchFile;
import eu.counterpoint.ingest.batch.BatchRow;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.ingest.batch.Fault;
import eu.counterpoint.library.Duplicate;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Badge.Tone;
import eu.counterpoint.ui.FileSize;
import eu.counterpoint.ui.Link;
import java.util.Locale;

/** How a row and a file of a batch, and a batch itself, look in a list. */
final class BatchLines {

    private BatchLines() {}

    /** @param ended whether the batch was cancelled, so that what waits is left out */
    static Component row(BatchRow row, boolean ended, Component where) {
        String title = row.title().isBlank() ? where.getTranslation("library.untitled") : row.title();
        Div line = new Div(number(where.getTranslation("batch.row", row.number())),
                row.material() == null ? name(title) : new Link("materials/" + row.material(), title, "file-name"),
                badge(row, ended, where));
        line.addClassName("row");
        Div whole = new Div(line);
        if (!row.faults().isEmpty()) {
            UnorderedList faults = new UnorderedList();
            faults.addClassNames("plain-list", "small", "batch-faults");
            row.faults().forEach(fault -> faults.add(fault(fault, where)));
            whole.add(faults);
        }
        return whole;
    }

    private static ListItem fault(Fault fault, Component where) {
        ListItem item = new ListItem();
        if (!fault.column().isEmpty()) {
            Span column = new Span(fault.column() + ":");
            column.addClassName("muted");
            item.add(column, new Span(" "));
        }
        item.add(new Span(fault.detail()));
        if (fault.material() != null) {
            item.add(new Span(" "),
                    Link.beside("materials/" + fault.material(), where.getTranslation("batch.known.look")));
        }
        return item;
    }

    private static Badge badge(BatchRow row, boolean ended, Component where) {
        if (ended && row.waits()) {
            return leftOut(where);
        }
        if (row.plan() == Plan.FAULTY || row.plan() == Plan.SKIP || row.state() == BatchRow.State.WAITING) {
            return new Badge(where.getTranslation("batch.plan." + row.plan().id()), switch (row.plan()) {
                case CREATE, UPDATE -> Tone.PLAIN;
                case SKIP -> row.faults().isEmpty() ? Tone.KIND : Tone.WARN;
                case FAULTY -> Tone.BAD;
            });
        }
        return row.state() == BatchRow.State.DONE
                ? new Badge(where.getTranslation("batch.row.done"), Tone.GOOD)
                : new Badge(where.getTranslation("batch.row.failed"), Tone.BAD);
    }

    private static Badge leftOut(Component where) {
        return new Badge(where.getTranslation("batch.left-out"), Tone.KIND);
    }

    /** @param ended as of {@link #row} */
    static Component file(BatchFile file, boolean ended, Component where, Advice advice, Locale locale) {
        Span about = new Span(where.getTranslation("batch.file.about", new FileSize(file.size()).text(where),
                file.row()));
        about.addClassNames("small", "muted");
        Div line = new Div(file.material() == null
                ? name(file.name())
                : new Link("materials/" + file.material(), file.name(), "file-name"),
                ended && file.waits() ? leftOut(where) : state(file, where),
                about);
        line.addClassName("row");
        Div whole = new Div(line);
        if (file.outcome() != null && file.outcome().isForQuarantine()) {
            Paragraph why = new Paragraph(
                    advice.why(file.outcome(), file.reason(), file.signature(), locale));
            why.addClassNames("small", "muted", "batch-why");
            whole.add(why);
        }
        if (file.alike() != null) {
            whole.add(alike(file.alike(), where));
        }
        return whole;
    }

    private static Paragraph alike(Duplicate other, Component where) {
        Paragraph alike = new Paragraph(
                new Span(where.getTranslation("contribute.known." + other.likeness().id()) + " "),
                Link.beside("materials/" + other.material(),
                        other.title().isBlank() ? where.getTranslation("library.untitled") : other.title()));
        alike.addClassNames("small", "batch-why");
        return alike;
    }

    private static Badge state(BatchFile file, Component where) {
        boolean read = file.outcome() != null
                && (file.state() == BatchFile.State.DONE || file.state() == BatchFile.State.FAILED);
        return new Badge(where.getTranslation(read
                ? "contribute.outcome." + file.outcome().id()
                : "batch.file." + file.state().id()), switch (file.state()) {
                    case WAITING -> Tone.KIND;
                    case EXTRACTING, INDEXING -> Tone.PLAIN;
                    case DONE -> file.outcome() == null || file.outcome() == Outcome.EXTRACTED ? Tone.GOOD : Tone.WARN;
                    case FAILED -> Tone.BAD;
                });
    }

    static Badge state(Batch batch, Component where) {
        return new Badge(where.getTranslation("batch.state." + batch.state().id()), switch (batch.state()) {
            case OPEN, CANCELLED -> Tone.KIND;
            case CHECKED, RUNNING -> Tone.PLAIN;
            case PAUSED -> Tone.WARN;
            case DONE -> Tone.GOOD;
        });
    }

    private static Span name(String text) {
        Span name = new Span(text);
        name.addClassName("file-name");
        return name;
    }

    private static Span number(String text) {
        Span number = new Span(text);
        number.addClassNames("small", "muted");
        return number;
    }
}
