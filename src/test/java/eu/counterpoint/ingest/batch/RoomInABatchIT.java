package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.ui.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.util.unit.DataSize;

/** A batch has room for so many files; what comes again, after an upload that was cut off, takes none. */
@WholeApplication
class RoomInABatchIT {

    private static final BatchSettings THREE_FILES = new BatchSettings(3, DataSize.ofMegabytes(1), 100,
            DataSize.ofMegabytes(1), 200, 60, null);

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Batches batches;
    @Autowired
    private BatchTable table;
    @Autowired
    private Originals originals;
    @Autowired
    private Intake intake;
    @Autowired
    private FileStore store;
    @Autowired
    private Texts texts;

    private Arrivals arrivals;
    private BatchId batch;

    @BeforeEach
    void openABatch() {
        Reader sender = TestPeople.contributor(application);
        arrivals = new Arrivals(table, originals, intake, store, THREE_FILES, texts);
        batch = batches.open(sender);
    }

    @Test
    void aZipThatComesAgainTakesNone() throws IOException {
        arrivals.file(batch, zip("a.txt", "b.txt"));
        arrivals.file(batch, zip("a.txt", "b.txt", "c.txt"));
        arrivals.file(batch, zip("a.txt", "b.txt", "c.txt"));
        arrivals.file(batch, new Upload("c.txt", content("What c.txt says.")));
        assertThatThrownBy(() -> arrivals.file(batch, new Upload("d.txt", content("One too many."))))
                .isInstanceOf(BatchRefusedException.class);
        assertThat(originals.all(batch)).extracting(Originals.Came::name).containsExactly("a.txt", "b.txt", "c.txt");
    }

    @Test
    void aZipWithOneTooManyIsRefusedWithTheLimit() throws IOException {
        assertThatThrownBy(() -> arrivals.file(batch, zip("a.txt", "b.txt", "c.txt", "d.txt")))
                .isInstanceOfSatisfying(BatchRefusedException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(BatchRefusedException.Kind.TOO_LARGE);
                    assertThat(texts.get(refused.key(), refused.values())).contains("3");
                });
    }

    @Test
    void theTableAndWhatCannotBeReadAreCountedAsTheyAre() throws IOException {
        try (Arrivals.Several several = arrivals.several(batch)) {
            several.take(new Upload("manifest.csv", content("key,title\n1,One\n")));
            several.take(new Upload("a.txt", content("a")));
            several.unreadable("b");
            several.take(new Upload("c.txt", content("c")));
            several.unreadable("b");
            several.take(new Upload("b", content("b, which can be read by now")));
            assertThatThrownBy(() -> several.unreadable("d")).isInstanceOf(BatchRefusedException.class);
            assertThatThrownBy(() -> several.take(new Upload("a.txt", content("another a"))))
                    .isInstanceOf(BatchRefusedException.class);
        }
        assertThat(originals.all(batch)).extracting(Originals.Came::name).containsExactly("a.txt", "c.txt", "b");
        assertThat(originals.all(batch)).extracting(Originals.Came::fault).containsOnlyNulls();
    }

    private static Upload zip(String... names) throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                out.write(("What " + name + " says.").getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Upload("papers.zip", new ByteArrayInputStream(zip.toByteArray()));
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
