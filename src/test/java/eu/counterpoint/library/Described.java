package eu.counterpoint.library;

import eu.counterpoint.vocabulary.Scheme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Descriptions for tests: complete enough to be submitted, and changed in one place each. */
record Described(Description description) {

    static Described titled(String title) {
        Map<Scheme, List<String>> concepts = Map.of(Scheme.KIND, List.of("case-study"), Scheme.THEME,
                List.of("prison-and-probation"), Scheme.AUDIENCE, List.of("girls-and-women"));
        return new Described(new Description(title, "What was done, and what came of it.", concepts, 2019, "RAN",
                List.of("Ola Nordmann"), "", "https://example.org/a", Visibility.PUBLIC, Consent.NOBODY_NAMED, "",
                Gammma.NOT_REPORTED));
    }

    Description title(String title) {
        Description d = description;
        return new Description(title, d.summary(), d.concepts(), d.year(), d.organisation(), d.authors(),
                d.reviewedBy(), d.link(), d.visibility(), d.consent(), d.purpose(), d.gammma());
    }

    Description summary(String summary) {
        Description d = description;
        return new Description(d.title(), summary, d.concepts(), d.year(), d.organisation(), d.authors(),
                d.reviewedBy(), d.link(), d.visibility(), d.consent(), d.purpose(), d.gammma());
    }

    Description concepts(Scheme scheme, String... ids) {
        Description d = description;
        Map<Scheme, List<String>> concepts = new EnumMap<>(d.concepts());
        concepts.put(scheme, List.of(ids));
        return new Description(d.title(), d.summary(), concepts, d.year(), d.organisation(), d.authors(),
                d.reviewedBy(), d.link(), d.visibility(), d.consent(), d.purpose(), d.gammma());
    }

    Description year(@Nullable Integer year) {
        Description d = description;
        return new Description(d.title(), d.summary(), d.concepts(), year, d.organisation(), d.authors(),
                d.reviewedBy(), d.link(), d.visibility(), d.consent(), d.purpose(), d.gammma());
    }

    Description link(@Nullable String link) {
        Description d = description;
        return new Description(d.title(), d.summary(), d.concepts(), d.year(), d.organisation(), d.authors(),
                d.reviewedBy(), link, d.visibility(), d.consent(), d.purpose(), d.gammma());
    }

    Description visibility(Visibility visibility) {
        Description d = description;
        return new Description(d.title(), d.summary(), d.concepts(), d.year(), d.organisation(), d.authors(),
                d.reviewedBy(), d.link(), visibility, d.consent(), d.purpose(), d.gammma());
    }

    Description consent(Consent consent) {
        Description d = description;
        return new Description(d.title(), d.summary(), d.concepts(), d.year(), d.organisation(), d.authors(),
                d.reviewedBy(), d.link(), d.visibility(), consent, d.purpose(), d.gammma());
    }
}
