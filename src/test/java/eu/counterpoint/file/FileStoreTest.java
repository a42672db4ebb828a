package eu.counterpoint.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStoreTest {

    private static final String HELLO = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969";

    @TempDir
    private Path folder;
    private FileStore store;

    @BeforeEach
    void opensTheStore() throws IOException {
        store = newStore();
    }

    @Test
    void keepsAnOriginalUnderItsSha256() throws IOException {
        Original original = store.receive(bytes("Hello"), 5);

        assertThat(original).isEqualTo(new Original(new Sha256(HELLO), 5));
        assertThat(folder.resolve("originals/18/" + HELLO)).hasContent("Hello");
        assertThat(store.path(original.sha256())).hasContent("Hello");
        assertThat(content(original)).isEqualTo("Hello");
    }

    @Test
    void keepsAnEmptyFile() throws IOException {
        Original original = store.receive(bytes(""), 5);

        assertThat(original.size()).isZero();
        assertThat(content(original)).isEmpty();
    }

    @Test
    void keepsAFileLongerThanItsBufferAsItIs() throws IOException {
        byte[] sent = new byte[1_000_003];
        new Random(1).nextBytes(sent);

        Original original = store.receive(new InDribbles(new ByteArrayInputStream(sent)), sent.length);

        assertThat(Files.readAllBytes(store.path(original.sha256()))).isEqualTo(sent);
        try (InputStream stored = store.open(original.sha256())) {
            assertThat(stored.readAllBytes()).isEqualTo(sent);
        }
    }

    @Test
    void keepsTheSameContentOnce() throws IOException {
        Original first = store.receive(bytes("the same"), 100);
        Object written = Files.readAttributes(store.path(first.sha256()), BasicFileAttributes.class).fileKey();
        Original second = store.receive(bytes("the same"), 100);

        assertThat(second).isEqualTo(first);
        assertThat(Files.readAttributes(store.path(first.sha256()), BasicFileAttributes.class).fileKey())
                .isEqualTo(written);
        assertThat(files()).hasSize(1);
    }

    @Test
    void keepsTheSameContentOnceWhenSentManyTimesAtOnce() throws Exception {
        try (ExecutorService senders = Executors.newFixedThreadPool(8)) {
            List<Future<Original>> sent = IntStream.range(0, 40)
                    .mapToObj(each -> senders.submit(() -> store.receive(bytes("content " + each % 2), 100))).toList();
            for (Future<Original> each : sent) {
                assertThat(content(each.get())).startsWith("content ");
            }
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void takesNothingLargerThanTheLimit() throws IOException {
        assertThatThrownBy(() -> store.receive(bytes("Hello"), 4)).isInstanceOfSatisfying(FileTooLargeException.class,
                refusal -> assertThat(refusal.maxBytes()).isEqualTo(4));
        assertThat(files()).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenTheStreamBreaks() throws IOException {
        InputStream breaks = new SequenceInputStream(bytes("half of"), new InputStream() {

            @Override
            public int read() throws IOException {
                throw new IOException("The sender went away");
            }
        });

        assertThatThrownBy(() -> store.receive(breaks, 100)).hasMessage("The sender went away");
        assertThat(files()).isEmpty();
    }

    @Test
    void tellsWhenThereIsNoSuchOriginal() {
        assertThatThrownBy(() -> store.open(new Sha256(HELLO))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.path(new Sha256(HELLO))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void noticesChangedContentBeforeTheLastBytesAreOut() throws IOException {
        Original original = store.receive(bytes("The meeting began at nine."), 100);
        Files.writeString(store.path(original.sha256()), "The meeting began at ten!!");

        assertThatThrownBy(() -> content(original)).isInstanceOf(DamagedFileException.class);
        try (InputStream damaged = store.open(original.sha256())) {
            assertThat(damaged.readNBytes(10)).asString(StandardCharsets.UTF_8).isEqualTo("The meetin");
            assertThatThrownBy(() -> damaged.readNBytes(16)).isInstanceOf(DamagedFileException.class);
        }
    }

    @Test
    void noticesMissingContent() throws IOException {
        Original original = store.receive(bytes("The meeting began at nine."), 100);
        Files.writeString(store.path(original.sha256()), "The meeting");
        assertThatThrownBy(() -> content(original)).isInstanceOf(DamagedFileException.class);

        Files.writeString(store.path(original.sha256()), "");
        assertThatThrownBy(() -> content(original)).isInstanceOf(DamagedFileException.class);
    }

    @Test
    void healsATruncatedOriginalWhenItIsSentAgain() throws IOException {
        Original original = store.receive(bytes("Hello"), 100);
        Files.writeString(store.path(original.sha256()), "Hel");

        store.receive(bytes("Hello"), 100);

        assertThat(content(original)).isEqualTo("Hello");
    }

    @Test
    void handsOutAPartToWhoSkips() throws IOException {
        Original original = store.receive(bytes("The meeting began at nine."), 100);

        try (InputStream stored = store.open(original.sha256())) {
            stored.skipNBytes(21);
            assertThat(stored.readAllBytes()).asString(StandardCharsets.UTF_8).isEqualTo("nine.");
        }
    }

    @Test
    void removesOldLeftoversAtStartButNoneThatMayStillBeWritten() throws IOException {
        Path old = Files.writeString(folder.resolve("incoming/old.part"), "cut off");
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        Path young = Files.writeString(folder.resolve("incoming/young.part"), "on its way");

        newStore();

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }

    @Test
    void removesAnOriginalThatWasNotReceivedLately() throws IOException {
        Original original = longAgo(store.receive(bytes("Hello"), 100));

        assertThat(store.remove(original.sha256(), yesterday())).isTrue();

        assertThat(files()).isEmpty();
        assertThat(store.remove(original.sha256(), yesterday())).as("it is gone already").isTrue();
        assertThat(content(store.receive(bytes("Hello"), 100))).isEqualTo("Hello");
    }

    @Test
    void leavesAnOriginalThatHasComeAgainLately() throws IOException {
        Original original = longAgo(store.receive(bytes("Hello"), 100));
        store.receive(bytes("Hello"), 100);

        assertThat(store.remove(original.sha256(), yesterday())).isFalse();

        assertThat(content(original)).isEqualTo("Hello");
        assertThat(files()).hasSize(1);
    }

    @Test
    void putsAnOriginalBackThatWasBeingRemovedWhenTheProcessEnded() throws IOException {
        Original original = store.receive(bytes("Hello"), 100);
        Files.move(store.path(original.sha256()), folder.resolve("incoming/" + HELLO + ".aside"));

        newStore();

        assertThat(content(original)).isEqualTo("Hello");
        assertThat(files()).hasSize(1);
    }

    private Original longAgo(Original original) throws IOException {
        Files.setLastModifiedTime(store.path(original.sha256()),
                FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        return original;
    }

    private static Instant yesterday() {
        return Instant.now().minus(Duration.ofDays(1));
    }

    private FileStore newStore() throws IOException {
        return new FolderFileStore(new StoreFolder(new FileSettings(folder)));
    }

    private String content(Original original) throws IOException {
        try (InputStream stored = store.open(original.sha256())) {
            return new String(stored.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
