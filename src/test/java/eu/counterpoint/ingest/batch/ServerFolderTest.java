package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.NotAllowedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class ServerFolderTest {

    private static final Reader OPERATOR = new Reader(new AccountId(1), "Operator", Role.ADMINISTRATOR, true);
    private static final Reader EDITOR = new Reader(new AccountId(2), "Editor", Role.EDITOR, false);

    @TempDir
    private Path place;

    private Path offered;

    @BeforeEach
    void someFiles() throws IOException {
        offered = Files.createDirectories(place.resolve("offered"));
        Files.writeString(Files.createDirectories(offered.resolve("papers/2019")).resolve("b.txt"), "b");
        Files.writeString(offered.resolve("papers/a.txt"), "a");
        Files.writeString(offered.resolve("papers/.hidden"), "hidden");
        Files.writeString(place.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(offered.resolve("papers/link.txt"), place.resolve("secret.txt"));
        Files.createSymbolicLink(offered.resolve("way-out"), place);
    }

    @Test
    void handsOutEveryFileInAFolderAndBelowItAndNoLink() throws IOException {
        assertThat(read(folder(offered), "papers", OPERATOR)).containsExactly("2019/b.txt=b", "a.txt=a");
        assertThat(read(folder(offered), "", OPERATOR)).containsExactly("papers/2019/b.txt=b", "papers/a.txt=a");
    }

    @Test
    void readsNothingOutside() {
        for (String wanted : List.of("..", "papers/../..", place.toString(), "way-out", "nowhere", "papers/a.txt",
                "\0")) {
            assertThatThrownBy(() -> read(folder(offered), wanted, OPERATOR)).as(wanted)
                    .isInstanceOf(BatchRefusedException.class).hasMessage("folder-unknown");
        }
    }

    @Test
    void isForAdministratorsAndOffUnlessItIsNamed() {
        assertThat(folder(null).isOffered(OPERATOR)).isFalse();
        assertThat(folder(offered).isOffered(EDITOR)).isFalse();
        assertThat(folder(offered).isOffered(OPERATOR)).isTrue();
        assertThatThrownBy(() -> read(folder(null), "", OPERATOR)).hasMessage("folder-off");
        assertThatThrownBy(() -> read(folder(offered), "", EDITOR)).isInstanceOf(NotAllowedException.class);
    }

    @Test
    void handsOutWhatItCanWhereSomethingCannotBeRead() throws Exception {
        Path half = Path.of(("d".repeat(200) + "/").repeat(15));
        Path deep = Files.createDirectories(offered.resolve("papers").resolve(half)).resolve("deeper");
        Path aside = Files.createDirectories(place.resolve("aside"));
        Files.createDirectories(aside.resolve(half));
        // Too deep to be listed, and not even to be made in one go.
        Files.move(aside, deep);
        try {
            List<ServerFolder.Found> found = folder(offered).list("papers", OPERATOR);
            assertThat(found.stream().filter(ServerFolder.Found::readable).map(ServerFolder.Found::name))
                    .containsExactly("2019/b.txt", "a.txt");
            assertThat(found.stream().filter(one -> !one.readable())).singleElement()
                    .satisfies(one -> assertThat(one.name()).startsWith("ddd").contains("deeper"));
        } finally {
            Files.move(deep, aside);
        }
    }

    @Test
    void saysOfAFileThatWentMeanwhileThatItCannotBeRead() throws IOException {
        List<ServerFolder.Found> found = folder(offered).list("papers", OPERATOR);
        Files.delete(offered.resolve("papers/a.txt"));
        assertThatThrownBy(() -> found.getLast().open()).isInstanceOf(ServerFolder.UnreadableException.class);
    }

    private static List<String> read(ServerFolder folder, String wanted, Reader by) throws IOException {
        List<String> read = new ArrayList<>();
        for (ServerFolder.Found found : folder.list(wanted, by)) {
            try (InputStream content = found.open()) {
                read.add(found.name() + "=" + new String(content.readAllBytes()));
            }
        }
        return read;
    }

    private static ServerFolder folder(Path offered) {
        return new ServerFolder(new BatchSettings(10, DataSize.ofMegabytes(1), 10, DataSize.ofMegabytes(1), 200, 10,
                offered));
    }
}
