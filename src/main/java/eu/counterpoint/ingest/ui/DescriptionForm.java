package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import eu.counterpoint.ingest.suggestion.Suggested;
import eu.counterpoint.library.Description;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything that a person can state about a material: first what is needed, then, folded away, what helps. */
class DescriptionForm extends Div {

    final TextField title = new TextField();
    final TextArea summary = new TextArea();
    final IntegerField year = new IntegerField();
    final TextField organisation = new TextField();
    final TextArea authors = new TextArea();
    final TextField link = new TextField();
    final TextField reviewedBy = new TextField();
    private final Map<Scheme, ConceptField> concepts = new EnumMap<>(Scheme.class);
    private final GammmaFields gammma = new GammmaFields();
    private final TermsFields terms = new TermsFields();
    /** By the names that the library calls them, in reading order. */
    private final Map<String, HasValidationProperties> fields = new LinkedHashMap<>();
    private final Runnable onEdit;

    /** @param onEdit called whenever the person has changed something */
    DescriptionForm(Vocabulary vocabulary, Runnable onEdit) {
        this.onEdit = onEdit;
        for (Scheme scheme : Scheme.values()) {
            concepts.put(scheme, new ConceptField(scheme, vocabulary));
        }
        add(what(), origin(), more("use", Scheme.INTENDED_USER, Scheme.NARRATIVE_TYPE, Scheme.TECHNIQUE,
                Scheme.EXTREMISM, Scheme.PREVENTION_LEVEL, Scheme.MESSENGER, Scheme.CHANNEL, Scheme.COUNTRY,
                Scheme.WORKING_GROUP), evidence(), campaign(), terms());
        year.setStepButtonsVisible(false);
        year.setI18n(
                new IntegerField.IntegerFieldI18n().setBadInputErrorMessage(getTranslation("contribute.year.bad")));
        authors.setHelperText(getTranslation("contribute.help.authors"));
        link.setPlaceholder("https://");
    }

    private Section what() {
        title.setMaxLength(500);
        summary.setMinRows(4);
        summary.setMaxRows(14);
        return section("what", grid(text("title", title), text("summary", summary)),
                grid(concept(Scheme.KIND), concept(Scheme.THEME), concept(Scheme.AUDIENCE)));
    }

    private Section origin() {
        return section("origin", grid(text("organisation", organisation), text("authors", authors),
                text("year", year), concept(Scheme.LANGUAGE), text("link", link), concept(Scheme.LICENCE)));
    }

    private Component more(String key, Scheme... schemes) {
        return details(key, grid(Arrays.stream(schemes).map(this::concept).toArray(Component[]::new)));
    }

    private Component evidence() {
        return details("evidence", grid(concept(Scheme.EVIDENCE_DESIGN), concept(Scheme.EFFECT),
                text("reviewedBy", reviewedBy)));
    }

    private Component campaign() {
        gammma.fields().forEach((name, field) -> text("gammma." + name, field));
        fields.put("gammma", gammma.fields().values().iterator().next());
        return details("gammma", grid(gammma.fields().values().toArray(Component[]::new)));
    }

    private Component terms() {
        fields.put("visibility", terms.visibility);
        fields.put("consent", terms.consent);
        terms.visibility.addValueChangeListener(this::edited);
        terms.consent.addValueChangeListener(this::edited);
        return details("terms", grid(terms.consent, terms.visibility, text("purpose", terms.purpose)));
    }

    /** Shows a record as it is. */
    void show(Description description) {
        title.setValue(description.title());
        summary.setValue(description.summary());
        year.setValue(description.year());
        organisation.setValue(description.organisation());
        authors.setValue(String.join("\n", description.authors()));
        link.setValue(Objects.requireNonNullElse(description.link(), ""));
        reviewedBy.setValue(description.reviewedBy());
        concepts.forEach((scheme, field) -> field.show(description.all(scheme)));
        gammma.show(description.gammma());
        terms.show(description);
    }

    /** What the person states. */
    Description read() {
        Map<Scheme, List<String>> chosen = new EnumMap<>(Scheme.class);
        concepts.forEach((scheme, field) -> {
            if (!field.ids().isEmpty()) {
                chosen.put(scheme, field.ids());
            }
        });
        return new Description(title.getValue().strip(), summary.getValue().strip(), chosen, year.getValue(),
                organisation.getValue().strip(), authors.getValue().lines().map(String::strip)
                        .filter(name -> !name.isEmpty()).toList(),
                reviewedBy.getValue().strip(), Optional.of(link.getValue().strip()).filter(text -> !text.isEmpty())
                        .orElse(null),
                terms.visibility.getValue(), terms.consent.getValue(), terms.purpose.getValue().strip(), gammma.read());
    }

    /**
     * Shows what the library has found in the files meanwhile, but only where the person has not touched it.
     *
     * @param before what stood there when the person came
     */
    void fillIn(Description before, Description now) {
        Description typed = read();
        fill(typed.title(), before.title(), now.title(), title::setValue);
        fill(typed.year(), before.year(), now.year(), year::setValue);
        fill(typed.authors(), before.authors(), now.authors(), names -> authors.setValue(String.join("\n", names)));
        fill(typed.all(Scheme.LANGUAGE), before.all(Scheme.LANGUAGE), now.all(Scheme.LANGUAGE),
                concepts.get(Scheme.LANGUAGE)::show);
    }

    private static <T> void fill(T typed, T before, T now, Consumer<T> show) {
        if (Objects.equals(typed, before) && !Objects.equals(before, now)) {
            show.accept(now);
        }
    }

    /** Enters what the person has pressed for: of several values beside what stands there. */
    void take(Suggested suggested) {
        String value = suggested.value();
        switch (suggested.field()) {
            case TITLE -> title.setValue(value);
            case YEAR -> year.setValue(Integer.valueOf(value));
            case AUTHORS -> authors.setValue(Stream.concat(authors.getValue().lines(), Stream.of(value))
                    .filter(name -> !name.isBlank()).collect(Collectors.joining("\n")));
            case THEMES, AUDIENCES, LANGUAGE, COUNTRIES -> suggested.field().scheme().map(concepts::get)
                    .orElseThrow().add(value);
        }
        onEdit.run();
    }

    void clearProblems() {
        fields.values().forEach(field -> field.setInvalid(false));
    }

    /** Says beside a field what is wrong with it; answers whether there is such a field. */
    boolean problem(String name, String text) {
        HasValidationProperties field = fields.get(name);
        if (field == null) {
            return false;
        }
        field.setErrorMessage(text);
        field.setInvalid(true);
        if (field instanceof Component component) {
            component.getParent().flatMap(Component::getParent).filter(Details.class::isInstance)
                    .map(Details.class::cast).ifPresent(details -> details.setOpened(true));
        }
        return true;
    }

    /** Puts the person where the first thing is to be done. */
    void focusFirstProblem() {
        fields.values().stream().filter(HasValidationProperties::isInvalid).findFirst()
                .filter(Focusable.class::isInstance).map(Focusable.class::cast).ifPresent(Focusable::focus);
    }

    private Component concept(Scheme scheme) {
        ConceptField field = concepts.get(scheme);
        fields.put(scheme.field(), field.validation());
        field.onChange(onEdit);
        return field.component();
    }

    private <F extends Component & HasValidationProperties> Component text(String name, F field) {
        fields.put(name, field);
        field.getElement().setProperty("label", getTranslation("contribute.field." + name));
        field.getElement().getStyle().set("width", "100%");
        if (field instanceof HasValueChangeMode typed) {
            typed.setValueChangeMode(ValueChangeMode.LAZY);
        }
        ((HasValue<?, ?>) field).addValueChangeListener(this::edited);
        return field;
    }

    private void edited(HasValue.ValueChangeEvent<?> event) {
        if (event.isFromClient()) {
            onEdit.run();
        }
    }

    private Section section(String key, Component... parts) {
        Div card = new Div(parts);
        card.addClassNames("card", "stack");
        Section section = new Section(new H2(getTranslation("contribute.section." + key)), card);
        section.addClassName("form-section");
        return section;
    }

    private Details details(String key, Component content) {
        Paragraph why = new Paragraph(getTranslation("contribute.section." + key + ".why"));
        why.addClassNames("muted", "small");
        Details details = new Details(getTranslation("contribute.section." + key), why, content);
        details.addClassName("card");
        return details;
    }

    private static Div grid(Component... fields) {
        Div grid = new Div(fields);
        grid.addClassName("fields");
        return grid;
    }
}
