package eu.counterpoint.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.UUID;

/** A button that first asks for a few words: why something goes back, or goes away. */
public class NoteForm extends Div {

    private final Element text = new Element("textarea");
    private final Div form = new Div();
    private final NativeButton open;
    private final Paragraph problem = new Paragraph();

    /**
     * @param label  of the button that opens it
     * @param prompt what is asked for
     * @param needed what to say when nothing was written
     * @param onNote gets the note, trimmed and never empty
     */
    public NoteForm(String label, String prompt, String confirm, String needed, String style,
            SerializableConsumer<String> onNote) {
        open = new NativeButton(label, event -> show(true));
        open.addClassNames("btn", style);
        String id = "note-" + UUID.randomUUID();
        text.setAttribute("id", id).setAttribute("class", "note").setAttribute("maxlength", "2000");
        text.addPropertyChangeListener("value", "change", event -> {});
        NativeLabel heading = new NativeLabel(prompt);
        heading.getElement().setAttribute("for", id);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        NativeButton send = new NativeButton(confirm, event -> {
            String note = text.getProperty("value", "").strip();
            if (note.isEmpty()) {
                problem.setText(needed);
                text.callJsFunction("focus");
            } else {
                onNote.accept(note);
            }
        });
        send.addClassName("btn");
        NativeButton cancel = new NativeButton(getTranslation("ui.note.cancel"), event -> show(false));
        cancel.addClassNames("btn", "quiet");
        Div buttons = new Div(send, cancel);
        buttons.addClassName("row");
        form.add(heading);
        form.getElement().appendChild(text);
        form.add(problem, buttons);
        form.addClassName("note-form");
        form.setVisible(false);
        add(open, form);
    }

    private void show(boolean shown) {
        form.setVisible(shown);
        open.setVisible(!shown);
        problem.setText("");
        if (shown) {
            text.callJsFunction("focus");
        } else {
            open.focus();
        }
    }
}
