package eu.counterpoint.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.Originals.Came;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeptInOrderTest {

    private static final int SMALL = 100;
    private static final int LARGE = 3 << 20;

    private final Map<String, Integer> lengths = new ConcurrentHashMap<>();
    private final List<String> noted = new ArrayList<>();

    @Test
    void notesFilesInTheirOrderWhicheverIsKeptFirst() throws IOException {
        CountDownLatch secondIsKept = new CountDownLatch(1);
        try (KeptInOrder kept = new KeptInOrder(file -> {
            if (file.name().equals("0")) {
                await(secondIsKept);
            }
            Came came = keep(file);
            if (file.name().equals("1")) {
                secondIsKept.countDown();
            }
            return came;
        }, this::note)) {
            for (int i = 0; i < 120; i++) {
                kept.file(upload(i, i % 50 == 7 ? LARGE : SMALL + i));
            }
            kept.finish();
        }
        assertThat(noted).isEqualTo(IntStream.range(0, 120).mapToObj(Integer::toString).toList());
        assertThat(lengths).containsEntry("7", LARGE).containsEntry("107", LARGE).containsEntry("119", SMALL + 119);
    }

    @Test
    void saysThatAFileCannotBeKeptAndNotesTheOthers() {
        assertThatThrownBy(() -> {
            try (KeptInOrder kept = new KeptInOrder(file -> {
                if (file.name().equals("1")) {
                    throw new IOException("The disk is full");
                }
                return keep(file);
            }, this::note)) {
                for (int i = 0; i < 3; i++) {
                    kept.file(upload(i, SMALL));
                }
                kept.finish();
            }
        }).isInstanceOf(IOException.class).hasMessage("The disk is full");
        assertThat(noted).containsExactlyInAnyOrder("0", "2");
    }

    @Test
    void notesWhatCameOfAnArchiveThatIsRefused() {
        assertThatThrownBy(() -> {
            try (KeptInOrder kept = new KeptInOrder(this::keep, this::note)) {
                kept.file(upload(0, SMALL));
                kept.file(upload(1, LARGE));
                throw new IllegalStateException("refused");
            }
        }).hasMessage("refused");
        assertThat(noted).containsExactly("0", "1");
    }

    private Came keep(Upload file) throws IOException {
        lengths.put(file.name(), file.content().readAllBytes().length);
        return new Came(file.name(), null, null);
    }

    private void note(List<Came> some) {
        some.forEach(came -> noted.add(came.name()));
    }

    private static Upload upload(int name, int length) {
        return new Upload(Integer.toString(name), new ByteArrayInputStream(new byte[length]));
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
