package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.textfield.TextArea;
import eu.counterpoint.library.Gammma;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** The description of a campaign after GAMMMA+. */
class GammmaFields {

    private final SequencedMap<String, TextArea> fields = new LinkedHashMap<>();

    GammmaFields() {
        for (String name : List.of("goal", "audience", "message", "messenger", "media", "action", "evaluation")) {
            fields.put(name, new TextArea());
        }
    }

    /** By name, in the model's order. */
    Map<String, TextArea> fields() {
        return fields;
    }

    void show(Gammma gammma) {
        set("goal", gammma.goal());
        set("audience", gammma.audience());
        set("message", gammma.message());
        set("messenger", gammma.messenger());
        set("media", gammma.media());
        set("action", gammma.action());
        set("evaluation", gammma.evaluation());
    }

    Gammma read() {
        return new Gammma(get("goal"), get("audience"), get("message"), get("messenger"), get("media"), get("action"),
                get("evaluation"));
    }

    private void set(String name, String text) {
        fields.get(name).setValue(text);
    }

    private String get(String name) {
        return fields.get(name).getValue().strip();
    }
}
