package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.server.streams.UploadHandler;

/** A button that asks for the file that takes the place of another. */
class ReplaceForm extends Div {

    private final NativeButton open;
    private final Div form = new Div();
    private final Paragraph problem = new Paragraph();

    ReplaceForm(String file, long maxBytes, UploadHandler handler) {
        open = new NativeButton(getTranslation("quarantine.replace"), click -> show(true));
        open.addClassNames("btn", "quiet");
        open.setAriaLabel(getTranslation("quarantine.replace.of", file));
        DropZone upload = new DropZone("quarantine.replace.choose", maxBytes);
        upload.setDropLabel(new Span(getTranslation("quarantine.replace.drop")));
        upload.addFileRejectedListener(event -> problem(event.getErrorMessage()));
        upload.setMaxFiles(1);
        upload.setUploadHandler(handler);
        Paragraph about = new Paragraph(getTranslation("quarantine.replace.about"));
        about.addClassNames("small", "muted");
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        NativeButton cancel = new NativeButton(getTranslation("ui.note.cancel"), click -> show(false));
        cancel.addClassNames("btn", "quiet");
        form.add(about, upload, problem, cancel);
        form.addClassName("replace-form");
        form.setVisible(false);
        add(open, form);
    }

    void problem(String what) {
        problem.setText(what);
    }

    private void show(boolean shown) {
        problem.setText("");
        form.setVisible(shown);
        open.setVisible(!shown);
        setClassName("open", shown);
        if (shown) {
            form.getElement().executeJs("setTimeout(() => this.querySelector('vaadin-upload button')?.focus())");
        } else {
            open.focus();
        }
    }
}
