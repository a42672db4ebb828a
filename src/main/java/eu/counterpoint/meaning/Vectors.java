package eu.counterpoint.meaning;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * The vectors of windows: made once, and kept in the catalogue's database by the window's text and the model's name, so that an
 * index is built anew without making any again.
 */
@Component
public class Vectors {

    /** So many are made between two looks at whether to go on, and kept together. */
    private static final int PORTION = 16;

    private final SentenceModel model;
    private final KeptVectors kept;
    private final Pace pace = new Pace(System.nanoTime());
    /** One at a time in this process, whoever asks, so that one core at most is busy with it. */
    private final ReentrantLock making = new ReentrantLock(true);

    Vectors(SentenceModel model, KeptVectors kept) {
        this.model = model;
        this.kept = kept;
    }

    /** The vectors that need not be made, in the order of their windows; none where no model is available. */
    public List<WindowVector> kept(List<Window> windows) {
        if (!model.available()) {
            return List.of();
        }
        List<UUID> keys = keys(windows);
        return inOrder(windows, keys, kept.find(keys));
    }

    /**
     * The vectors of all windows, in their order. Makes those that are missing, some dozens in a second, one at a time in this
     * process, and fewer while the machine is busy with other things. What has been made is kept, also when this ends early.
     *
     * @throws CancellationException where the thread is interrupted; it stays so
     * @throws IllegalStateException where no model is available, or the application is being stopped
     */
    public List<WindowVector> make(List<Window> windows) {
        String name = model.name();
        List<WindowVector> made = new ArrayList<>(windows.size());
        for (int start = 0; start < windows.size(); start += PORTION) {
            List<Window> portion = windows.subList(start, Math.min(windows.size(), start + PORTION));
            List<UUID> keys = keys(portion);
            Map<UUID, float[]> found = new HashMap<>(kept.find(keys));
            Map<UUID, float[]> missing = new TreeMap<>();
            try {
                for (int i = 0; i < keys.size(); i++) {
                    if (!found.containsKey(keys.get(i))) {
                        float[] vector = vector(portion.get(i).text());
                        found.put(keys.get(i), vector);
                        missing.put(keys.get(i), vector);
                    }
                }
            } finally {
                keep(name, missing);
            }
            made.addAll(inOrder(portion, keys, found));
        }
        return made;
    }

    /** A thread that is interrupted would close the database's file under everybody's feet. */
    private void keep(String name, Map<UUID, float[]> vectors) {
        boolean interrupted = Thread.interrupted();
        try {
            kept.keep(name, vectors);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private float[] vector(String text) {
        try {
            making.lockInterruptibly();
            try {
                long start = System.nanoTime();
                float[] vector = HalfFloats.rounded(model.vector(text));
                long end = System.nanoTime();
                // An interruption ends it here, also where there is nothing to wait for.
                Thread.sleep(Duration.ofNanos(pace.pause(end - start, end)));
                return vector;
            } finally {
                making.unlock();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted while making vectors");
        }
    }

    private List<UUID> keys(Collection<Window> windows) {
        String name = model.name();
        return windows.stream().map(window -> KeptVectors.key(name, window.text())).toList();
    }

    private static List<WindowVector> inOrder(List<Window> windows, List<UUID> keys, Map<UUID, float[]> found) {
        List<WindowVector> vectors = new ArrayList<>(windows.size());
        for (int i = 0; i < keys.size(); i++) {
            float[] vector = found.get(keys.get(i));
            if (vector != null) {
                vectors.add(new WindowVector(windows.get(i).passage(), vector));
            }
        }
        return vectors;
    }
}
