package eu.counterpoint.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;

/** A secret that can be copied now and never again. */
class ShownOnce extends Div {

    private final Paragraph about = new Paragraph();
    private final TextField secret = new TextField();

    ShownOnce(String label) {
        addClassNames("notice", "good");
        getElement().setAttribute("role", "status");
        secret.setLabel(label);
        secret.setReadOnly(true);
        secret.setWidthFull();
        secret.setAutoselect(true);
        secret.getStyle().set("font-family", "monospace");
        var copied = new Span();
        copied.addClassNames("small", "muted");
        copied.getElement().setAttribute("role", "status");
        var copy = new NativeButton(getTranslation("account.tokens.copy"), click -> {
            getElement().executeJs("navigator.clipboard && navigator.clipboard.writeText($0)", secret.getValue());
            copied.setText(" " + getTranslation("account.tokens.copied"));
        });
        copy.addClassNames("btn", "quiet");
        add(about, secret, copy, copied);
        setVisible(false);
    }

    void show(String sentence, String value) {
        about.setText(sentence);
        secret.setValue(value);
        setVisible(true);
    }

    String secret() {
        return secret.getValue();
    }

    void forget() {
        secret.clear();
        setVisible(false);
    }
}
