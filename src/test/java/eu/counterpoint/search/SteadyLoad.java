package eu.counterpoint.search;

import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import eu.counterpoint.testing.RestClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;

/**
 * People at work: some search through REST, others change, add and withdraw materials, all of them without a pause longer
 * than a moment. Whatever goes wrong is kept.
 */
final class SteadyLoad implements AutoCloseable {

    private static final int SEARCHERS = 2;
    private static final int WRITERS = 2;
    private static final int MOMENT_MILLIS = 30;
    /** Longer for those who write, so that the others come to their turn: a change costs more than a search. */
    private static final int WRITERS_MOMENT_MILLIS = 100;
    /** In a smaller library each change is a larger part of it. */
    private static final int SMALL = 1_000;

    private final Library library;
    private final Shelf shelf;
    private final MadeLibrary made;
    private final SourceWords words;
    private final RestClient visitor;
    private final int materials;
    private final ExecutorService people = Executors.newFixedThreadPool(SEARCHERS + WRITERS);
    private final Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong searches = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong withdrawn = new AtomicLong();
    private volatile boolean ended;

    /** @param materials how many of the made library there are; they and new ones are changed */
    SteadyLoad(ApplicationContext application, MadeLibrary made, SourceWords words, RestClient visitor,
            int materials) {
        library = application.getBean(Library.class);
        shelf = new Shelf(application);
        this.made = made;
        this.words = words;
        this.visitor = visitor;
        this.materials = materials;
    }

    /** @param visible how many materials a visitor can find at the beginning */
    SteadyLoad begin(long visible) {
        for (int i = 0; i < SEARCHERS; i++) {
            Random random = new Random(i);
            people.execute(() -> repeat(() -> search(random, visible), MOMENT_MILLIS));
        }
        for (int i = 0; i < WRITERS; i++) {
            Random random = new Random(100 + i);
            int writer = i;
            people.execute(() -> repeat(() -> write(random, writer),
                    materials < SMALL ? 2 * WRITERS_MOMENT_MILLIS : WRITERS_MOMENT_MILLIS));
        }
        return this;
    }

    private interface Step {
        void run() throws Exception;
    }

    private void repeat(Step step, int pauseMillis) {
        while (!ended) {
            try {
                step.run();
                Thread.sleep(pauseMillis);
            } catch (InterruptedException e) {
                return;
            } catch (Exception | AssertionError e) {
                failures.add(e);
            }
        }
    }

    private void search(Random random, long visible) {
        String query = random.nextInt(4) == 0 ? "" : words.line(random, 1 + random.nextInt(3));
        long total = visitor.get("/api/search?q=" + RestClient.encode(query) + "&sort=relevance").expect(200).json()
                .get("total").asLong();
        if (query.isEmpty() && total < visible - withdrawn.get()) {
            throw new AssertionError("Only " + total + " of " + visible + " are found");
        }
        searches.incrementAndGet();
    }

    /** Each writer has materials of its own. */
    private void write(Random random, int writer) {
        MaterialId id = made.number(writer + WRITERS * random.nextInt(materials / WRITERS)).id();
        Material material = library.find(id).orElseThrow();
        if (material.status() == Status.WITHDRAWN) {
            return;
        }
        switch (random.nextInt(6)) {
            case 0 -> shelf.addFile(id, words.text(random, 400) + "\f" + words.text(random, 300));
            case 1 -> shelf.publish(Shelf.described(words.line(random, 6), words.text(random, 40)),
                    words.text(random, 500));
            case 2 -> {
                if (!material.files().isEmpty()) {
                    library.removeFile(id, material.files().getFirst().id(), shelf.editor());
                }
            }
            case 3 -> {
                withdrawn.incrementAndGet();
                library.move(id, Status.WITHDRAWN, "A test", shelf.editor());
            }
            default -> library.describe(id, material.revision(), changed(material.description(), random),
                    shelf.editor());
        }
        writes.incrementAndGet();
    }

    private Description changed(Description d, Random random) {
        return new Description(words.line(random, 5), d.summary(), d.concepts(), d.year(), d.organisation(),
                d.authors(),
                d.reviewedBy(), d.link(), d.visibility(), d.consent(), d.purpose(), d.gammma());
    }

    long searches() {
        return searches.get();
    }

    long writes() {
        return writes.get();
    }

    List<Throwable> failures() {
        return new ArrayList<>(failures);
    }

    /** Everybody stops. */
    @Override
    public void close() throws InterruptedException {
        ended = true;
        people.shutdown();
        if (!people.awaitTermination(60, TimeUnit.SECONDS)) {
            people.shutdownNow();
        }
    }
}
