package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableFunction;
import eu.counterpoint.ingest.suggestion.Suggested;
import eu.counterpoint.ingest.suggestion.SuggestedField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The suggestions for one field. What is shown already stays where it is, so that nothing moves away under a finger: what is
 * new comes after it.
 */
class SuggestionGroup extends Div {

    /** By value. */
    private final Map<String, SuggestionLine> lines = new LinkedHashMap<>();
    private final Map<String, Suggested> shown = new HashMap<>();
    private final UnorderedList list = new UnorderedList();
    private final SerializableFunction<Suggested, SuggestionLine> make;

    SuggestionGroup(SuggestedField field, SerializableFunction<Suggested, SuggestionLine> make) {
        this.make = make;
        list.addClassName("plain-list");
        addClassName("suggestion-group");
        add(new H3(getTranslation("contribute.field." + field.id())), list);
        setVisible(false);
    }

    /** @param replaces whether taking one replaces what stands in the field */
    void show(List<Suggested> suggestions, boolean replaces) {
        Set<String> values = suggestions.stream().map(Suggested::value).collect(Collectors.toSet());
        lines.entrySet().removeIf(line -> {
            boolean gone = !values.contains(line.getKey());
            if (gone) {
                list.remove(line.getValue());
                shown.remove(line.getKey());
            }
            return gone;
        });
        suggestions.forEach(this::show);
        lines.values().forEach(line -> line.replaces(replaces));
        setVisible(!lines.isEmpty());
    }

    private void show(Suggested one) {
        SuggestionLine line = lines.computeIfAbsent(one.value(), any -> {
            SuggestionLine made = make.apply(one);
            list.add(made);
            return made;
        });
        if (!one.equals(shown.put(one.value(), one))) {
            line.because(one);
        }
    }

    @Nullable
    SuggestionLine line(Suggested suggested) {
        return lines.get(suggested.value());
    }

    List<SuggestionLine> lines() {
        return List.copyOf(lines.values());
    }
}
