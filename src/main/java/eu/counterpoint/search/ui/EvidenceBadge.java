package eu.counterpoint.search.ui;

import eu.counterpoint.search.Evidence;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is known of a record's effect, as a badge; the same on every page. */
public class EvidenceBadge extends Badge {

    private EvidenceBadge(String label, boolean evaluated) {
        super(label, evaluated ? Tone.GOOD : Tone.WARN);
    }

    /** A badge, where the record says how its effect was looked at. */
    public static Optional<EvidenceBadge> of(@Nullable String design, Vocabulary vocabulary, Locale locale) {
        return Optional.ofNullable(design).filter(Evidence::isStated)
                .flatMap(id -> vocabulary.find(Scheme.EVIDENCE_DESIGN, id))
                .map(concept -> new EvidenceBadge(concept.label(locale), Evidence.isEvaluation(concept.id())));
    }
}
