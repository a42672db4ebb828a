package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.BesideOthers;
import eu.counterpoint.testing.WholeApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;

/** What meaning adds to the words of a search. Has a sentence model, so another application than most. */
@Tag("once")
@WholeApplication
@BesideOthers
@TestPropertySource(properties = "counterpoint.meaning.enabled=true")
class SearchByMeaningIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    /** In both summaries once, and far from what either is about. */
    private static final String ODD_WORDS = "helium keyboards";

    private Shelf shelf;
    @Autowired
    private Search search;
    @Autowired
    private Nearest nearest;
    @Autowired
    private Library library;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void findsWhatSaysTheSameInOtherWordsForWhoMayReadIt() {
        String answer = "Immigrants do not take employment away from native workers: labour markets grow.";
        Material open = shelf.publish(described("Economics", "", Visibility.PUBLIC, 2011, Map.of()),
                "Contents and acknowledgements\f" + answer);
        Material closed = shelf.publish(described("Economics", "", Visibility.VETTED, 2012, Map.of()), answer);
        SearchQuery query = SearchQuery.of("foreigners stealing jobs");
        awaitVectors(query.text(), open, closed);

        Hit hit = search.search(query, Reader.VISITOR).hits().getFirst();
        assertThat(hit.id()).isEqualTo(open.id());
        assertThat(hit.passages().getFirst().page()).isEqualTo(2);
        assertThat(hit.passages().getFirst().near()).isTrue();
        assertThat(ids(query, Reader.VISITOR)).doesNotContain(closed.id().value());
        assertThat(ids(query.withYears(Set.of(2012)), shelf.editor())).containsExactly(closed.id().value());
        assertThat(ids(query.withYears(Set.of(1999)), shelf.editor())).isEmpty();
    }

    @Test
    void ordersWhatHasTheWordsByMeaningHoweverLittleSimilarAndFindsNothingElseThatIsLittleSimilar() {
        // As many words each, so equal by words; the newest would come first among equals.
        Material nearer = shelf.publish(described("One",
                """
                        Judges hear the case and weigh the words of all witnesses. The accused took helium from a shop and \
                        keyboards from an office. The court waits for the verdict, and the reporters run to the telephones in the hall. \
                        The lawyers read the law in the evening and argue about guilt and punishment."""));
        Material farther = shelf.publish(described("Two",
                """
                        Farmers milk the cows and water the fields of all neighbours. The children took helium from a barn and \
                        keyboards from an attic. The village waits for the harvest, and the dogs run to the sheep in the hills. The \
                        shepherds count the lambs in the evening and talk about rain and drought."""));
        Material neither = shelf.publish(described("Three", "Rain fell on the hills all night."));
        awaitVectors(ODD_WORDS, nearer, farther, neither);

        assertThat(nearest.to(ODD_WORDS, Reader.VISITOR, Nearest.WHATEVER).materials())
                .extracting(Nearest.Near::material).containsSubsequence(nearer.id().value(), farther.id().value());
        assertThat(nearest.to(ODD_WORDS, Reader.VISITOR, Nearest.SIMILAR).materials()).isEmpty();

        assertThat(ids(SearchQuery.of(ODD_WORDS), Reader.VISITOR))
                .containsExactly(nearer.id().value(), farther.id().value());
    }

    @Test
    void saysHowAWordIsSpelledHoweverMuchIsFoundForItsMeaning() {
        Material words = shelf.publish(described("Chess tournament", "Every spring in the youth centre."));
        Material near = shelf
                .publish(described("Board games", "Young people play chess against each other for a cup."));
        Material nearToo = shelf
                .publish(described("A chess championship", "Who wins the match, and who comes second."));
        String misspelt = "chess tournamant";
        awaitVectors(misspelt, words, near, nearToo);

        SearchResult result = search.search(SearchQuery.of(misspelt), Reader.VISITOR);

        assertThat(result.total()).as("near in meaning").isGreaterThan(1);
        assertThat(result.suggestion()).isEqualTo("chess tournament");
    }

    @Test
    void offersTheNearestWhereNoWordIsFound() {
        Material open = shelf.publish(described("Flood", "The river rose and water came into every cellar."));
        Material closed = shelf.publish(described("Flood", "The river rose and water came into every cellar.",
                Visibility.VETTED, 2012, Map.of()));
        awaitVectors("inundation", open, closed);

        assertThat(search.search(SearchQuery.of("inundation"), Reader.VISITOR).total()).isZero();
        assertThat(search.nearest("inundation", Reader.VISITOR)).hasSizeBetween(1, 3)
                .allMatch(Hit::near).extracting(Hit::id).startsWith(open.id()).doesNotContain(closed.id());
        assertThat(search.nearest("?!", Reader.VISITOR)).isEmpty();
    }

    @Test
    void findsTheNearestOfTheYearsThatAreWantedThoughOthersAreNearer() {
        List<Material> nearer = IntStream.range(0, Nearest.MOST + 5).mapToObj(i -> shelf.publish(described("Bees " + i,
                "Beekeepers gather honey from their hives in summer.", Visibility.PUBLIC, 1990, Map.of()))).toList();
        Material wanted = shelf.publish(described("Apiaries", "Where insects make something sweet.", Visibility.PUBLIC,
                1950, Map.of()));
        SearchQuery query = SearchQuery.of("beekeepers gather honey")
                .withLimits(new Limits(1950, 1950, false, false, false));
        await().atMost(PATIENCE).ignoreExceptions().until(() -> nearest.to(nearest.meaning(query.text()),
                MaterialsRequest.limits(query, shelf.editor()), Nearest.WHATEVER).ids().contains(wanted.id().value()));
        await().atMost(PATIENCE).until(() -> nearest.to(query.text(), Reader.VISITOR, Nearest.WHATEVER).ids(),
                ids -> ids.size() == Nearest.MOST && !ids.contains(wanted.id().value()));

        assertThat(ids(query, Reader.VISITOR)).containsExactly(wanted.id().value());
        // So many would stand between other tests and what they look for.
        nearer.forEach(one -> library.move(one.id(), Status.WITHDRAWN, "A test", shelf.editor()));
    }

    private List<String> ids(SearchQuery query, Reader reader) {
        SearchResult result = search.search(query, reader);
        assertThat(result.total()).isEqualTo(result.hits().size());
        return result.hits().stream().map(hit -> hit.id().value()).toList();
    }

    private void awaitVectors(String text, Material... materials) {
        List<String> wanted = List.of(materials).stream().map(material -> material.id().value()).toList();
        await().atMost(PATIENCE).ignoreExceptions().until(
                () -> nearest.to(text, shelf.editor(), Nearest.WHATEVER).ids().containsAll(wanted));
    }
}
