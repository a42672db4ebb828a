package eu.counterpoint.account.ui;

import com.vaadin.flow.component.html.Paragraph;

/** The line under a form that says how it went; read out by a screen reader. */
class Said extends Paragraph {

    Said() {
        getElement().setAttribute("role", "status");
        addClassName("small");
    }

    void well(String sentence) {
        say(sentence, "good", "bad");
    }

    void badly(String sentence) {
        say(sentence, "bad", "good");
    }

    private void say(String sentence, String now, String before) {
        removeClassName(before);
        addClassNames("notice", now);
        setText(sentence);
    }

    void nothing() {
        removeClassNames("notice", "good", "bad");
        setText("");
    }
}
