package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Status;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
class RebuildIT {

    private Shelf shelf;
    @Autowired
    private Search search;
    @Autowired
    private Rebuild rebuild;
    @Autowired
    private Library library;
    @Autowired
    private ElasticsearchClient client;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void fillsANewIndexWhileSearchesAndChangesGoOn() throws IOException {
        String word = word();
        String late = word();
        Material kept = shelf.publish(described("Kept", ""), "Text " + word);
        Material withdrawn = shelf.publish(described("Withdrawn", ""), "Text " + word);
        shelf.awaitFound(word, 2);
        await().atMost(Duration.ofSeconds(60)).until(() -> indices().size() == 2);
        Set<String> before = indices();

        CompletableFuture<Long> rebuilt = CompletableFuture.supplyAsync(rebuild::run);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> rebuilt.isDone() ? rebuilt.join() < 0 : indices().size() == before.size() + 2);
        library.move(withdrawn.id(), Status.WITHDRAWN, "A test", shelf.editor());
        shelf.publish(described("Late", ""), "Text " + late);
        AtomicLong searches = new AtomicLong();
        while (!rebuilt.isDone()) {
            assertThat(search.search(SearchQuery.of(word), Reader.VISITOR).total()).isPositive();
            searches.incrementAndGet();
        }

        assertThat(rebuilt.join()).isPositive();
        assertThat(searches).hasPositiveValue();
        // The old ones stay until searches that had begun on them have ended.
        await().atMost(Duration.ofSeconds(60)).untilAsserted(
                () -> assertThat(indices()).hasSameSizeAs(before).doesNotContainAnyElementsOf(before));
        assertThat(shelf.awaitFound(word, 1).hits().getFirst().id()).isEqualTo(kept.id());
        assertThat(shelf.awaitPassage(late).passages()).hasSize(1);
        assertThat(shelf.awaitPassage(word).passages()).hasSize(1);
    }

    @Test
    void fillsAnIndexThatIsGone() throws IOException {
        String word = word();
        shelf.publish(described("Still in the catalogue", ""), "Text " + word);
        shelf.awaitFound(word, 1);
        List<String> gone = List.copyOf(indices());
        client.indices().delete(d -> d.index(gone));

        // Whoever uses the index next notices that it is new and empty.
        library.move(shelf.publish(described("Something new", "")).id(), Status.WITHDRAWN, "A test", shelf.editor());
        shelf.awaitFound(word, 1);
    }

    private Set<String> indices() throws IOException {
        return client.indices().get(g -> g.index("counterpoint-*")).indices().keySet();
    }
}
