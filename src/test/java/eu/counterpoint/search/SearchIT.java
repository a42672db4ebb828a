package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.CONTRIBUTOR;
import static eu.counterpoint.search.Shelf.PRACTITIONER;
import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Scheme;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

@WholeApplication
class SearchIT {

    private Shelf shelf;
    @Autowired
    private Search search;
    @Autowired
    private Library library;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void findsAMaterialByAWordOfItsFileAndShowsThePassageWithItsPage() {
        String word = word();
        Material material = shelf.publish(described("A training", "For teachers"),
                "Nothing to see\fWhere <b>credible</b> & honest %s voices speak\fThe end".formatted(word));

        Hit hit = shelf.awaitPassage(word.toUpperCase(Locale.ROOT));

        assertThat(hit.id()).isEqualTo(material.id());
        assertThat(hit.passages()).singleElement().satisfies(passage -> {
            assertThat(passage.page()).isEqualTo(2);
            assertThat(passage.file()).isEqualTo(material.files().getFirst().id());
            assertThat(passage.html())
                    .contains("&lt;b&gt;credible&lt;&#x2F;b&gt; &amp; honest <mark>%s</mark>".formatted(word));
        });
    }

    @Test
    void findsThePhraseOnlyWhereItStandsTogetherAlsoAcrossPassages() {
        String word = word();
        Material together = shelf.publish(described("Together", ""), "alpha %s\fomega beta".formatted(word));
        shelf.publish(described("Apart", ""), "omega beta\falpha %s".formatted(word));
        shelf.awaitFound(word, 2);

        assertThat(ids("\"" + word + " omega\"")).containsExactly(together.id().value());
    }

    @Test
    void findsWordsByTheirStemWithoutAccentsAndMarksThem() {
        String word = word();
        shelf.publish(described("Ré-intégration of prisoners " + word, "Élèves learn to question narratives"));
        shelf.awaitFound(word, 1);

        Hit hit = search.search(SearchQuery.of(word + " integration prisoner eleves narrative"), Reader.VISITOR).hits()
                .getFirst();

        assertThat(hit.titleHtml())
                .isEqualTo("Ré-<mark>intégration</mark> of <mark>prisoners</mark> <mark>" + word + "</mark>");
        assertThat(hit.summaryHtml()).isEqualTo("<mark>Élèves</mark> learn to question <mark>narratives</mark>");
    }

    @Test
    void marksWordsAsTheyAreWrittenHoweverTheyWereTyped() {
        String word = word();
        shelf.publish(described("«Θεσσαλονίκη», Київ, Ñandú und Köln " + word, "Młodzież i щедрість"));
        shelf.awaitFound(word, 1);

        Hit hit = search.search(SearchQuery.of(word + " thessaloniki Kyiv nandu koeln shtedrist"), Reader.VISITOR)
                .hits()
                .getFirst();

        assertThat(hit.titleHtml())
                .isEqualTo(
                        "«<mark>Θεσσαλονίκη</mark>», <mark>Київ</mark>, <mark>Ñandú</mark> und <mark>Köln</mark> <mark>"
                                + word + "</mark>");
        assertThat(hit.summaryHtml()).isEqualTo("Młodzież i <mark>щедрість</mark>");
    }

    @Test
    void findsAndMarksTheCompoundsOfAGermanFileByTheirParts() {
        String word = word();
        Material material = shelf.publish(described("Ein Bericht " + word, ""));
        shelf.addFile(material.id(), "Die Gefängnisseelsorge hilft jungen Häftlingen", "de");
        shelf.awaitFound(word + " Häftling", 1);

        assertThat(shelf.awaitPassage(word + " Gefängnisse").passages().getFirst().html())
                .contains("Die <mark>Gefängnisseelsorge</mark> hilft");
    }

    @Test
    void followsACorrectionOfTheLanguageOfAFile() {
        String word = word();
        Material material = shelf.publish(described("Ein Bericht " + word, ""));
        material = shelf.addFile(material.id(), "Die Gefängnisseelsorge hilft jungen Häftlingen", "nl");
        FileId file = material.files().getFirst().id();
        shelf.awaitPassage(word + " hilft");
        assertThat(ids(word + " Seelsorge")).isEmpty();

        library.correctLanguage(material.id(), file, "de", shelf.editor());

        assertThat(shelf.awaitPassage(word + " Seelsorge").passages()).singleElement()
                .satisfies(passage -> assertThat(passage.html()).contains("<mark>Gefängnisseelsorge</mark>"));
        assertThat(shelf.awaitPassage(word + " hilft").passages()).hasSize(1);
    }

    @Test
    void findsThreeOfFourWordsInTheTextOfAFile() {
        String word = word();
        shelf.publish(described("Meeting report", ""), "promoting credible voices of %s society".formatted(word));
        shelf.awaitFound("credible voices " + word + " community", 1);
    }

    @Test
    void findsBelowTheWordsWhatIsFiledUnderAWorkingGroupByAFormerNameOfIt() {
        String word = word();
        Material filed = shelf.publish(described(word, "", Visibility.PUBLIC, 2020,
                Map.of(Scheme.WORKING_GROUP, List.of("ran-vot"))));
        Material named = shelf.publish(described("RAN VVT " + word, ""));
        shelf.awaitFound(word, 2);

        SearchResult result = search.search(SearchQuery.of("RAN VVT " + word), Reader.VISITOR);

        assertThat(result.hits()).extracting(Hit::id).containsExactly(named.id(), filed.id());
        assertThat(result.concepts()).extracting(NamedConcept::key).containsExactly("working-group.ran-vot");
        assertThat(search.search(SearchQuery.of("RAN VVT " + word).withWordsOnly(Set.of("working-group.ran-vot")),
                Reader.VISITOR).hits()).extracting(Hit::id).containsExactly(named.id());
    }

    @Test
    void findsThroughTheirConceptsBelowTheWordsWhatEitherOfTwoWordsNames() {
        int year = 1953;
        Material inPrison = shelf.publish(described("Behind walls", "", Visibility.PUBLIC, year,
                Map.of(Scheme.THEME, List.of("prison-and-probation"))));
        Material byFormers = shelf.publish(described("They tell", "", Visibility.PUBLIC, year,
                Map.of(Scheme.MESSENGER, List.of("former"))));
        Material named = shelf.publish(described("Gefängnis", "", Visibility.PUBLIC, year, Map.of()));
        SearchQuery query = SearchQuery.of("Gefängnis OR Aussteiger").withYears(Set.of(year));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> search.search(query.withText(""), Reader.VISITOR).total() == 3);

        SearchResult result = search.search(query, Reader.VISITOR);

        assertThat(result.hits()).extracting(Hit::id).startsWith(named.id()).containsExactlyInAnyOrder(named.id(),
                inPrison.id(), byFormers.id());
        assertThat(result.concepts()).extracting(NamedConcept::key).contains("theme.prison-and-probation",
                "messenger.former");
        assertThat(search.search(query.withWordsOnly(Set.of("theme.prison-and-probation",
                "audience.people-in-prison-or-on-probation")), Reader.VISITOR).hits()).extracting(Hit::id)
                .containsExactly(named.id(), byFormers.id());
        assertThat(search.search(query.withText("Gefängnis AND Nirgendwo OR Aussteiger -tell"), Reader.VISITOR).total())
                .isZero();
    }

    @Test
    void showsEachReaderOnlyWhatTheyMaySeeInHitsTotalsAndFacets() {
        String word = word();
        Map<Scheme, List<String>> concepts = Map.of(Scheme.THEME, List.of("education"));
        for (Visibility visibility : Visibility.values()) {
            shelf.publish(described(word + " " + visibility, "", visibility, 2019, concepts), "Text " + word);
        }
        shelf.awaitFound(word, 3);

        assertThat(seen(word, Reader.VISITOR)).isEqualTo(1);
        assertThat(seen(word, CONTRIBUTOR)).isEqualTo(2);
        assertThat(seen(word, PRACTITIONER)).isEqualTo(3);
    }

    @Test
    void countsEachFacetWithinTheOthersChoicesButNotItsOwn() {
        String word = word();
        shelf.publish(described(word, "", Visibility.PUBLIC, 2018, concepts("education", "DE")));
        shelf.publish(described(word, "", Visibility.PUBLIC, 2019, concepts("gender", "DE")));
        shelf.publish(described(word, "", Visibility.PUBLIC, 2020, concepts("gender", "FR")));
        shelf.awaitFound(word, 3);

        SearchResult result = search.search(new SearchQuery(word, Map.of(Scheme.THEME, Set.of("gender")), Set.of(),
                Sort.NEWEST, 0, 1), Reader.VISITOR);

        assertThat(result.total()).isEqualTo(2);
        assertThat(result.hits()).hasSize(1);
        assertThat(result.facets().get(Scheme.THEME)).containsExactly(new FacetCount("gender", 2),
                new FacetCount("education", 1));
        assertThat(result.facets().get(Scheme.COUNTRY)).containsExactlyInAnyOrder(new FacetCount("DE", 1),
                new FacetCount("FR", 1));
        assertThat(result.years()).containsExactly(new FacetCount("2020", 1), new FacetCount("2019", 1));
    }

    @Test
    void ordersByTitleAndByEvidence() {
        String word = word();
        shelf.publish(described("Zebra " + word, "", Visibility.PUBLIC, 2018,
                Map.of(Scheme.EVIDENCE_DESIGN, List.of("systematic-review"))));
        shelf.publish(described("«Äpfel» " + word, "", Visibility.PUBLIC, 2019,
                Map.of(Scheme.EVIDENCE_DESIGN, List.of("before-and-after"))));
        shelf.publish(described("Bananas " + word, ""));
        shelf.awaitFound(word, 3);

        assertThat(titles(word, Sort.TITLE)).extracting(title -> title.charAt(0)).containsExactly('«', 'B', 'Z');
        assertThat(titles(word, Sort.EVIDENCE)).extracting(title -> title.charAt(0)).containsExactly('Z', '«', 'B');
    }

    @Test
    void followsEveryChangeOfAMaterial() {
        String first = word();
        String second = word();
        String third = word();
        Material material = shelf.publish(described("Title " + first, ""), "Text " + second);
        shelf.awaitFound(second, 1);

        library.describe(material.id(), library.find(material.id()).orElseThrow().revision(),
                described("Other title", ""), shelf.editor());
        shelf.awaitFound(first, 0);
        assertThat(shelf.awaitPassage(second).passages()).hasSize(1);

        shelf.addFile(material.id(), "More text " + third);
        assertThat(shelf.awaitPassage(third).passages()).hasSize(1);

        library.removeFile(material.id(), material.files().getFirst().id(), shelf.editor());
        shelf.awaitFound(second, 0);

        library.move(material.id(), Status.WITHDRAWN, "Asked for by its owner", shelf.editor());
        shelf.awaitFound(third, 0);
    }

    @Test
    void tellsWhenAMaterialCanBeFound(@Autowired ConfigurableApplicationContext application) {
        BlockingQueue<MaterialIndexed> told = new LinkedBlockingQueue<>();
        ApplicationListener<PayloadApplicationEvent<MaterialIndexed>> listener = ApplicationListener
                .forPayload(told::add);
        application.addApplicationListener(listener);
        String word = word();
        Material material = shelf.publish(described(word, ""), "Text " + word);

        await().atMost(Duration.ofSeconds(60)).until(() -> told.stream()
                .anyMatch(news -> news.id().equals(material.id()) && news.version() >= material.version()));

        assertThat(search.search(SearchQuery.of(word), Reader.VISITOR).hits()).singleElement()
                .satisfies(hit -> assertThat(hit.passages()).hasSize(1));
        application.removeApplicationListener(listener);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"unbalanced", "a AND", "NOT", "AND OR NOT", "*", "\\", "\\\"", "-", "- -", "+|()~^:/[]{}",
            "???", "😀", "'", "<script>alert(1)</script>", "a:b", "field:*", "~5", "\u0000\u0007", "\uD83D", "\"\"",
            "\" \" \"", "||||", "(((((((", "\t\n"})
    void answersOddQueriesWithoutAnError(String odd) {
        assertThatCode(() -> search.search(SearchQuery.of(odd), Reader.VISITOR)).doesNotThrowAnyException();
    }

    @Test
    void answersVeryLongQueriesWithoutAnError() {
        for (String odd : List.of("x".repeat(5_000), "word ".repeat(1_000), "a,".repeat(2_500), "ö*".repeat(2_500),
                "\"".repeat(5_000), "-a ".repeat(1_600), "漢".repeat(5_000), "😀".repeat(2_500),
                "a b* ".repeat(1_000))) {
            assertThatCode(() -> search.search(SearchQuery.of(odd), Reader.VISITOR)).doesNotThrowAnyException();
        }
    }

    @Test
    void findsWordsBesideOddSigns() {
        String word = word();
        Material material = shelf.publish(described("Credible voices " + word, ""));
        shelf.awaitFound(word, 1);
        for (String query : List.of(word + " & credible", "\"credible voices " + word, word + " AND voices",
                "voices - " + word, "(" + word + ")", word.substring(0, word.length() - 2) + "*", word + " \\",
                "“voices "
                        + word + "”",
                word + " OR " + word(), word + " -" + word())) {
            assertThat(ids(query)).as(query).startsWith(material.id().value());
        }
        assertThat(ids(word + " -credible")).isEmpty();
        assertThat(ids(word + " NOT credible")).isEmpty();
    }

    @Test
    void hasNoHitsBeyondTheTenThousandthButTheirNumber() {
        String word = word();
        shelf.publish(described(word, ""));
        shelf.awaitFound(word, 1);
        SearchResult result = search.search(
                new SearchQuery(word, Map.of(), Set.of(), Sort.RELEVANCE, Integer.MAX_VALUE, 100), Reader.VISITOR);
        assertThat(result.hits()).isEmpty();
        assertThat(result.total()).isEqualTo(1);
    }

    @Test
    void saysHowAWordIsSpelledThoughTheOthersFindMuch() {
        String first = word();
        String second = word();
        String third = word();
        for (int i = 0; i < 12; i++) {
            shelf.publish(described("Record " + i, first + " " + second));
        }
        shelf.publish(described("The one that is meant", first + " " + second + " " + third));
        shelf.awaitFound(third, 1);
        String misspelt = third.substring(0, third.length() - 1) + "qq";

        SearchResult result = shelf.awaitFound(first + " " + second + " " + misspelt, 13);

        assertThat(result.suggestion()).isEqualTo(first + " " + second + " " + third);
        assertThat(search.search(SearchQuery.of(first + " " + second + " " + third), Reader.VISITOR).suggestion())
                .isNull();
    }

    @Test
    void takesNoOtherFormOfAWordForAnotherSpelling() {
        String word = word();
        shelf.publish(described("Youth " + word, "Who recruits, and how recruiters speak."));
        shelf.awaitFound(word, 1);

        assertThat(search.search(SearchQuery.of(word + " youth recruited"), Reader.VISITOR)).satisfies(found -> {
            assertThat(found.total()).isPositive();
            assertThat(found.suggestion()).isNull();
        });
    }

    private static Map<Scheme, List<String>> concepts(String theme, String country) {
        return Map.of(Scheme.THEME, List.of(theme), Scheme.COUNTRY, List.of(country));
    }

    private List<String> ids(String text) {
        return search.search(SearchQuery.of(text), Reader.VISITOR).hits().stream().map(hit -> hit.id().value())
                .toList();
    }

    private List<String> titles(String text, Sort sort) {
        return search.search(new SearchQuery(text, Map.of(), Set.of(), sort, 0, 20), Reader.VISITOR).hits().stream()
                .map(Hit::title).toList();
    }

    /** How many the reader is told of, the same everywhere. */
    private long seen(String word, Reader reader) {
        SearchResult result = search.search(SearchQuery.of(word), reader);
        assertThat(result.hits()).hasSize((int) result.total());
        assertThat(result.facets().get(Scheme.THEME)).containsExactly(new FacetCount("education", result.total()));
        assertThat(result.years()).containsExactly(new FacetCount("2019", result.total()));
        return result.total();
    }
}
