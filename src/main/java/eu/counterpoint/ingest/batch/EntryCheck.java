package eu.counterpoint.ingest.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.ui.Texts;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;

/** Reads what a row states, and finds everything that is wrong with it: what the library finds in any description, and words that it does not know. */
@Component
class EntryCheck {

    private static final int SHOWN = 100;

    private final Library library;
    private final ConceptWords words;
    private final Vocabulary vocabulary;
    private final Texts texts;

    EntryCheck(Library library, ConceptWords words, Vocabulary vocabulary, Texts texts) {
        this.library = library;
        this.words = words;
        this.vocabulary = vocabulary;
        this.texts = texts;
    }

    /** @param faults gets what is wrong */
    RowContent read(Entry entry, boolean publish, List<Fault> faults) {
        Map<Scheme, List<String>> concepts = new EnumMap<>(Scheme.class);
        for (Scheme scheme : Scheme.values()) {
            List<String> ids = concepts(scheme, entry, faults);
            if (!ids.isEmpty()) {
                concepts.put(scheme, ids);
            }
        }
        Visibility visibility = stated("visibility", entry, faults, Visibility::of, Visibility.PUBLIC);
        Consent consent = stated("consent", entry, faults, Consent::of, Consent.NOBODY_NAMED);
        Description description = new Description(entry.text("title"), entry.text("summary"), concepts,
                year(entry, faults), entry.text("organisation"), entry.all("authors"), entry.text("reviewedBy"),
                entry.one("link"), visibility, consent, entry.text("purpose"), gammma(entry));
        library.problems(description).forEach(problem -> faults
                .add(new Fault(problem.field(), texts.get(problem.key(), problem.value()))));
        if (!entry.has("title") && !entry.has(Columns.FILES)) {
            faults.add(new Fault("title", texts.get("batch.fault.title")));
        }
        if (publish && consent == Consent.MISSING) {
            faults.add(new Fault("consent", texts.get("batch.fault.publish-consent")));
        }
        return new RowContent(description, entry.has("visibility"), entry.has("consent"));
    }

    private List<String> concepts(Scheme scheme, Entry entry, List<Fault> faults) {
        List<String> ids = new ArrayList<>();
        for (String word : entry.all(scheme.field())) {
            Collection<String> found = words.find(scheme, word);
            if (found.size() == 1) {
                ids.addAll(found);
            } else {
                Collection<String> near = found.isEmpty() ? words.nearest(scheme, word) : found;
                faults.add(new Fault(scheme.field(),
                        near.isEmpty()
                                ? texts.get("batch.fault.concept", shown(word))
                                : texts.get(
                                        found.isEmpty() ? "batch.fault.concept-near" : "batch.fault.concept-several",
                                        shown(word), near.stream().map(id -> labelled(scheme, id))
                                                .collect(Collectors.joining(", ")))));
            }
        }
        return ids;
    }

    /** As an id where that reads like a word; else with its label. */
    private String labelled(Scheme scheme, String id) {
        String label = vocabulary.find(scheme, id).map(concept -> label(concept)).orElse(id);
        return label.equalsIgnoreCase(id.replace('-', ' ')) ? id : id + " (" + label + ")";
    }

    private static String label(Concept concept) {
        return concept.label(Locale.ENGLISH);
    }

    private @Nullable Integer year(Entry entry, List<Fault> faults) {
        String year = entry.one("year");
        if (year == null) {
            return null;
        }
        if (year.matches("\\d{1,9}(\\.0+)?")) {
            return Integer.valueOf(year.replaceFirst("\\..*", ""));
        }
        faults.add(new Fault("year", texts.get("batch.fault.year", shown(year))));
        return null;
    }

    private <T> T stated(String column, Entry entry, List<Fault> faults,
            java.util.function.Function<String, Optional<T>> known, T otherwise) {
        String value = entry.one(column);
        if (value == null) {
            return otherwise;
        }
        return known.apply(value.toLowerCase(Locale.ROOT).replace(' ', '-')).orElseGet(() -> {
            faults.add(new Fault(column, texts.get("batch.fault." + column, shown(value))));
            return otherwise;
        });
    }

    private static Gammma gammma(Entry entry) {
        return new Gammma(entry.text("gammma.goal"), entry.text("gammma.audience"), entry.text("gammma.message"),
                entry.text("gammma.messenger"), entry.text("gammma.media"), entry.text("gammma.action"),
                entry.text("gammma.evaluation"));
    }

    private static String shown(String value) {
        return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
    }
}
