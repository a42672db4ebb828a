package eu.counterpoint.search.ui;

import eu.counterpoint.ui.Badge;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a record's effect, as a badge; the same on every page. */
public class EvidenceBadge extends Badge {

    private static final String NONE = "none-stated";
    private static final String REACH = "process-or-reach-data-only";

    private EvidenceBadge(String label, boolean evaluated) {
        super(label, evaluated ? Tone.GOOD : Tone.WARN);
    }

    /** A badge, where the record says how its effect was looked at. */
    public static Optional<EvidenceBadge> of(@Nullable String design, Vocabulary vocabulary, Locale locale) {
        return Optional.ofNullable(design).filter(id -> !id.equals(NONE))
                .flatMap(id -> vocabulary.find(Scheme.EVIDENCE_DESIGN, id))
                .map(concept -> new EvidenceBadge(concept.label(locale), !concept.id().equals(REACH)));
    }

    /** The designs that count as an evaluation: more than nothing, and more than how many were reached. */
    public static Set<String> evaluations(Vocabulary vocabulary) {
        return vocabulary.concepts(Scheme.EVIDENCE_DESIGN).stream().map(Concept::id)
                .filter(id -> !List.of(NONE, REACH).contains(id)).collect(Collectors.toSet());
    }
}
