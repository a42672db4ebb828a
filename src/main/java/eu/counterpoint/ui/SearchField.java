package eu.counterpoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import com.vaadin.flow.router.QueryParameters;
import java.util.List;

/**
 * The front door: one field and a button. Enter searches. Where it has suggestions it is a combobox, of which the browser's
 * part, arrows, Enter and Escape, is in {@code search-field.js}.
 */
@Tag("form")
@JsModule("context://look/search-field.js")
public class SearchField extends Component {

    private static final String TYPED = "element.querySelector('input').value";
    private static final String VALUE = "element.value";
    private static final int TYPING_PAUSE_MS = 150;
    private static final String LIST = "suggestions";

    private final Element input = new Element("input");
    private final Element list = new Element("ul");
    private final Element spoken = new Element("span");

    /**
     * Something that may be meant.
     *
     * @param kind what it is, in a word
     * @param href the view that it leads to
     */
    public record Suggested(String label, String kind, String href) {}

    /**
     * @param onSearch gets what was typed, trimmed
     */
    public SearchField(String label, String placeholder, String button, SerializableConsumer<String> onSearch) {
        getElement().setAttribute("role", "search").setAttribute("class", "search").setAttribute("action", "search");
        input.setAttribute("type", "search").setAttribute("name", "q").setAttribute("aria-label", label)
                .setAttribute("placeholder", placeholder).setAttribute("autocomplete", "off")
                .setAttribute("maxlength", "5000");
        Element submit = new Element("button");
        submit.setAttribute("class", "btn").setAttribute("type", "submit").setText(button);
        getElement().appendChild(input, submit);
        getElement().addEventListener("submit",
                event -> onSearch.accept(event.getEventData().get(TYPED).asString().strip())).addEventData(TYPED)
                .preventDefault();
    }

    /** The same, with suggestions for what has been typed so far. */
    public SearchField suggesting(SerializableFunction<String, List<Suggested>> suggestions) {
        input.setAttribute("role", "combobox").setAttribute("aria-autocomplete", "list")
                .setAttribute("aria-expanded", "false").setAttribute("aria-controls", LIST);
        list.setAttribute("id", LIST).setAttribute("role", "listbox").setAttribute("class", LIST)
                .setAttribute("aria-label", getTranslation("ui.search.suggestions")).setAttribute("hidden", true);
        spoken.setAttribute("class", "unseen").setAttribute("aria-live", "polite");
        getElement().appendChild(list, spoken);
        input.addEventListener("input",
                event -> offer(suggestions.apply(event.getEventData().get(VALUE).asString().strip())))
                .addEventData(VALUE).debounce(TYPING_PAUSE_MS);
        return this;
    }

    private void offer(List<Suggested> suggested) {
        list.removeAllChildren();
        for (int i = 0; i < suggested.size(); i++) {
            list.appendChild(option(suggested.get(i), LIST + "-" + i));
        }
        spoken.setText(suggested.isEmpty() ? "" : getTranslation("ui.search.suggested", suggested.size()));
        input.executeJs("this.dispatchEvent(new CustomEvent('suggested', {bubbles: true}))");
    }

    private Element option(Suggested suggested, String id) {
        Element option = new Element("li").setAttribute("role", "option").setAttribute("id", id)
                .setAttribute("aria-selected", "false").appendChild(new Element("span").setText(suggested.label()),
                        new Element("span").setAttribute("class", "small muted").setText(suggested.kind()));
        option.addEventListener("click", event -> go(suggested.href()));
        return option;
    }

    private void go(String href) {
        int query = href.indexOf('?');
        getUI().ifPresent(ui -> ui.navigate(query < 0 ? href : href.substring(0, query),
                query < 0 ? QueryParameters.empty() : QueryParameters.fromString(href.substring(query + 1))));
    }

    public void setValue(String text) {
        input.setProperty("value", text);
    }
}
