package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import eu.counterpoint.ingest.suggestion.Suggested;
import eu.counterpoint.ingest.suggestion.SuggestedField;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the files tell, beside the form. Nothing gets into a field that nobody has pressed for. Where the screen is too narrow for
 * both, it is one line that unfolds, so that what arrives pushes nothing away.
 */
class SuggestionsPanel extends Aside {

    private final DescriptionForm form;
    private final Vocabulary vocabulary;
    private final Map<SuggestedField, SuggestionGroup> groups = new EnumMap<>(SuggestedField.class);
    private final H2 heading = new H2(getTranslation("suggestion"));
    private final NativeButton unfold = new NativeButton("", click -> unfold(!hasClassName("unfolded")));
    private final Paragraph state = new Paragraph();
    /** Where there is nothing to unfold: why. */
    private final Span brief = new Span();
    private final NativeButton all = new NativeButton(getTranslation("suggestion.use-all"), click -> takeAll());
    private final Div body = new Div(state, all);
    private final Span news = new Span();
    private List<Suggested> suggestions = List.of();
    private Set<String> namesOfFiles = Set.of();
    private @Nullable MaterialId material;

    SuggestionsPanel(DescriptionForm form, Vocabulary vocabulary) {
        this.form = form;
        this.vocabulary = vocabulary;
        addClassNames("suggestions-panel", "card");
        heading.setId("suggestions-heading");
        heading.getElement().setAttribute("tabindex", "-1");
        getElement().setAttribute("aria-labelledby", "suggestions-heading");
        state.addClassNames("small", "muted");
        all.addClassName("btn");
        body.setId("suggestions-body");
        body.addClassName("suggestions-body");
        unfold.addClassNames("link", "suggestions-unfold");
        unfold.getElement().setAttribute("aria-controls", "suggestions-body");
        news.addClassName("unseen");
        news.getElement().setAttribute("role", "status");
        for (SuggestedField field : SuggestedField.values()) {
            SuggestionGroup group = new SuggestionGroup(field, this::line);
            groups.put(field, group);
            body.add(group);
        }
        brief.addClassNames("small", "muted", "suggestions-brief");
        Div head = new Div(heading, unfold, brief);
        head.addClassName("suggestions-head");
        add(head, body, news);
        unfold(false);
        show(null, List.of(), List.of(), false);
    }

    /**
     * Shows what is suggested for a material; leaves what is shown already alone.
     *
     * @param id     null where there is none yet
     * @param coming whether files are still being read
     */
    void show(@Nullable MaterialId id, List<MaterialFile> files, List<Suggested> suggested, boolean coming) {
        int before = shown().size();
        material = id;
        suggestions = suggested;
        namesOfFiles = files.stream().map(MaterialFile::nameWithoutSuffix).collect(Collectors.toSet());
        refresh();
        int now = shown().size();
        if (now > before) {
            news.setText(getTranslation("suggestion.arrived", now));
        }
        String key = coming ? "suggestion.coming" : files.isEmpty() ? "suggestion.no-files" : "suggestion.none";
        state.setText(now > 0 ? getTranslation(coming ? "suggestion.more" : "suggestion.about") : getTranslation(key));
        brief.setText(now > 0 ? "" : getTranslation(coming ? "suggestion.brief.coming" : "suggestion.brief.none"));
        setClassName("without", files.isEmpty());
    }

    /** Takes away what has been entered meanwhile, and shows again what has been taken out. */
    void refresh() {
        Description entered = form.read();
        groups.forEach((field, group) -> group.show(
                suggestions.stream().filter(one -> one.field() == field && !one.isIn(entered)).toList(),
                !field.takesSeveral() && !isFree(field, entered)));
        int now = shown().size();
        all.setVisible(suggestions.stream().anyMatch(one -> isFree(one.field(), entered) && !one.isIn(entered)));
        unfold.setVisible(now > 0);
        unfold.setText(getTranslation(hasClassName("unfolded") ? "suggestion.fold" : "suggestion.unfold", now));
    }

    /** Whether nobody has entered anything: the name of a file is but a stand-in for a title. */
    private boolean isFree(SuggestedField field, Description entered) {
        return field.in(entered).isEmpty()
                || field == SuggestedField.TITLE && namesOfFiles.contains(entered.title().strip());
    }

    private List<SuggestionLine> shown() {
        return groups.values().stream().flatMap(group -> group.lines().stream()).toList();
    }

    private SuggestionLine line(Suggested suggested) {
        MaterialId id = material;
        if (id == null) {
            throw new IllegalStateException("Nothing is suggested without a material");
        }
        return new SuggestionLine(suggested.field(), label(suggested), id, () -> take(suggested));
    }

    private String label(Suggested suggested) {
        return suggested.field().scheme().map(scheme -> vocabulary.label(scheme, suggested.value(), getLocale()))
                .orElse(suggested.value());
    }

    private void take(Suggested suggested) {
        int place = shown().indexOf(groups.get(suggested.field()).line(suggested));
        form.take(suggested);
        refresh();
        news.setText(getTranslation("suggestion.taken", label(suggested),
                getTranslation("contribute.field." + suggested.field().id())));
        List<SuggestionLine> left = shown();
        if (left.isEmpty()) {
            heading.getElement().callJsFunction("focus");
        } else {
            left.get(Math.clamp(place, 0, left.size() - 1)).focus();
        }
    }

    /** Of a field that holds one value, the best; of others, all. */
    private void takeAll() {
        Description entered = form.read();
        List<Suggested> taken = Arrays.stream(SuggestedField.values()).filter(field -> isFree(field, entered))
                .flatMap(field -> all(field, entered)).toList();
        taken.forEach(form::take);
        refresh();
        news.setText(getTranslation("suggestion.taken.all", taken.size()));
        heading.getElement().callJsFunction("focus");
    }

    private Stream<Suggested> all(SuggestedField field, Description entered) {
        Stream<Suggested> all = suggestions.stream().filter(one -> one.field() == field && !one.isIn(entered));
        return field.takesSeveral() ? all : all.limit(1);
    }

    private void unfold(boolean unfolded) {
        setClassName("unfolded", unfolded);
        unfold.getElement().setAttribute("aria-expanded", String.valueOf(unfolded));
        refresh();
    }
}
