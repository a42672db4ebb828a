package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.BatchSender.PATIENCE;
import static eu.counterpoint.exchange.BatchSender.entries;
import static eu.counterpoint.exchange.BatchSender.path;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.exchange.BatchSender.FormOf;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.WholeApplication;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How far a batch is: what is read is true, from its beginning to any of its ends. */
@WholeApplication
class BatchProgressApiIT extends SendingBatches {

    private static final int MANY = 150;

    @Test
    void isZeroBeforeTheStartAndAddsUpWhenItIsPausedResumedAndDone() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < MANY; i++) {
            files.put("text-" + i + ".txt", Tables.utf8("The text of number " + i + "."));
        }
        int bytes = files.values().stream().mapToInt(file -> file.length).sum();
        JsonNode batch = sender.send("/api/batches", new FormOf().file("texts.zip", Tables.zip(files)));
        assertThat(counts(batch)).isEqualTo("waiting 150, extracting 0, indexing 0, done 0, failed 0");
        assertThat(batch.at("/files/bytes").asInt()).isEqualTo(bytes);
        assertThat(batch.at("/files/bytesDone").asInt()).isZero();
        assertRests(batch);

        sender.start(batch);
        assertAddsUp(sender.read(batch), bytes);
        JsonNode paused = sender.caller().post(path(batch) + "/pause", "{}").expect(200).json();
        assertAddsUp(paused, bytes);
        assertRests(paused);
        JsonNode rested = await().atMost(PATIENCE).until(() -> sender.read(batch),
                now -> now.at("/files/done").asInt() == now.at("/rows/done").asInt());
        assertThat(rested.at("/files/waiting").asInt()).as("what was not imported")
                .isEqualTo(rested.at("/rows/waiting").asInt());
        assertAddsUp(rested, bytes);

        sender.caller().post(path(batch) + "/resume", "{}").expect(200);
        JsonNode done = sender.whenDone(batch);
        assertThat(counts(done)).isEqualTo("waiting 0, extracting 0, indexing 0, done 150, failed 0");
        assertThat(done.at("/files/bytesDone").asInt()).isEqualTo(bytes);
        assertRests(done);
    }

    @Test
    void isDoneWhereEveryFileFailed() {
        byte[] broken = Pdfs.broken();
        JsonNode batch = sender.send("/api/batches", new FormOf().file("broken.pdf", broken).file("empty.txt", ""));
        sender.start(batch);
        JsonNode done = sender.whenDone(batch);
        assertThat(counts(done)).isEqualTo("waiting 0, extracting 0, indexing 0, done 0, failed 2");
        assertThat(done.at("/files/bytesDone").asInt()).isEqualTo(broken.length);
        assertThat(done.at("/rows/done").asInt()).as("materials that somebody can put right").isEqualTo(2);
        assertRests(done);
    }

    @Test
    void countsRecordingsAndWhatSomebodyTakesAsItIsAsDone() throws IOException {
        JsonNode batch = sender.send("/api/batches",
                new FormOf().file("talk.wav", silence()).file("broken.pdf", Pdfs.broken()));
        sender.start(batch);
        assertThat(counts(sender.whenDone(batch)))
                .isEqualTo("waiting 0, extracting 0, indexing 0, done 1, failed 1");
        JsonNode failed = sender.caller().get(path(batch) + "/files?state=failed").expect(200).json().get("files");
        assertThat(failed.valueStream()).singleElement()
                .satisfies(file -> assertThat(file.get("name").asString()).isEqualTo("broken.pdf"));

        String material = "/api/materials/" + failed.get(0).get("material").asString();
        String file = sender.caller().get(material).expect(200).json().at("/files/0/id").asString();
        sender.caller().post(material + "/files/" + file + "/accept", "").expect(200);
        assertThat(counts(sender.read(batch))).isEqualTo("waiting 0, extracting 0, indexing 0, done 2, failed 0");
        assertThat(sender.caller().get(path(batch) + "/files?state=done").expect(200).json().get("files")).hasSize(2);
    }

    @Test
    void countsNoBytesOfFilesThatAreThereAlready() {
        byte[] first = Tables.zip(entries("a.txt", "What they did.", "b.txt", "What they did then."));
        JsonNode batch = sender.send("/api/batches", new FormOf().file("papers.zip", first));
        sender.start(batch);
        sender.whenDone(batch);

        JsonNode again = sender.send("/api/batches",
                new FormOf().file("papers.zip", first).file("c.txt", "Something."));
        assertThat(again.at("/files/total").asInt()).isOne();
        assertThat(again.at("/files/bytes").asInt()).isEqualTo("Something.".length());
        sender.start(again);
        assertThat(sender.whenDone(again).at("/files/bytesDone").asInt()).isEqualTo("Something.".length());
    }

    @Test
    void keepsItsCountsWhenItIsCancelled() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < MANY; i++) {
            files.put("text-" + i + ".txt", Tables.utf8("The other text of number " + i + "."));
        }
        int bytes = files.values().stream().mapToInt(file -> file.length).sum();
        JsonNode batch = sender.send("/api/batches", new FormOf().file("texts.zip", Tables.zip(files)));
        sender.start(batch);
        JsonNode cancelled = sender.caller().post(path(batch) + "/cancel", "{}").expect(200).json();
        assertAddsUp(cancelled, bytes);
        assertRests(cancelled);
        JsonNode read = await().atMost(PATIENCE).until(() -> sender.read(batch),
                now -> now.at("/files/done").asInt() == now.at("/rows/done").asInt());
        assertThat(read.at("/rows/done").asInt()).isEqualTo(cancelled.at("/rows/done").asInt());
        assertAddsUp(read, bytes);
    }

    private static void assertAddsUp(JsonNode batch, int bytes) {
        JsonNode files = batch.get("files");
        assertThat(files.get("waiting").asInt() + files.get("extracting").asInt() + files.get("indexing").asInt()
                + files.get("done").asInt() + files.get("failed").asInt()).isEqualTo(files.get("total").asInt())
                .isEqualTo(MANY);
        assertThat(files.get("bytes").asInt()).isEqualTo(bytes);
        assertThat(files.get("bytesDone").asInt()).isBetween(0, bytes);
    }

    /** Nothing goes on, so it has no rate. */
    private static void assertRests(JsonNode batch) {
        assertThat(batch.at("/rate/filesPerSecond").asDouble()).isZero();
        assertThat(batch.at("/rate/megabytesPerSecond").asDouble()).isZero();
        assertThat(batch.at("/rate/secondsLeft").isNull()).isTrue();
    }

    private static String counts(JsonNode batch) {
        JsonNode files = batch.get("files");
        return "waiting " + files.get("waiting") + ", extracting " + files.get("extracting") + ", indexing "
                + files.get("indexing") + ", done " + files.get("done") + ", failed " + files.get("failed");
    }

    /** A recording of a second in which nobody says anything. */
    private static byte[] silence() throws IOException {
        AudioFormat format = new AudioFormat(8000, 8, 1, true, false);
        byte[] silence = new byte[8000];
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(silence), format, silence.length),
                AudioFileFormat.Type.WAVE, file);
        return file.toByteArray();
    }
}
