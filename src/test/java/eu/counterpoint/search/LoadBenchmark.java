package eu.counterpoint.search;

import static org.awaitility.Awaitility.await;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import com.github.kagkarlsson.scheduler.ScheduledExecutionsFilter;
import com.github.kagkarlsson.scheduler.Scheduler;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * A library of many materials made of the words of other texts: how fast it is indexed, beside a raw bulk of the same
 * documents, and how fast it answers through REST, beside the very same requests put straight to the engine, in turn.
 * {@code mvn -B test -Dtest=LoadBenchmark -Dmaterials=100000 -Dwords=FOLDER} prints it; without {@code words} they are the
 * starter collection's. {@code -Drounds=3} sends in bulk and rebuilds three times each.
 */
@WholeApplication
@Import(EngineTap.Installed.class)
class LoadBenchmark {

    private static final int MATERIALS = Integer.getInteger("materials", 10_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 1);
    private static final int QUESTIONS = Integer.getInteger("questions", 1_000);
    /** Suggestions are asked for at each. */
    private static final int LETTERS_A_QUESTION = 5;
    private static final int PORTION = 100;

    @Autowired
    private ApplicationContext application;
    @Autowired
    private ElasticsearchClient engine;
    @Autowired
    private Library library;
    @Autowired
    private TextReader texts;
    @Autowired
    private Rebuild rebuild;
    @Autowired
    private Indices indices;
    @Autowired
    private Vocabulary vocabulary;
    @Autowired
    private Scheduler scheduler;
    @LocalServerPort
    private int port;

    private final Random random = new Random(2015);

    @Test
    void manyMaterials() throws Exception {
        SourceWords words = SourceWords.asAsked();
        MadeLibrary made = new MadeLibrary(application, words);
        // It would find the first of them missing in the index, and rebuild while the others are still being made.
        await().atMost(Duration.ofMinutes(1)).until(() -> scheduler
                .getScheduledExecutionsForTask(RebuildJobs.CHECK.getTaskName(), Object.class,
                        ScheduledExecutionsFilter.all())
                .isEmpty());
        double making = RestAndEngine.seconds(() -> made.make(0, MATERIALS));
        System.out.printf("%,d materials with %,d characters of text made in %.0f s%n", MATERIALS,
                library.published().characters(), making);
        // As the application does by itself where it finds an empty index; after it, nothing comes in between.
        index(RestAndEngine.seconds(() -> new Shelf(application).rebuild()));

        RestAndEngine asking = new RestAndEngine(engine, port);
        asking.compare("search with facets and highlighting", IntStream.range(0, QUESTIONS).mapToObj(
                i -> "/api/search?q=" + RestClient.encode(words.line(random, 1 + random.nextInt(3))) + filter(i))
                .toList());
        asking.compare("suggestions",
                IntStream.range(0, LETTERS_A_QUESTION * QUESTIONS)
                        .mapToObj(i -> "/api/suggestions?q=" + RestClient.encode(beginning(words.any(random))))
                        .toList());
        records(asking);
    }

    /**
     * Whatever comes later finds everything warmer, for a quarter of an hour. So each raw bulk stands beside the mean of the rebuild
     * before it and the one after it.
     *
     * @param first seconds that the first rebuild took
     */
    private void index(double first) throws Exception {
        try (RawBulk raw = new RawBulk(engine, Path.of("target"))) {
            for (int material = 0; material < MATERIALS; material += PORTION) {
                library.findAll(IntStream.range(material, Math.min(material + PORTION, MATERIALS))
                        .mapToObj(i -> new MaterialId("made-%06d".formatted(i))).toList())
                        .forEach(one -> raw.add(one, texts));
            }
            double before = first;
            for (int round = 1; round <= ROUNDS; round++) {
                double theirs = raw.send();
                double after = RestAndEngine.seconds(() -> indices.drop(rebuild.run()));
                double ours = (before + after) / 2;
                System.out.printf(
                        "indexing %,d documents: rebuilds %.0f a second (%.0f materials a second; %.1f s before, %.1f s after), "
                                + "raw bulk between them %.0f a second (%.1f s), ratio %.2f%n",
                        raw.documents(), raw.documents() / ours, MATERIALS / ours, before, after,
                        raw.documents() / theirs, theirs, theirs / ours);
                before = after;
            }
        }
    }

    /** Of every three queries one is narrowed by a theme, and one by a language and a kind. */
    private String filter(int number) {
        return switch (number % 3) {
            case 1 -> "&theme=" + any(Scheme.THEME);
            case 2 -> "&language=" + any(Scheme.LANGUAGE) + "&kind=" + any(Scheme.KIND);
            default -> "";
        };
    }

    private String any(Scheme scheme) {
        List<Concept> concepts = vocabulary.concepts(scheme);
        return concepts.get((int) (concepts.size() * Math.pow(random.nextDouble(), 2.5))).id();
    }

    private String beginning(String word) {
        return word.substring(0, Math.min(word.length(), 2 + random.nextInt(4)));
    }

    /** The page of a record comes from the catalogue; beside it stands a look-up of its document in the engine. */
    private void records(RestAndEngine asking) throws Exception {
        List<Double> rest = new ArrayList<>();
        List<Double> straight = new ArrayList<>();
        List<String> ids = readable(2 * QUESTIONS);
        for (String id : ids) {
            double page = RestAndEngine.millis(() -> asking.ask("/api/materials/" + id));
            double document = RestAndEngine.millis(
                    () -> engine.get(g -> g.index(IndexKind.MATERIALS.alias()).id(id), MaterialDocument.class));
            rest.add(page);
            straight.add(document);
        }
        // The first half is for warmth.
        rest.subList(0, QUESTIONS).clear();
        straight.subList(0, QUESTIONS).clear();
        RestAndEngine.print("record, through REST", rest);
        RestAndEngine.print("its document, straight to the engine", straight);
    }

    /** At random, of those that everybody may see. */
    private List<String> readable(int count) {
        List<String> ids = new ArrayList<>();
        while (ids.size() < count) {
            MaterialId id = new MaterialId("made-%06d".formatted(random.nextInt(MATERIALS)));
            library.find(id).filter(material -> material.description().visibility() == Visibility.PUBLIC)
                    .ifPresent(material -> ids.add(id.value()));
        }
        return ids;
    }
}
