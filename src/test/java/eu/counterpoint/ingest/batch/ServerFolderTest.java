package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.NotAllowedException;
import java.io.IOException;
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

    private static List<String> read(ServerFolder folder, String wanted, Reader by) throws IOException {
        List<String> read = new ArrayList<>();
        folder.read(wanted, by, (name, content) -> read.add(name + "=" + new String(content.readAllBytes())));
        return read;
    }

    private static ServerFolder folder(Path offered) {
        return new ServerFolder(new BatchSettings(10, DataSize.ofMegabytes(1), 10, DataSize.ofMegabytes(1), 200, 10,
                offered));
    }
}
