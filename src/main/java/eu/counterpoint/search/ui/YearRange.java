package eu.counterpoint.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import eu.counterpoint.search.Limits;
import org.jspecify.annotations.Nullable;

/** The first and the last year of publication, each to be left open. What is not a year counts as open. */
class YearRange extends Div {

    private static final String VALUE = "value";

    private final SerializableConsumer<Limits> onChange;
    private final Element from = new Element("input");
    private final Element to = new Element("input");
    private Limits limits = Limits.NONE;

    YearRange(SerializableConsumer<Limits> onChange) {
        this.onChange = onChange;
        addClassName("years");
        getElement().appendChild(field(from, "search.ui.years.from"), field(to, "search.ui.years.to"));
    }

    private Element field(Element input, String key) {
        input.setAttribute("type", "number").setAttribute("inputmode", "numeric").setAttribute("min", "1000")
                .setAttribute("max", "9999").setAttribute("step", "1");
        input.addEventListener("change",
                event -> onChange.accept(limits.withYears(year(from), year(to)))).synchronizeProperty(VALUE);
        return new Element("label").appendChild(new Element("span").setText(getTranslation(key)), input);
    }

    private static @Nullable Integer year(Element input) {
        String typed = input.getProperty(VALUE, "").strip();
        return typed.matches("\\d{4}") ? Integer.valueOf(typed) : null;
    }

    void show(Limits limits) {
        this.limits = limits;
        show(from, limits.from());
        show(to, limits.to());
    }

    private static void show(Element input, @Nullable Integer year) {
        input.setProperty(VALUE, year == null ? "" : year.toString());
    }
}
