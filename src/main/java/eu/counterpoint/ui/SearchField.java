package eu.counterpoint.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;

/** The front door: one field and a button. Enter searches. */
@Tag("form")
public class SearchField extends Component {

    private static final String TYPED = "element.querySelector('input').value";

    private final Element input = new Element("input");

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
        getElement()
                .addEventListener("submit",
                        event -> onSearch.accept(event.getEventData().get(TYPED).asString().strip()))
                .addEventData(TYPED).preventDefault();
    }

    public void setValue(String text) {
        input.setProperty("value", text);
    }
}
