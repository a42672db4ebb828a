package eu.counterpoint.ingest.batch;

import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.Originals.Came;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Keeps files that come one after another, out of an archive or a folder, and notes them some at a time, in their order. Small files are
 * kept beside the unpacking, which is as much work; of large ones nothing is held in memory.
 */
final class KeptInOrder implements AutoCloseable {

    /** The longest file that is kept beside what brings it, in bytes. */
    private static final int SMALL = 1 << 20;
    private static final int THREADS = 2;
    /** Of small files, how many are in memory at most. */
    private static final int UNDER_WAY = 4;
    private static final int TOGETHER = 50;

    private final Keeper keeper;
    private final Consumer<List<Came>> noter;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS,
            Thread.ofPlatform().name("kept-in-order-", 0).daemon().factory());
    private final Deque<Future<Came>> underWay = new ArrayDeque<>();
    private final List<Came> kept = new ArrayList<>();

    KeptInOrder(Keeper keeper, Consumer<List<Came>> noter) {
        this.keeper = keeper;
        this.noter = noter;
    }

    /** Keeps a file. */
    interface Keeper {

        Came keep(Upload file) throws IOException;
    }

    /**
     * Takes the next file; its content is read when this returns.
     *
     * @throws IOException when this one or one before cannot be kept
     */
    void file(Upload file) throws IOException {
        byte[] beginning = file.content().readNBytes(SMALL + 1);
        InputStream content = new ByteArrayInputStream(beginning);
        if (beginning.length <= SMALL) {
            underWay.add(threads.submit(() -> keeper.keep(new Upload(file.name(), content))));
        } else {
            InputStream all = new SequenceInputStream(content, file.content());
            underWay.add(CompletableFuture.completedFuture(keeper.keep(new Upload(file.name(), all))));
        }
        goOn();
    }

    /** Takes something of which there is nothing to keep. Throws as {@link #file}. */
    void noted(Came came) throws IOException {
        underWay.add(CompletableFuture.completedFuture(came));
        goOn();
    }

    private void goOn() throws IOException {
        while (underWay.size() >= UNDER_WAY) {
            next();
        }
        if (kept.size() >= TOGETHER) {
            note();
        }
    }

    /** Waits for the last ones. Throws as {@link #file}. */
    void finish() throws IOException {
        while (!underWay.isEmpty()) {
            next();
        }
        note();
    }

    private void next() throws IOException {
        try {
            kept.add(underWay.remove().get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while files were kept", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException io -> throw io;
                case RuntimeException other -> throw other;
                case Error error -> throw error;
                default -> throw new IOException(e.getCause());
            }
        }
    }

    private void note() {
        if (!kept.isEmpty()) {
            noter.accept(List.copyOf(kept));
            kept.clear();
        }
    }

    /** Where it ends in the middle, as with an archive that is refused, what was kept is noted all the same, so that it goes with the batch. */
    @Override
    public void close() {
        threads.close();
        for (Future<Came> future : underWay) {
            if (future.state() == Future.State.SUCCESS) {
                kept.add(future.resultNow());
            }
        }
        note();
    }
}
