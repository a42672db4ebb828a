package eu.counterpoint.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.util.List;

/** The values of one facet with their counts, to be ticked. The chosen ones and the first few are open, more on demand. */
@Tag("fieldset")
public class FacetPanel extends HtmlContainer {

    private static final int OPEN = 6;
    private static final String TICKED = "element.checked";

    /**
     * A value.
     *
     * @param id    what the address calls it
     * @param count how many records have it
     */
    public record Option(String id, String label, long count, boolean chosen) {}

    private final String name;
    private final SerializableBiConsumer<String, Boolean> onTick;
    private boolean all;
    private String justTicked = "";

    /** @param onTick gets the id of a value and whether it is chosen now */
    public FacetPanel(String name, SerializableBiConsumer<String, Boolean> onTick) {
        this.name = name;
        this.onTick = onTick;
        addClassName("facet");
    }

    /** Shows these values; keeps the keyboard where it was. */
    public void show(List<Option> options) {
        getElement().removeAllChildren();
        setVisible(!options.isEmpty());
        getElement().appendChild(new Element("legend").setText(name));
        int row = 0;
        for (Option option : options) {
            if (all || row < OPEN || option.chosen()) {
                getElement().appendChild(line(option));
            }
            row++;
        }
        if (!all && options.stream().skip(OPEN).anyMatch(option -> !option.chosen())) {
            getElement().appendChild(more(options));
        }
        justTicked = "";
    }

    private Element line(Option option) {
        Element box = new Element("input");
        box.setAttribute("type", "checkbox").setAttribute("value", option.id());
        box.setProperty("checked", option.chosen());
        box.addEventListener("change", event -> {
            justTicked = option.id();
            onTick.accept(option.id(), event.getEventData().get(TICKED).asBoolean());
        }).addEventData(TICKED);
        if (option.id().equals(justTicked)) {
            box.executeJs("this.focus({preventScroll: true})");
        }
        Element label = new Element("label");
        label.appendChild(box, new Element("span").setText(option.label()),
                new Element("span").setText(getTranslation("ui.number", option.count())));
        return label;
    }

    private Element more(List<Option> options) {
        Element button = new Element("button");
        button.setAttribute("type", "button").setAttribute("class", "link").setText(getTranslation("ui.facet.more"));
        button.setAttribute("aria-label", getTranslation("ui.facet.more.of", name));
        button.addEventListener("click", event -> {
            all = true;
            justTicked = options.get(Math.min(OPEN, options.size() - 1)).id();
            show(options);
        });
        return button;
    }
}
