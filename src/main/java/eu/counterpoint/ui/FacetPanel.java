package eu.counterpoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The values of one facet with their counts, to be ticked. The chosen ones and the first few are open, more on demand; a
 * long list has a field that narrows it.
 */
@Tag("fieldset")
public class FacetPanel extends HtmlContainer {

    private static final int OPEN = 6;
    /** Lists longer than this can be searched. */
    private static final int LONG = 10;
    private static final int TYPING_PAUSE_MS = 150;
    private static final String TICKED = "element.checked";
    private static final String TYPED = "element.value";

    private final String name;
    private final SerializableBiConsumer<String, Boolean> onTick;
    private final Element find = new Element("input");
    private final Element found = new Element("p");
    private final Element lines = new Element("div");
    private final boolean hasHead;
    private List<Option> options = List.of();
    private String sought = "";
    private boolean all;
    private String justTicked = "";

    /**
     * A value.
     *
     * @param id    what the address calls it
     * @param count how many records have it
     */
    public record Option(String id, String label, long count, boolean chosen) {}

    /** @param onTick gets the id of a value and whether it is chosen now */
    public FacetPanel(String name, SerializableBiConsumer<String, Boolean> onTick) {
        this(name, null, onTick);
    }

    /** @param head stands between the name and the values, also where there are no values */
    public FacetPanel(String name, @Nullable Component head, SerializableBiConsumer<String, Boolean> onTick) {
        this.name = name;
        this.onTick = onTick;
        this.hasHead = head != null;
        addClassName("facet");
        getElement().appendChild(new Element("legend").setText(name));
        if (head != null) {
            add(head);
        }
        getElement().appendChild(find, found, lines);
        find.setAttribute("type", "search").setAttribute("class", "find").setAttribute("autocomplete", "off")
                .setAttribute("aria-label", getTranslation("ui.facet.find", name))
                .setAttribute("placeholder", getTranslation("ui.facet.find.short"));
        find.addEventListener("input", event -> {
            sought = folded(event.getEventData().get(TYPED).asString());
            show();
        }).addEventData(TYPED).debounce(TYPING_PAUSE_MS);
        found.setAttribute("aria-live", "polite").setAttribute("class", "small muted");
    }

    /** Shows these values; keeps the keyboard where it was. */
    public void show(List<Option> options) {
        this.options = options;
        show();
    }

    private void show() {
        setVisible(hasHead || !options.isEmpty());
        boolean longList = options.size() > LONG;
        find.setVisible(longList);
        boolean narrowed = longList && !sought.isEmpty();
        List<Option> matching = narrowed
                ? options.stream().filter(option -> folded(option.label()).contains(sought)).toList()
                : options;
        found.setVisible(longList);
        found.setText(narrowed ? getTranslation("ui.facet.found", matching.size()) : "");
        lines.removeAllChildren();
        int row = 0;
        for (Option option : matching) {
            if (all || narrowed || row < OPEN || option.chosen()) {
                lines.appendChild(line(option));
            }
            row++;
        }
        if (!all && !narrowed && options.stream().skip(OPEN).anyMatch(option -> !option.chosen())) {
            lines.appendChild(more());
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

    private Element more() {
        Element button = new Element("button");
        button.setAttribute("type", "button").setAttribute("class", "link").setText(getTranslation("ui.facet.more"));
        button.setAttribute("aria-label", getTranslation("ui.facet.more.of", name));
        button.addEventListener("click", event -> {
            all = true;
            justTicked = options.get(Math.min(OPEN, options.size() - 1)).id();
            show();
        });
        return button;
    }

    /** Without case and accents. */
    private static String folded(String text) {
        return Normalizer.normalize(text.strip(), Normalizer.Form.NFKD).replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
    }
}
