package eu.counterpoint.search;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import eu.counterpoint.file.Passage;
import eu.counterpoint.meaning.SentenceModel;
import eu.counterpoint.meaning.Window;
import eu.counterpoint.meaning.Windows;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WholeApplication;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * A library with vectors: how fast they are made in the background beside the bare model, and how fast a search by words and
 * meaning is beside the sum of its parts, which are the question's vector and what the application asks of the engine.
 * {@code mvn -B test -Dtest=FusedLoadBenchmark -Dmaterials=10000} prints it. The materials are made as in {@link LoadBenchmark},
 * but a tenth as long, for else the model alone would be busy for an hour.
 */
@WholeApplication
@TestPropertySource(properties = "counterpoint.meaning.enabled=true")
@Import(EngineTap.Installed.class)
@DirtiesContext
class FusedLoadBenchmark {

    private static final int MATERIALS = Integer.getInteger("materials", 10_000);
    private static final int QUESTIONS = Integer.getInteger("questions", 500);
    private static final int BARE = 1_000;
    private static final double LENGTH = 0.1;

    @Autowired
    private ApplicationContext application;
    @Autowired
    private ElasticsearchClient engine;
    @Autowired
    private VectorQueue queue;
    @Autowired
    private SentenceModel model;
    @Autowired
    private Windows windows;
    @Autowired
    private JdbcClient database;
    @LocalServerPort
    private int port;

    private final Random random = new Random(2015);

    @Test
    void manyMaterialsWithVectors() throws Exception {
        SourceWords words = SourceWords.asAsked();
        MadeLibrary made = new MadeLibrary(application, words, LENGTH);
        made.make(0, MATERIALS);
        new Shelf(application).rebuild();

        double bare = bare(made);
        long before = vectors();
        double seconds = RestAndEngine.seconds(() -> await().atMost(Duration.ofHours(2))
                .pollInterval(Duration.ofMillis(500)).until(() -> queue.first().isEmpty()));
        double rate = (vectors() - before) / seconds;
        System.out.printf(Locale.ROOT,
                "%,d materials with %,d vectors; made in the background, kept and indexed: %.1f in a second, the bare model %.1f "
                        + "(%.2f of it)%n",
                MATERIALS, vectors(), rate, bare, rate / bare);

        new RestAndEngine(engine, port).compare("search by words and meaning, with facets and highlighting",
                IntStream.range(0, QUESTIONS)
                        .mapToObj(i -> "/api/search?q=" + RestClient.encode(words.line(random, 2 + random.nextInt(4))))
                        .toList(),
                path -> model.vector(URLDecoder.decode(path.substring(path.indexOf('=') + 1), StandardCharsets.UTF_8)));
    }

    private long vectors() {
        return database.sql("select count(*) from window_vectors").query(Long.class).single();
    }

    /** Vectors in a second by the model alone, on one thread, of windows of other materials of the same kind. */
    private double bare(MadeLibrary made) throws Exception {
        List<String> texts = Stream.iterate(MATERIALS, number -> number + 1).map(made::number)
                .flatMap(material -> material.files().stream()
                        .flatMap(passages -> texts(material.description().title(), passages)))
                .limit(BARE).toList();
        texts.stream().limit(50).forEach(model::vector);
        return texts.size() / RestAndEngine.seconds(() -> texts.forEach(model::vector));
    }

    private Stream<String> texts(String title, List<Passage> passages) {
        return windows.of(title, passages.stream()).map(Window::text);
    }
}
