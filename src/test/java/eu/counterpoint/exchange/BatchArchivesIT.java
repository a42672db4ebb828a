package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.BatchSender.counts;
import static eu.counterpoint.exchange.BatchSender.entries;
import static eu.counterpoint.exchange.BatchSender.table;
import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.exchange.BatchSender.FormOf;
import eu.counterpoint.testing.WholeApplication;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What people pack into a ZIP, and how their programs do it. */
@Tag("once")
@WholeApplication
class BatchArchivesIT extends SendingBatches {

    @Test
    void saysOfAFileWithAnOddNameThatItIsNotTaken() {
        String longest = "long ".repeat(100) + ".exe";
        JsonNode batch = sender.send("/api/batches", new FormOf().file("odd.zip",
                Tables.zip(
                        entries("evil\0.exe", "MZ\0 a program", longest, "MZ\0 another", "well.txt", "All is well."))));
        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 2");
        assertThat(sender.said(batch, 1)).isEqualTo("The library does not take this type of file: “evil.exe”.");
        assertThat(sender.said(batch, 2)).contains("long long", ".exe”.");
    }

    @Test
    void readsTheNamesThatWindowsWrites() {
        Map<String, byte[]> files = entries("Prävention/Gefängnis für Jugendliche.txt", "Was sie taten.");
        byte[] windows = Tables.zip(files, Charset.forName("IBM850"));
        byte[] others = Tables.zip(files);
        String table = "key,title,files\n1,A paper,Gefängnis für Jugendliche.txt\n";
        for (byte[] archive : new byte[][]{windows, others}) {
            JsonNode named = sender.send("/api/batches", table("t.csv", table).file("papers.zip", archive));
            assertThat(counts(named)).isEqualTo("create 1, update 0, skip 0, faulty 0");
            assertThat(named.get("unnamedFiles").asInt()).isZero();
            JsonNode alone = sender.send("/api/batches", new FormOf().file("papers.zip", archive));
            assertThat(sender.row(alone, 1).get("title").asString()).isEqualTo("Gefängnis für Jugendliche.txt");
        }
    }

    @Test
    void takesNoArchiveThatExplodesInAFileThatItPassesOver() {
        for (String name : new String[]{"zeros.exe", ".zeros", "__MACOSX/zeros.txt", "zeros.txt"}) {
            byte[] bomb = Tables.zip(Map.of(name, new byte[20_000_000]));
            JsonNode problem = sender.caller().post("/api/batches", new FormOf().file("bomb.zip", bomb)).expect(413)
                    .json();
            assertThat(problem.get("detail").asString()).as(name).contains("unpacks to more than 200 times its size");
        }
    }

    @Test
    void takesNoArchiveWhoseFilesHaveNoEndBeforeTheyWereRead() {
        byte[] words = "stored as it is".getBytes(StandardCharsets.UTF_8);
        ByteBuffer archive = ByteBuffer.allocate(100).order(ByteOrder.LITTLE_ENDIAN);
        // Neither packed nor with a length: both follow the content.
        archive.putInt(0x04034b50).putShort((short) 20).putShort((short) (1 << 3)).putShort((short) 0).position(26)
                .putShort((short) 5).putShort((short) 0).put("a.txt".getBytes(StandardCharsets.UTF_8)).put(words)
                .putInt(0x08074b50).putInt(0).putInt(words.length).putInt(words.length);
        JsonNode problem = sender.caller().post("/api/batches", new FormOf().file("stored.zip", archive.array()))
                .expect(400).json();
        assertThat(problem.get("detail").asString()).contains("stored.zip", "pack it again");
    }

    @Test
    void saysOfAnArchiveThatWasCutOffThatItIsBroken() {
        byte[] random = new byte[50_000];
        new Random(1).nextBytes(random);
        byte[] whole = Tables.zip(Map.of("a.txt", random));
        for (int length : new int[]{10, 100, whole.length / 2, whole.length - 200}) {
            JsonNode problem = sender.caller().post("/api/batches",
                    new FormOf().file("half.zip", Arrays.copyOf(whole, length))).expect(400).json();
            assertThat(problem.get("detail").asString()).as("%d bytes", length).contains("half.zip", "is broken");
        }
    }

    @Test
    void leavesASecondCopyOfAFileOutAndSaysWhichItIs() {
        JsonNode batch = sender.send("/api/batches", new FormOf().file("papers.zip",
                Tables.zip(entries("2019/report.txt", "The report.", "2020/other.txt", "Another.",
                        "2020/copy of report.txt", "The report."))));
        assertThat(counts(batch)).isEqualTo("create 2, update 0, skip 1, faulty 0");
        assertThat(sender.said(batch, 3))
                .isEqualTo("“copy of report.txt” is the same file as row 1, and is not imported twice.");
        sender.start(batch);
        JsonNode done = sender.whenDone(batch);
        assertThat(done.at("/rows/done").asInt()).isEqualTo(3);
        assertThat(done.at("/files/done").asInt()).isEqualTo(2);
    }
}
