package eu.counterpoint.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;

/**
 * Room for a pasted text, with a count of its characters. It has no name, so that no browser sends it by itself or offers it
 * again, and no browser's spelling service gets it to read.
 */
class NarrativeField extends Div {

    /** What is pasted beyond the limit is kept so far, so that people can choose what to leave out. */
    private static final int LENIENCE = 4;
    private static final String ID = "narrative";

    private final Element text = new Element("textarea");
    private final Paragraph problem = new Paragraph();

    NarrativeField(int most) {
        NativeLabel label = new NativeLabel(getTranslation("search.ui.answer.label"));
        label.getElement().setAttribute("for", ID);
        text.setAttribute("id", ID).setAttribute("class", "note").setAttribute("rows", "7")
                .setAttribute("maxlength", String.valueOf(LENIENCE * most)).setAttribute("spellcheck", "false")
                .setAttribute("autocomplete", "off").setAttribute("aria-describedby", "narrative-count");
        text.addPropertyChangeListener("value", "change", event -> {});
        Span number = new Span("0");
        Paragraph count = new Paragraph(number, new Span(getTranslation("search.ui.answer.count", most)));
        count.setId("narrative-count");
        count.addClassNames("small", "muted");
        text.executeJs("""
                this.addEventListener('input', () => {
                  const length = [...this.value].length;
                  $0.textContent = length.toLocaleString(document.documentElement.lang || 'en');
                  $0.parentElement.classList.toggle('problem', length > $1);
                })""", number.getElement(), most);
        problem.addClassName("problem");
        problem.getElement().setAttribute("role", "alert");
        add(label);
        getElement().appendChild(text);
        add(count, problem);
    }

    String text() {
        return text.getProperty("value", "");
    }

    /** Says what is wrong, and brings people back here; an empty text takes it back. */
    void complain(String what) {
        problem.setText(what);
        if (!what.isEmpty()) {
            text.callJsFunction("focus");
        }
    }
}
