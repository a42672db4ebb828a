package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Visibility;

/** Who is named, who may see it, and why it is here. */
class TermsFields {

    final RadioButtonGroup<Consent> consent = new RadioButtonGroup<>();
    final RadioButtonGroup<Visibility> visibility = new RadioButtonGroup<>();
    final TextArea purpose = new TextArea();

    TermsFields() {
        consent.setLabel(consent.getTranslation("contribute.field.consent"));
        consent.setItems(Consent.values());
        consent.setItemLabelGenerator(value -> consent.getTranslation("contribute.consent." + value.id()));
        visibility.setLabel(visibility.getTranslation("contribute.field.visibility"));
        visibility.setItems(Visibility.values());
        visibility.setItemLabelGenerator(value -> visibility.getTranslation("contribute.visibility." + value.id()));
        purpose.setHelperText(purpose.getTranslation("contribute.help.purpose"));
        show(Description.EMPTY);
    }

    void show(Description description) {
        consent.setValue(description.consent());
        visibility.setValue(description.visibility());
        purpose.setValue(description.purpose());
    }
}
