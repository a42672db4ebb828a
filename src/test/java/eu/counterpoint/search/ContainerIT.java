package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.described;
import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import eu.counterpoint.testing.TestSurroundings;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.testcontainers.elasticsearch.ElasticsearchContainer;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The application with the distribution of Elasticsearch that production uses; skipped where there is no Docker. */
@Tag("once")
@Testcontainers(disabledWithoutDocker = true)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "counterpoint.starter-collection=false", "counterpoint.account.admin-password=" + TestSurroundings.PASSWORD})
@ContextConfiguration(initializers = TestSurroundings.class)
@DirtiesContext
class ContainerIT {

    @Container
    private static final ElasticsearchContainer ELASTICSEARCH = new ElasticsearchContainer(
            "docker.elastic.co/elasticsearch/elasticsearch:9.5.3").withEnv("xpack.security.enabled", "false");

    @DynamicPropertySource
    static void uris(DynamicPropertyRegistry properties) {
        properties.add("spring.elasticsearch.uris", () -> "http://" + ELASTICSEARCH.getHttpHostAddress());
    }

    private Shelf shelf;

    @BeforeEach
    void shelf(@Autowired ApplicationContext application) {
        shelf = new Shelf(application);
    }

    @Test
    void findsAMaterialByItsText() {
        String word = word();
        shelf.publish(described("In a container", ""), "Text " + word);
        assertThat(shelf.awaitPassage(word).title()).isEqualTo("In a container");
    }

    /** The words that the node in the process makes of the same texts are in the same file; see AnalysisTest. */
    @Test
    void makesTheWordsOfTheGoldenFile(@Autowired ElasticsearchClient client) throws IOException {
        AnalysisGolden.prepare(client);
        List<AnalysisGolden.Line> golden = AnalysisGolden.lines();
        assertThat(golden.stream().map(line -> AnalysisGolden.analyzed(client, line)))
                .containsExactlyElementsOf(golden);
    }
}
