package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import eu.counterpoint.account.Reader;
import eu.counterpoint.search.embedded.ThreeNodes;
import eu.counterpoint.testing.BesideOthers;
import eu.counterpoint.testing.TestSurroundings;
import eu.counterpoint.testing.WholeApplication;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.boot.health.contributor.Status;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The application with a cluster of three nodes, which are not there at first, and of which it loses one. */
@Tag("once")
@WholeApplication
@BesideOthers
@ContextConfiguration(initializers = {TestSurroundings.class, ThreeNodes.class})
@DirtiesContext
class ClusterIT {

    private Shelf shelf;
    @Autowired
    private ElasticsearchClient client;
    @Autowired
    private Search search;
    @Autowired
    private SearchHealthIndicator health;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void catchesUpWithAnEngineThatWasAwayAndGoesOnWhenTheMasterIsLost() throws IOException {
        String word = word();
        assertThatThrownBy(() -> search.search(SearchQuery.of(word), Reader.VISITOR))
                .isInstanceOf(SearchUnavailableException.class);
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
        for (int i = 0; i < 10; i++) {
            shelf.publish(described("Before " + i, ""), "Text " + word);
        }
        ThreeNodes.start();
        shelf.awaitFound(word, 10);
        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        client.cluster().health(h -> h.waitForStatus(HealthStatus.Green).waitForNodes("3").timeout(t -> t.time("30s")));

        ThreeNodes.lose(client.cat().master().masters().getFirst().node());
        for (int i = 0; i < 10; i++) {
            shelf.publish(described("After " + i, ""), "Text " + word);
        }

        SearchResult found = shelf.awaitFound(word, 20);
        assertThat(found.hits()).hasSize(20);
        assertThat(client.cluster().health().numberOfNodes()).isEqualTo(2);
        assertThat(client.cluster().health().status()).isNotEqualTo(HealthStatus.Red);
    }

    @AfterAll
    static void stop() {
        ThreeNodes.stop();
    }
}
