package eu.counterpoint.meaning;

import ai.onnxruntime.OrtException;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Gives texts vectors, such that texts of like meaning have like directions. It runs in this process and talks to nobody. It is
 * loaded in the background when the application has started, or when it is first asked, which takes a few hundred
 * milliseconds; who asks meanwhile waits. Where none is wanted, or it cannot be loaded, it is not available.
 */
@Component
public final class SentenceModel {

    private static final Logger LOG = LoggerFactory.getLogger(SentenceModel.class);

    private final MeaningSettings settings;
    /** Vectors are made under the read lock; closing the model under their feet would end the process. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private @Nullable CompletableFuture<Optional<OnnxModel>> loading;
    private boolean closed;
    private volatile boolean stopping;

    SentenceModel(MeaningSettings settings) {
        this.settings = settings;
    }

    /**
     * Whether there is a model. Waits while it is being loaded; the answer never changes after.
     *
     * @throws CompletionException where the application is being stopped, and nobody will know
     */
    public boolean available() {
        return loading().join().isPresent();
    }

    /**
     * What its vectors are known by: another model, or another version, has another name. At most 200 characters.
     *
     * @throws IllegalStateException where no model is available; so do the other methods
     */
    public String name() {
        return model().name();
    }

    /** How many numbers its vectors have. */
    public int dimensions() {
        return model().dimensions();
    }

    /**
     * The vector of a text, of length 1; the same text has the same vector. Takes one thread, the caller's: a few milliseconds
     * for a question, 10 to 25 for a window. What is beyond the model's reach, 128 pieces of words for the built-in one, is
     * ignored.
     *
     * @throws IllegalStateException also where the application is being stopped
     */
    public float[] vector(String text) {
        OnnxModel model = model();
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The sentence model is closed");
            }
            return model.vector(text);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model failed", e);
        } finally {
            use.readLock().unlock();
        }
    }

    /** How many pieces of words a text has for the model, its marks included; at most one more than the model reads. */
    int tokens(String text) {
        return model().tokenizer().ids(text, model().maxTokens() + 1).length;
    }

    /** How many pieces it reads, the marks included. */
    int maxTokens() {
        return model().maxTokens();
    }

    private OnnxModel model() {
        return loading().join()
                .orElseThrow(() -> new IllegalStateException("No sentence model is available"));
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        loading();
    }

    private synchronized CompletableFuture<Optional<OnnxModel>> loading() {
        if (loading == null) {
            loading = settings.enabled()
                    ? CompletableFuture.supplyAsync(this::load,
                            task -> Thread.ofPlatform().daemon().name("sentence-model").start(task))
                    : CompletableFuture.completedFuture(Optional.empty());
        }
        return loading;
    }

    /** Native code can no longer be loaded then; that is not to be taken for a library without a model. */
    @EventListener(ContextClosedEvent.class)
    void stopping() {
        stopping = true;
    }

    private Optional<OnnxModel> load() {
        try {
            long start = System.nanoTime();
            OnnxModel model = OnnxModel.load(settings);
            LOG.info("Sentence model {} is ready after {} ms", model.name(), (System.nanoTime() - start) / 1_000_000);
            return Optional.of(model);
        } catch (IOException | OrtException | RuntimeException | LinkageError e) {
            if (stopping) {
                throw new IllegalStateException("The application is being stopped", e);
            }
            LOG.warn("There is no sentence model, so the search is by words alone: {}", e.toString());
            LOG.debug("Why there is no sentence model", e);
            return Optional.empty();
        }
    }

    @PreDestroy
    void close() throws OrtException {
        CompletableFuture<Optional<OnnxModel>> begun;
        synchronized (this) {
            if (loading == null) {
                loading = CompletableFuture.completedFuture(Optional.empty());
            }
            begun = loading;
        }
        Optional<OnnxModel> model = begun.exceptionally(stopped -> Optional.empty()).join();
        use.writeLock().lock();
        try {
            if (!closed && model.isPresent()) {
                model.get().close();
            }
            closed = true;
        } finally {
            use.writeLock().unlock();
        }
    }
}
