package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.function.SerializableConsumer;
import eu.counterpoint.extraction.Password;

/** A button that asks for the password of a file. What is typed is handed over once and leaves the page at once. */
class PasswordForm extends Div {

    private final NativeButton open;
    private final Div form = new Div();
    private final PasswordField field = new PasswordField();
    private final Paragraph problem = new Paragraph();

    /** @param onPassword gets the password, of a length that may be one */
    PasswordForm(String file, SerializableConsumer<Password> onPassword) {
        open = new NativeButton(getTranslation("quarantine.password"), click -> show(true));
        open.addClassNames("btn");
        open.setAriaLabel(getTranslation("quarantine.password.of", file));
        field.setLabel(getTranslation("quarantine.password.field"));
        field.setHelperText(getTranslation("quarantine.password.about"));
        field.setAutocomplete(Autocomplete.OFF);
        field.setMaxLength(Password.LONGEST);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        NativeButton send = new NativeButton(getTranslation("quarantine.password.open"), click -> send(onPassword));
        send.addClassName("btn");
        // What is typed reaches the server when the field loses the focus.
        send.addClickShortcut(Key.ENTER).listenOn(field).resetFocusOnActiveElement();
        NativeButton cancel = new NativeButton(getTranslation("ui.note.cancel"), click -> show(false));
        cancel.addClassNames("btn", "quiet");
        Div buttons = new Div(send, cancel);
        buttons.addClassName("row");
        form.add(field, problem, buttons);
        form.addClassName("password-form");
        form.setVisible(false);
        add(open, form);
    }

    /** Opens the form with what was wrong the last time. */
    void again(String what) {
        form.setVisible(true);
        open.setVisible(false);
        addClassName("open");
        problem.setText(what);
    }

    private void send(SerializableConsumer<Password> onPassword) {
        String typed = field.getValue();
        field.clear();
        if (Password.isUsable(typed)) {
            onPassword.accept(new Password(typed));
        } else {
            problem.setText(getTranslation("quarantine.password.needed", Password.LONGEST));
            field.focus();
        }
    }

    private void show(boolean shown) {
        field.clear();
        problem.setText("");
        form.setVisible(shown);
        open.setVisible(!shown);
        setClassName("open", shown);
        if (shown) {
            field.focus();
        } else {
            open.focus();
        }
    }
}
