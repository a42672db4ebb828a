package eu.counterpoint.review.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.IncompleteException;
import eu.counterpoint.library.InvalidDescriptionException;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.WrongStatusException;
import eu.counterpoint.review.Review;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Notice;
import eu.counterpoint.ui.NoteForm;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What its owner and the editors see above a material: where it is on its way, and what they can do about it. */
public class ReviewPanel extends Div {

    private final Review review;
    private final SerializableSupplier<Reader> reader;
    private final SerializableRunnable onChange;
    private final Paragraph problem = new Paragraph();
    private final MaterialId id;

    /** @param onChange called when the material has been moved on */
    public ReviewPanel(Material material, Library library, Review review, SerializableSupplier<Reader> reader,
            SerializableRunnable onChange) {
        this.review = review;
        this.reader = reader;
        this.onChange = onChange;
        this.id = material.id();
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        Notice notice = new Notice(tone(material.status()), title(material), text(material),
                actions(material, library).toArray(Component[]::new));
        notice.add(problem);
        add(notice);
    }

    /** Whether a reader is one of those whom the way of this material concerns. */
    public static boolean concerns(Material material, Reader reader) {
        return reader.is(Role.EDITOR) || material.owner().equals(reader.account());
    }

    private List<Component> actions(Material material, Library library) {
        Reader who = reader.get();
        boolean editor = who.is(Role.EDITOR);
        Status status = material.status();
        boolean withItsOwner = status == Status.DRAFT || status == Status.CHANGES_REQUESTED;
        boolean owner = material.owner().equals(who.account());
        List<Component> actions = new ArrayList<>();
        if (editor && status != Status.PUBLISHED) {
            actions.add(button(status == Status.WITHDRAWN ? "review.publish.again" : "review.publish",
                    () -> review.publish(id, reader.get()), "btn"));
        }
        if (owner && withItsOwner && !editor) {
            actions.add(button("review.submit", () -> review.submit(id, reader.get()), "btn"));
        }
        if (library.mayEdit(material, who)) {
            actions.add(new Link("contribute/" + id, getTranslation("review.edit"), "btn", "quiet"));
        }
        if (editor && status == Status.SUBMITTED) {
            actions.add(note("review.return", "quiet", text -> review.requestChanges(id, text, reader.get())));
        }
        if (editor && status == Status.PUBLISHED) {
            actions.add(note("review.withdraw", "danger", text -> review.withdraw(id, text, reader.get())));
        }
        return actions;
    }

    private Component button(String key, SerializableRunnable action, String style) {
        NativeButton button = new NativeButton(getTranslation(key), event -> attempt(action));
        button.addClassName(style);
        return button;
    }

    private Component note(String key, String style,
            SerializableConsumer<String> action) {
        return new NoteForm(getTranslation(key), getTranslation(key + ".why"), getTranslation(key + ".confirm"),
                getTranslation("review.note.needed"), style, text -> attempt(() -> action.accept(text)));
    }

    private void attempt(SerializableRunnable action) {
        try {
            action.run();
            onChange.run();
        } catch (IncompleteException e) {
            problem.setText(getTranslation("review.incomplete", e.missing().stream()
                    .map(field -> getTranslation("review.missing." + field)).collect(Collectors.joining(", "))));
        } catch (InvalidDescriptionException e) {
            problem.setText(e.problems().stream().map(one -> getTranslation(one.key(), one.value()))
                    .collect(Collectors.joining(" ")));
        } catch (NotAllowedException e) {
            problem.setText(getTranslation("review.not-allowed"));
        } catch (WrongStatusException e) {
            problem.setText(getTranslation("review.wrong-status"));
        }
    }

    private String title(Material material) {
        return getTranslation("review.status." + material.status().id());
    }

    private String text(Material material) {
        String note = material.note();
        return note == null ? getTranslation("review.status." + material.status().id() + ".text") : note;
    }

    private static Badge.Tone tone(Status status) {
        return switch (status) {
            case DRAFT, SUBMITTED -> Badge.Tone.PLAIN;
            case CHANGES_REQUESTED -> Badge.Tone.WARN;
            case PUBLISHED -> Badge.Tone.GOOD;
            case WITHDRAWN -> Badge.Tone.BAD;
        };
    }
}
