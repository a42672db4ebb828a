package eu.counterpoint.ingest.batch;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.vocabulary.Scheme;

/**
 * What a row states.
 *
 * @param visibility whether it says who may see the material; where it does not, a material that is there keeps its own
 * @param consent    whether it says how the consent stands; likewise
 */
record RowContent(Description description, boolean visibility, boolean consent) {

    /** A material's description with what this row states; what an empty cell leaves out stays as it is. */
    Description over(Description there) {
        Description stated = description;
        return new Description(text(stated.title(), there.title()), text(stated.summary(), there.summary()),
                concepts(there), stated.year() == null ? there.year() : stated.year(),
                text(stated.organisation(), there.organisation()), some(stated.authors(), there.authors()),
                text(stated.reviewedBy(), there.reviewedBy()), stated.link() == null ? there.link() : stated.link(),
                visibility ? stated.visibility() : there.visibility(), consent ? stated.consent() : there.consent(),
                text(stated.purpose(), there.purpose()), gammma(stated.gammma(), there.gammma()));
    }

    private Map<Scheme, List<String>> concepts(Description there) {
        Map<Scheme, List<String>> concepts = new EnumMap<>(Scheme.class);
        concepts.putAll(there.concepts());
        concepts.putAll(description.concepts());
        return concepts;
    }

    private static Gammma gammma(Gammma stated, Gammma there) {
        return new Gammma(text(stated.goal(), there.goal()), text(stated.audience(), there.audience()),
                text(stated.message(), there.message()), text(stated.messenger(), there.messenger()),
                text(stated.media(), there.media()), text(stated.action(), there.action()),
                text(stated.evaluation(), there.evaluation()));
    }

    private static String text(String stated, String there) {
        return stated.isBlank() ? there : stated;
    }

    private static <C extends Collection<?>> C some(C stated, C there) {
        return stated.isEmpty() ? there : stated;
    }
}
