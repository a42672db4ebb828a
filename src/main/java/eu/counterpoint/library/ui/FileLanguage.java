package eu.counterpoint.library.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Comparator;
import java.util.Locale;

/** The language of a file and whether it was detected or corrected; and, for those who may, the way to correct it. */
public class FileLanguage extends Div {

    private final MaterialFile file;

    /** For those who may only know. Empty where no language is known. */
    public FileLanguage(MaterialFile file, Vocabulary vocabulary) {
        this.file = file;
        addClassNames("file-language", "row");
        String language = file.language();
        if (language != null) {
            say(getTranslation(
                    file.statedLanguage() == null ? "library.language.detected" : "library.language.corrected",
                    vocabulary.find(Scheme.LANGUAGE, language).map(concept -> concept.label(getLocale()))
                            .orElseGet(() -> Locale.of(language).getDisplayLanguage(getLocale()))));
        }
    }

    /** @param correct takes the id of the language that somebody chose */
    public FileLanguage(MaterialFile file, Vocabulary vocabulary, SerializableConsumer<String> correct) {
        this(file, vocabulary);
        if (file.extractor() == null) {
            return;
        }
        if (file.language() == null) {
            say(getTranslation("library.language.unknown"));
        }
        NativeButton change = new NativeButton(getTranslation("library.language.change"));
        change.addClassNames("link", "small");
        change.setAriaLabel(getTranslation("library.language.change.of", file.name()));
        change.addClickListener(click -> {
            remove(change);
            ComboBox<Concept> choice = choice(vocabulary, correct);
            add(choice);
            choice.focus();
        });
        add(change);
    }

    private ComboBox<Concept> choice(Vocabulary vocabulary, SerializableConsumer<String> correct) {
        ComboBox<Concept> choice = new ComboBox<>();
        choice.setItems(vocabulary.concepts(Scheme.LANGUAGE).stream()
                .sorted(Comparator.comparing(concept -> concept.label(getLocale()))).toList());
        choice.setItemLabelGenerator(concept -> concept.label(getLocale()));
        choice.setAriaLabel(getTranslation("library.language.change.of", file.name()));
        choice.setPlaceholder(getTranslation("library.language.choose"));
        choice.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                correct.accept(event.getValue().id());
            }
        });
        return choice;
    }

    private void say(String text) {
        Span said = new Span(text);
        said.addClassNames("small", "muted");
        add(said);
    }
}
