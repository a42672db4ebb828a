package eu.counterpoint.ingest.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What texts are said to be about, beside what people have filed them under. */
class SubjectsOfRealTextsTest {

    private final Vocabulary vocabulary = new Vocabulary();
    private final ConceptMentions mentions = new ConceptMentions(vocabulary);

    /** What was suggested, and what people chose. */
    private record Compared(String key, List<String> suggested, List<String> filed) {

        long right() {
            return suggested.stream().filter(filed::contains).count();
        }
    }

    /** Texts of 20 to 240 words in 28 languages, some of which the vocabulary does not have. */
    @Test
    void isRightMostlyAndRatherSaysNothingThanSomethingWrong() throws IOException {
        assertRight(Scheme.THEME, 0.75, 20);
        assertRight(Scheme.AUDIENCE, 0.65, 8);
    }

    private void assertRight(Scheme scheme, double share, long atLeast) throws IOException {
        List<Compared> all = compare(scheme);
        long suggested = all.stream().mapToLong(one -> one.suggested().size()).sum();
        long right = all.stream().mapToLong(Compared::right).sum();
        assertThat(right).as(scheme.id()).isGreaterThanOrEqualTo(atLeast);
        assertThat(right / (double) suggested).as(scheme.id()).isGreaterThanOrEqualTo(share);
    }

    @Test
    void doesNotTakeALongTextForOneOnPrisonsBecauseItNamesOneOnce() throws IOException {
        List<String> pages = new ArrayList<>();
        for (JsonNode record : shelf()) {
            if (record.get("language").asString().equals("en")) {
                record.get("pages").valueStream().map(JsonNode::asString)
                        .filter(page -> !page.toLowerCase().matches("(?s).*(prison|probation|inmate|jail|offend).*"))
                        .forEach(pages::add);
            }
        }
        assertThat(pages).hasSizeGreaterThan(30);
        pages.set(20, pages.get(20) + " One of them had been in prison.");

        List<String> themes = subjects(Scheme.THEME, "What we heard", Texts.pages("en", pages));
        List<String> audiences = subjects(Scheme.AUDIENCE, "What we heard", Texts.pages("en", pages));

        assertThat(themes).doesNotContain("prison-and-probation");
        assertThat(audiences).doesNotContain("people-in-prison-or-on-probation");
        pages.replaceAll(page -> page + " It was in a prison, with prisoners.");
        assertThat(subjects(Scheme.THEME, "What we heard", Texts.pages("en", pages))).first()
                .isEqualTo("prison-and-probation");
        assertThat(subjects(Scheme.AUDIENCE, "What we heard", Texts.pages("en", pages))).first()
                .isEqualTo("people-in-prison-or-on-probation");
    }

    @Test
    void takesACountryThatIsNamedAgainAndAgainButNotOneInAList() {
        assertThat(subjects(Scheme.COUNTRY, "Youth work", Texts.pages("en", List.of(
                "In Austria the work began in Graz. Partners came from Italy, Spain and Malta.",
                "Austria paid for two years. What Austria learned is on the next page.", "Austria goes on."))))
                .containsExactly("AT");
        assertThat(subjects(Scheme.COUNTRY, "Exit work in Sweden",
                Texts.pages("en", List.of("Exit work in Sweden\n\nOf eleven years."))))
                .containsExactly("SE");
    }

    private List<Compared> compare(Scheme scheme) throws IOException {
        List<Compared> all = new ArrayList<>();
        for (JsonNode record : shelf()) {
            List<String> pages = new ArrayList<>(List.of(record.get("title").asString()));
            record.get("pages").valueStream().map(JsonNode::asString).forEach(pages::add);
            String language = record.get("language").asString();
            all.add(new Compared(record.get("key").asString(),
                    subjects(scheme, record.get("title").asString(), Texts.pages(language, pages)),
                    record.get("concepts").has(scheme.id())
                            ? record.get("concepts").get(scheme.id()).valueStream().map(JsonNode::asString).toList()
                            : List.of()));
        }
        return all;
    }

    private JsonNode shelf() throws IOException {
        try (var stream = getClass().getResourceAsStream("/search/shelf.json")) {
            return JsonMapper.shared().readTree(stream);
        }
    }

    private List<String> subjects(Scheme scheme, String title, FileText text) {
        Tally tally = new Tally(mentions);
        tally.add(text);
        Set<Concept> inTitle = mentions.in(title, text.file().language()).stream()
                .map(ConceptMentions.Mention::concept).collect(Collectors.toSet());
        return tally.subjects(scheme, inTitle).stream().map(one -> one.concept().id()).toList();
    }
}
