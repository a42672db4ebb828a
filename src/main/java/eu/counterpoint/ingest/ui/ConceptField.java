package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasHelper;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.ComboBoxBase;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.shared.HasValidationProperties;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The choice of one or several concepts of a scheme. */
final class ConceptField {

    private final Scheme scheme;
    private final Vocabulary vocabulary;
    private final ComboBox<Concept> one;
    private final MultiSelectComboBox<Concept> several;

    ConceptField(Scheme scheme, Vocabulary vocabulary) {
        this.scheme = scheme;
        this.vocabulary = vocabulary;
        this.one = new ComboBox<>();
        this.several = new MultiSelectComboBox<>();
        List<Concept> offered = vocabulary.concepts(scheme).stream().filter(concept -> concept.supersededBy() == null)
                .toList();
        prepare(one, offered);
        prepare(several, offered);
        one.setClearButtonVisible(true);
    }

    private <C extends ComboBoxBase<?, Concept, ?>> void prepare(C box, List<Concept> offered) {
        box.setItems(offered);
        box.setItemLabelGenerator(concept -> concept.label(box.getUI().map(UI::getLocale).orElse(Locale.ENGLISH)));
        box.setLabel(box.getTranslation("contribute.field." + scheme.field()));
        box.setWidthFull();
    }

    Component component() {
        return scheme.multiple() ? several : one;
    }

    HasValue<?, ?> value() {
        return scheme.multiple() ? several : one;
    }

    HasValidationProperties validation() {
        return scheme.multiple() ? several : one;
    }

    void help(String text) {
        ((HasHelper) component()).setHelperText(text);
    }

    /** Concept ids, in the order of their choice. */
    List<String> ids() {
        if (scheme.multiple()) {
            return several.getSelectedItems().stream().map(Concept::id).toList();
        }
        return one.getOptionalValue().map(Concept::id).stream().toList();
    }

    void show(List<String> ids) {
        Set<Concept> concepts = ids.stream().map(id -> vocabulary.find(scheme, id).orElse(null))
                .filter(Objects::nonNull).collect(Collectors.toCollection(LinkedHashSet::new));
        if (scheme.multiple()) {
            several.setValue(concepts);
        } else {
            one.setValue(concepts.stream().findFirst().orElse(null));
        }
    }

    /** Chooses one, beside the others where there may be several. */
    void add(String id) {
        show(scheme.multiple() ? Stream.concat(ids().stream(), Stream.of(id)).distinct().toList() : List.of(id));
    }

    void onChange(Runnable changed) {
        one.addValueChangeListener(event -> tell(event, changed));
        several.addValueChangeListener(event -> tell(event, changed));
    }

    private static void tell(AbstractField.ComponentValueChangeEvent<?, ?> event, Runnable changed) {
        if (event.isFromClient()) {
            changed.run();
        }
    }
}
