package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.HealthStatus;
import eu.counterpoint.search.embedded.ThreeNodes;
import eu.counterpoint.testing.TestSurroundings;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

/** The application with a cluster of three nodes, of which it loses one. */
@Tag("once")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "counterpoint.starter-collection=false", "counterpoint.account.admin-password=" + TestSurroundings.PASSWORD})
@ContextConfiguration(initializers = {TestSurroundings.class, ThreeNodes.class})
@DirtiesContext
@Import(Shelf.class)
class ClusterIT {

    @Autowired
    private Shelf shelf;
    @Autowired
    private ElasticsearchClient client;

    @Test
    void goesOnSearchingAndIndexingWhenTheMasterIsLost() throws IOException {
        String word = word();
        for (int i = 0; i < 10; i++) {
            shelf.publish(described("Before " + i, ""), "Text " + word);
        }
        shelf.awaitFound(word, 10);
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
    static void stop() throws IOException {
        ThreeNodes.stop();
    }
}
