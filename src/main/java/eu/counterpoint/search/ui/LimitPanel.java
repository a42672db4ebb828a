package eu.counterpoint.search.ui;

import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableFunction;
import eu.counterpoint.search.Limits;

/** What can be asked of every record, to be ticked: an evaluation, files, leave to reuse it. */
@Tag("fieldset")
class LimitPanel extends HtmlContainer {

    private static final String TICKED = "element.checked";

    private final SerializableConsumer<Limits> onChange;
    private final Element evaluated;
    private final Element files;
    private final Element reusable;
    private Limits limits = Limits.NONE;

    LimitPanel(SerializableConsumer<Limits> onChange) {
        this.onChange = onChange;
        addClassName("facet");
        Element legend = new Element("legend").setAttribute("class", "unseen")
                .setText(getTranslation("search.ui.limits"));
        getElement().appendChild(legend);
        evaluated = box("evaluated", on -> limits.withEvaluated(on));
        files = box("files", on -> limits.withFiles(on));
        reusable = box("reusable", on -> limits.withReusable(on));
    }

    private Element box(String limit, SerializableFunction<Boolean, Limits> change) {
        Element box = new Element("input").setAttribute("type", "checkbox").setAttribute("value", limit);
        box.addEventListener("change", event -> onChange.accept(change.apply(event.getEventData().get(TICKED)
                .asBoolean()))).addEventData(TICKED).synchronizeProperty("checked");
        Element label = new Element("label").appendChild(box,
                new Element("span").setText(getTranslation("search.ui.limit." + limit)));
        getElement().appendChild(label);
        return box;
    }

    void show(Limits limits) {
        this.limits = limits;
        evaluated.setProperty("checked", limits.evaluated());
        files.setProperty("checked", limits.withFiles());
        reusable.setProperty("checked", limits.reusable());
    }
}
