package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which part of a list is shown: a row of buttons with counts, one of which is pressed. */
class Choice<T> extends Div {

    private final Map<String, Button> buttons = new LinkedHashMap<>();
    private final SerializableRunnable onChange;
    private @Nullable T chosen;

    private static class Button extends NativeButton {
        private final Span name = new Span();
        private final Span number = new Span();
    }

    Choice(String label, SerializableRunnable onChange) {
        this.onChange = onChange;
        addClassName("chips");
        getElement().setAttribute("role", "group").setAttribute("aria-label", label);
    }

    /** @param value null for all */
    void offer(@Nullable T value, String text) {
        Button button = new Button();
        button.addClassName("chip");
        button.number.addClassName("number");
        button.name.setText(text);
        button.add(button.name, button.number);
        button.addClickListener(click -> {
            choose(value);
            onChange.run();
        });
        buttons.put(String.valueOf(value), button);
        add(button);
    }

    void choose(@Nullable T value) {
        chosen = value;
        buttons.forEach((key, button) -> {
            boolean on = key.equals(String.valueOf(value));
            button.setClassName("on", on);
            button.getElement().setAttribute("aria-pressed", Boolean.toString(on));
        });
    }

    /** Calls what is offered something else. */
    void rename(T value, String text) {
        Span name = buttons.get(String.valueOf(value)).name;
        if (!text.equals(name.getText())) {
            name.setText(text);
        }
    }

    void count(@Nullable T value, long count) {
        String text = getTranslation("ui.number", count);
        Span number = buttons.get(String.valueOf(value)).number;
        if (!text.equals(number.getText())) {
            number.setText(text);
        }
    }

    @Nullable
    T chosen() {
        return chosen;
    }
}
