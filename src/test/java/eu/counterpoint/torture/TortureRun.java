package eu.counterpoint.torture;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.testing.Corpus;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.RunningApplication;
import eu.counterpoint.testing.TestSurroundings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Sends the corpus over and over while everything that the library stands on is killed at random moments: the application, its
 * workers, the engine, the database; and while its disk is full, where this user may mount a small one. Then nobody touches
 * anything, and in the end everything that was acknowledged has to be there: once, byte for byte, with its right outcome, and in
 * the index once. {@code mvn -B test -Dtest=TortureRun} takes at most 20 minutes; {@code -Dminutes} and {@code -Dseed} say how
 * long, and in which order.
 */
class TortureRun {

    private static final int USUAL_MINUTES = 12;
    private static final int USUAL_FAULTS = 60;
    /** Of a run that nobody has made shorter: with fewer it has shown too little. */
    private static final int FEWEST_FAULTS = 50;
    private static final Duration LONGEST = Duration.ofMinutes(Long.getLong("minutes", USUAL_MINUTES));
    private static final int FAULTS = Integer.getInteger("faults", USUAL_FAULTS);
    private static final Duration SETTLING = Duration.ofMinutes(7);
    private static final int SENDERS = 3;
    /** Files that wait to be read when the senders pause: they are quicker, and in the end all has to be read. */
    private static final int MOST_WAITING = 1_000;
    private static final long PAUSE = 200;
    private static final int MEGABYTES = 400;

    private final Random random = new Random(Long.getLong("seed", System.nanoTime()));
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);
    private final AtomicBoolean sending = new AtomicBoolean(true);
    private volatile boolean pausing;

    /** What goes wrong, and how often beside the others. */
    private enum Fault {
        APPLICATION(3), WORKER(5), ENGINE(2), DATABASE(2), DISK(2);

        private final int often;

        Fault(int often) {
            this.often = often;
        }
    }

    private Path home;
    private PostgresProcess database;
    private EngineProcess engine;
    private Optional<SmallDisk> disk;
    private volatile RunningApplication application;

    @Test
    void everythingAcknowledgedIsThereOnceAndNothingNeedsAHand() throws Exception {
        List<Path> files = Corpus.files();
        assertThat(Corpus.outcomes().keySet()).as("files whose right outcome is known")
                .containsAll(files.stream().map(file -> file.getFileName().toString()).toList());
        Path folder = TestSurroundings.emptyHome("torture-");
        disk = SmallDisk.mount(folder.resolve("disk"), MEGABYTES);
        home = disk.map(SmallDisk::folder).orElse(folder).resolve("home");
        if (disk.isEmpty()) {
            System.out.println("This user may not mount a small disk: it is never full");
        }
        try (PostgresProcess postgres = new PostgresProcess(folder.resolve("postgres"), RunningApplication.freePort());
                EngineProcess search = new EngineProcess(folder.resolve("engine"), RunningApplication.freePort());
                ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            database = postgres;
            engine = search;
            startApplication();
            Sender sender = new Sender(RestClient.asAdmin(path -> application.uri(path)));
            long start = System.nanoTime();
            IntStream.range(0, SENDERS).forEach(number -> senders.execute(() -> send(sender, files, number)));
            List<Fault> kinds = kinds();
            try {
                while (System.nanoTime() - start < LONGEST.toNanos() && faults() < FAULTS) {
                    Thread.sleep(500 + random.nextInt(5_000));
                    Fault fault = kinds.get(random.nextInt(kinds.size()));
                    if (happened(fault)) {
                        done.merge(fault, 1, Integer::sum);
                    }
                    pausing = waiting() > MOST_WAITING;
                }
            } finally {
                // Or the senders would go on for ever.
                sending.set(false);
                pausing = false;
            }
            senders.shutdown();
            assertThat(senders.awaitTermination(SETTLING.toSeconds(), TimeUnit.SECONDS)).isTrue();
            long sent = System.nanoTime();
            Problems problems = new Problems(sender);
            problems.awaitNone();
            System.out.printf(
                    "%d faults in %d s %s: %d files acknowledged, %d requests repeated, everything in its place %d s after the last%n",
                    faults(), (sent - start) / 1_000_000_000, done, sender.acknowledged().size(), sender.repeated(),
                    (System.nanoTime() - sent) / 1_000_000_000);
            assertThat(sender.refused()).isEmpty();
            assertThat(problems.found()).isEmpty();
            if (LONGEST.toMinutes() >= USUAL_MINUTES && FAULTS >= USUAL_FAULTS) {
                assertThat(faults()).isGreaterThanOrEqualTo(FEWEST_FAULTS);
            }
        } finally {
            if (application != null) {
                application.close();
            }
            disk.ifPresent(SmallDisk::close);
        }
    }

    private List<Fault> kinds() {
        return Arrays.stream(Fault.values()).filter(fault -> fault != Fault.DISK || disk.isPresent())
                .flatMap(fault -> IntStream.range(0, fault.often).mapToObj(i -> fault)).toList();
    }

    private int faults() {
        return done.values().stream().mapToInt(Integer::intValue).sum();
    }

    private void startApplication() {
        List<String> settings = new ArrayList<>(
                List.of("--counterpoint.meaning.enabled=false", "--spring.elasticsearch.uris=" + engine.uri()));
        database.settings().forEach((name, value) -> settings.add("--" + name + "=" + value));
        application = RunningApplication.startBriefly(home, settings.toArray(String[]::new));
    }

    private void send(Sender sender, List<Path> files, int number) {
        try {
            for (int round = 0; sending.get(); round++) {
                for (int i = number; i < files.size(); i += SENDERS) {
                    while (pausing) {
                        Thread.sleep(PAUSE);
                    }
                    sender.send(files.get(i), "torture" + round, sending::get);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long waiting() throws Exception {
        return database.count("select count(*) from material_files where outcome = 'PENDING'");
    }

    /** @return whether there was something for it to happen to */
    private boolean happened(Fault fault) throws Exception {
        switch (fault) {
            case APPLICATION -> {
                application.kill();
                startApplication();
            }
            case WORKER -> {
                List<ProcessHandle> workers = application.process().children().toList();
                if (workers.isEmpty()) {
                    return false;
                }
                workers.get(random.nextInt(workers.size())).destroyForcibly();
            }
            case ENGINE -> {
                engine.kill();
                Thread.sleep(random.nextInt(4_000));
                engine.start();
            }
            case DATABASE -> {
                database.kill();
                Thread.sleep(random.nextInt(3_000));
                database.start();
            }
            case DISK -> {
                disk.orElseThrow().fill();
                Thread.sleep(1_000 + random.nextInt(4_000));
                disk.orElseThrow().free();
            }
        }
        return true;
    }

    /** What is not as it has to be. Right after the last fault much still is on its way. */
    private final class Problems {

        private final Sender sender;
        private Map<String, String> found = new TreeMap<>();

        Problems(Sender sender) {
            this.sender = sender;
        }

        void awaitNone() throws InterruptedException {
            long deadline = System.nanoTime() + SETTLING.toNanos();
            Map<String, String> told = Map.of();
            do {
                Thread.sleep(1_000);
                if (!found.equals(told)) {
                    System.out.println("Not yet: " + found);
                    told = found;
                }
                found = new TreeMap<>();
                try {
                    look();
                } catch (Exception | AssertionError e) {
                    found.put("looking", String.valueOf(e));
                }
            } while (!found.isEmpty() && System.nanoTime() < deadline);
        }

        Map<String, String> found() {
            return found;
        }

        private void look() throws Exception {
            List<Sender.Sent> all = sender.acknowledged();
            long kept = database.count("select count(*) from materials");
            if (kept != all.size()) {
                found.put("catalogue", kept + " materials of " + all.size());
            }
            long waiting = waiting();
            if (waiting > 0) {
                found.put("files", waiting + " of " + all.size() + " wait to be read");
                return;
            }
            RestClient client = sender.client();
            Map<String, List<Sender.Sent>> rounds = all.stream().collect(Collectors.groupingBy(Sender.Sent::round));
            for (Map.Entry<String, List<Sender.Sent>> round : rounds.entrySet()) {
                List<String> hits = client.found(round.getKey());
                List<String> ids = round.getValue().stream().map(Sender.Sent::id).sorted().toList();
                if (!hits.stream().sorted().toList().equals(ids)) {
                    found.put("index of " + round.getKey(), hits.size() + " hits, " + Set.copyOf(hits).size()
                            + " different, for " + ids.size() + " materials");
                }
            }
            checkPassages();
            if (found.isEmpty()) {
                Map<String, Set<String>> outcomes = Corpus.outcomes();
                for (Sender.Sent one : all) {
                    check(client, one, outcomes.get(one.file().getFileName().toString()));
                }
            }
        }

        /** Every passage has its number in its id: a file whose text is there twice has a first passage under each of two keys. */
        private void checkPassages() throws Exception {
            long withText = database.count("select count(*) from material_files where characters > 0");
            JsonNode firsts = engine.search("counterpoint-passages", """
                    {"size": 0, "track_total_hits": true, "query": {"term": {"number": 0}},
                     "aggs": {"twice": {"terms": {"field": "file", "min_doc_count": 2}}}}""");
            long there = firsts.at("/hits/total/value").asLong();
            JsonNode twice = firsts.at("/aggregations/twice/buckets");
            if (there != withText || !twice.isEmpty()) {
                found.put("passages", "texts of " + there + " files for " + withText + ", more than once: " + twice);
            }
        }

        private void check(RestClient client, Sender.Sent sent, Set<String> outcomes) throws Exception {
            JsonNode files = client.get("/api/materials/" + sent.id()).expect(200).json().get("files");
            String outcome = files.get(0).get("outcome").asString();
            if (files.size() != 1 || !outcomes.contains(outcome)) {
                found.put(sent.id() + " " + sent.file().getFileName(),
                        files.size() + " files, " + outcome + " instead of " + outcomes);
            }
            byte[] back = client
                    .bytes("/api/materials/" + sent.id() + "/files/" + files.get(0).get("id").asString());
            if (!Arrays.equals(back, Files.readAllBytes(sent.file()))) {
                found.put(sent.id() + " " + sent.file().getFileName(), "other bytes");
            }
        }
    }
}
