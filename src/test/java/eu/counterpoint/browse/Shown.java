package eu.counterpoint.browse;

import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.review.Review;
import eu.counterpoint.search.Search;
import eu.counterpoint.search.SearchQuery;
import eu.counterpoint.vocabulary.Scheme;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Materials for tests of pages, as people would bring them in. */
final class Shown {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(90);
    private static final String GUIDE = "/starter/describing-a-campaign-with-gammma-plus.pdf";

    private final Library library;
    private final Review review;
    private final Intake intake;
    private final Search search;

    Shown(ApplicationContext application) {
        library = application.getBean(Library.class);
        review = application.getBean(Review.class);
        intake = application.getBean(Intake.class);
        search = application.getBean(Search.class);
    }

    /** A word that no other material has. */
    static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    /** A campaign that says much of itself, with a PDF of several pages that has been read. */
    Material campaign(String word, Reader editor) throws IOException {
        Gammma gammma = new Gammma("Young people ask questions", "14 to 18", "I believed it too", "A former", "", "",
                "Views are reach, not effect");
        Description description = new Description("Second thoughts " + word,
                "A film series in which a former and young people write together.",
                Map.of(Scheme.KIND, List.of("campaign"), Scheme.THEME, List.of("gaming", "formers"), Scheme.AUDIENCE,
                        List.of("gamers", "young-adults"), Scheme.LANGUAGE, List.of("de"), Scheme.COUNTRY,
                        List.of("AT", "DE"), Scheme.EVIDENCE_DESIGN, List.of("before-and-after"), Scheme.LICENCE,
                        List.of("cc-by-4-0"), Scheme.CHANNEL, List.of("youtube")),
                2017, "A youth association", List.of("Ada Example", "Bo Example"), "A university",
                "https://example.org/second-thoughts", Visibility.PUBLIC, Consent.NOBODY_NAMED, "For reuse", gammma);
        try (InputStream guide = Shown.class.getResourceAsStream(GUIDE)) {
            Material draft = intake.create(description, List.of(intake.keep(new Upload("guide.pdf", guide))), editor);
            await().atMost(LONG_ENOUGH).until(() -> now(draft.id()).files().getFirst().outcome() == Outcome.EXTRACTED);
            return published(draft.id(), word, editor);
        }
    }

    /** A record without a file, of somebody who tells against a narrative what they saw themselves. */
    Material testimony(String title, Reader editor) {
        MaterialId id = library.create(new Description(title,
                "A former member tells what leaving cost, and what it gave.",
                Map.of(Scheme.KIND, List.of("campaign"), Scheme.THEME, List.of("formers"), Scheme.AUDIENCE,
                        List.of("young-adults"), Scheme.NARRATIVE_TYPE, List.of("counter-narrative"), Scheme.TECHNIQUE,
                        List.of("personal-testimony")),
                2021, "An exit network", List.of(), "", null, Visibility.PUBLIC, Consent.NOBODY_NAMED, "",
                Gammma.NOT_REPORTED), editor).id();
        Material published = review.publish(id, editor);
        await().atMost(LONG_ENOUGH).ignoreExceptions().until(() -> search.search(SearchQuery.of(title), Reader.VISITOR)
                .hits().stream().anyMatch(hit -> hit.id().equals(id)));
        return published;
    }

    Material draft(String title, Reader owner) {
        return library.create(new Description(title, "What was done, and what came of it.",
                Map.of(Scheme.KIND, List.of("case-study"), Scheme.THEME, List.of("gaming"), Scheme.AUDIENCE,
                        List.of("gamers")),
                2019, "RAN", List.of(), "", null, Visibility.PUBLIC, Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED),
                owner);
    }

    Material submitted(String title, Reader owner) {
        return review.submit(draft(title, owner).id(), owner);
    }

    Material withdrawn(String title, String reason, Reader editor) {
        MaterialId id = draft(title, editor).id();
        review.publish(id, editor);
        return review.withdraw(id, reason, editor);
    }

    Material now(MaterialId id) {
        return library.find(id).orElseThrow();
    }

    private Material published(MaterialId id, String word, Reader editor) {
        Material published = review.publish(id, editor);
        await().atMost(LONG_ENOUGH).ignoreExceptions()
                .until(() -> search.search(SearchQuery.of(word), Reader.VISITOR).total() == 1);
        return published;
    }
}
