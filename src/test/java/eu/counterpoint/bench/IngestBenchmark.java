package eu.counterpoint.bench;

import eu.counterpoint.testing.Corpus;
import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.RunningApplication;
import eu.counterpoint.testing.TestSurroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the first request to the last file found by search, beside bare Tika on the same files: passes of the two in turn, the figures are the
 * medians of the warm half. {@code mvn -B test -Dtest=IngestBenchmark} prints them; {@code -Dpasses=10} sets how many, and
 * {@code -Dbatch=true} sends them in one ZIP instead of one by one.
 */
class IngestBenchmark {

    private static final int PASSES = Integer.getInteger("passes", 10);
    private static final int PAGE = 100;
    /** Between questions whether something is done, in milliseconds. */
    private static final long PAUSE = 100;
    /** Between questions how far a batch is, which costs more than to search; some time passes from then until all is found. */
    private static final long LOOK = 250;
    /** In one ZIP instead of one by one. */
    private static final boolean AS_BATCH = Boolean.getBoolean("batch");
    private static final int SENDERS = Integer.getInteger("senders", 4);

    @Test
    void corpus() throws Exception {
        List<Path> files = Corpus.files();
        Path home = TestSurroundings.emptyHome("bench-");
        List<Double> bareSeconds = new ArrayList<>();
        List<Double> ourSeconds = new ArrayList<>();
        try (BareTikaProcess bare = new BareTikaProcess(Corpus.folder());
                RunningApplication application = RunningApplication.start(home,
                        "--counterpoint.meaning.enabled=false")) {
            RestClient client = RestClient.asAdmin(application::uri);
            for (int pass = 1; pass <= PASSES; pass++) {
                Rest.await(bare.process(), application.process());
                bareSeconds.add(bare.pass());
                Path zip = AS_BATCH ? zip(files, marker(pass)) : null;
                try {
                    Rest.await(bare.process(), application.process());
                    ourSeconds.add(zip == null ? singlePass(client, files, pass) : batchPass(client, zip, pass));
                } finally {
                    if (zip != null) {
                        Files.delete(zip);
                    }
                }
                System.out.printf("pass %2d: bare Tika %.1f files/s, upload to searchable %.1f files/s%n", pass,
                        files.size() / bareSeconds.getLast(), files.size() / ourSeconds.getLast());
            }
        }
        double bare = files.size() / WarmPasses.median(bareSeconds);
        double ours = files.size() / WarmPasses.median(ourSeconds);
        System.out.printf(
                "medians of passes %d to %d: bare Tika %.1f files/s, upload to searchable %.1f files/s, ratio %.2f%n",
                PASSES / 2 + 1, PASSES, bare, ours, ours / bare);
    }

    /** Sends every file as a material of its own and waits until search finds each in its final version. */
    private static double singlePass(RestClient client, List<Path> files, int pass) throws Exception {
        String marker = marker(pass);
        String metadata = "{\"organisation\":\"" + marker + "\"}";
        Map<String, Long> taken = new ConcurrentHashMap<>();
        Deque<String> inTurn = new ConcurrentLinkedDeque<>();
        long start = System.nanoTime();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        for (Path file : files) {
            senders.execute(() -> {
                JsonNode record = client.upload("/api/materials?publish=true", metadata, List.of(file)).expect(201)
                        .json();
                taken.put(record.get("id").asString(), record.get("version").asLong());
                inTurn.add(record.get("id").asString());
            });
        }
        senders.shutdown();
        if (!senders.awaitTermination(10, TimeUnit.MINUTES)) {
            throw new IllegalStateException("Not all files were taken");
        }
        double allTaken = seconds(start);
        // Files are read in turn; to ask for each would be a good part of what is measured.
        client.onceRead(inTurn.getLast());
        double read = seconds(start);
        // What is read is a later version than what was taken.
        taken.replaceAll((id, version) -> version + 1);
        double found = awaitFound(client, marker, start, () -> taken);
        if (!versions(client, taken.keySet()).equals(taken)) {
            throw new IllegalStateException("Something else than the reading of its file changed a record");
        }
        System.out.printf("        taken after %.1f s, the last read after %.1f s, all found after %.1f s%n", allTaken,
                read, found);
        return found;
    }

    /** The versions of records once they are read. */
    private static Map<String, Long> versions(RestClient client, Collection<String> ids) throws InterruptedException {
        Map<String, Long> versions = new HashMap<>();
        for (String id : ids) {
            versions.put(id, client.onceRead(id).get("version").asLong());
        }
        return versions;
    }

    /**
     * Waits until search finds as many materials as files were sent, and then looks whether it finds each as it was read; else
     * goes on. To look takes longer than to find them, so that the time counts before it. A text that comes meanwhile counts as
     * found before, which makes some milliseconds.
     */
    private static double awaitFound(RestClient client, String marker, long start, Callable<Map<String, Long>> versions)
            throws Exception {
        double found;
        Map<String, Long> wanted;
        do {
            while (total(client, marker) < Corpus.files().size()) {
                Thread.sleep(PAUSE);
            }
            found = seconds(start);
            wanted = versions.call();
        } while (!areFound(client, marker, wanted));
        return found;
    }

    /** The same with a ZIP of all and a table that makes each a material of its own. */
    private static double batchPass(RestClient client, Path zip, int pass) throws Exception {
        long start = System.nanoTime();
        String batch = "/api/batches/"
                + client.upload("/api/batches?publish=true", null, List.of(zip)).expect(201).json().get("id")
                        .asString();
        double taken = seconds(start);
        client.post(batch + "/start", "{}").expect(200);
        while (isReading(client.get(batch).expect(200).json().get("files"))) {
            Thread.sleep(LOOK);
        }
        double read = seconds(start);
        double found = awaitFound(client, marker(pass), start, () -> versions(client, materials(client, batch)));
        while (!client.get(batch).expect(200).json().get("state").asString().equals("done")) {
            Thread.sleep(PAUSE);
        }
        System.out.printf("        taken after %.1f s, the last read after %.1f s, all found after %.1f s%n", taken,
                read,
                found);
        return found;
    }

    private static boolean isReading(JsonNode files) {
        return files.get("waiting").asInt() + files.get("extracting").asInt() > 0;
    }

    private static List<String> materials(RestClient client, String batch) {
        return client.get(batch + "/rows?size=1000").expect(200).json().get("rows").valueStream()
                .map(row -> row.get("material").asString()).toList();
    }

    private static String marker(int pass) {
        return "benchpass" + pass;
    }

    private static Path zip(List<Path> files, String marker) throws IOException {
        List<Map<String, Object>> table = new ArrayList<>();
        Path zip = Files.createTempFile(marker, ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (Path file : files) {
                String name = table.size() + "/" + file.getFileName();
                table.add(Map.of("key", marker + "-" + table.size(), "title", file.getFileName().toString(),
                        "organisation", marker, "files", List.of(name)));
                out.putNextEntry(new ZipEntry(name));
                Files.copy(file, out);
            }
            out.putNextEntry(new ZipEntry("manifest.json"));
            out.write(new JsonMapper().writeValueAsBytes(table));
        }
        return zip;
    }

    private static int total(RestClient client, String marker) {
        return client.get("/api/search?q=" + marker + "&size=1").expect(200).json().get("total").asInt();
    }

    private static boolean areFound(RestClient client, String marker, Map<String, Long> versions) {
        boolean found = true;
        for (int page = 0; page * PAGE < versions.size(); page++) {
            found &= isFound(client, marker, page, versions);
        }
        return found;
    }

    /** Whether a page of results is full, and each has the version that its record has. */
    private static boolean isFound(RestClient client, String marker, int page, Map<String, Long> versions) {
        int expected = Math.min(PAGE, versions.size() - page * PAGE);
        JsonNode hits = client.get("/api/search?q=" + marker + "&sort=title&size=" + PAGE + "&page=" + page).expect(200)
                .json().get("hits");
        return hits.size() == expected && StreamSupport.stream(hits.spliterator(), false)
                .allMatch(hit -> hit.get("version").asLong() >= versions.get(hit.get("id").asString()));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
