package eu.counterpoint.ingest.ui;

import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.suggestion.FileSuggestions;
import eu.counterpoint.ingest.suggestion.Suggested;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works suggestions out beside the page, whenever a file has been read: whoever types does not wait for it. */
class Working {

    private static final Logger LOG = LoggerFactory.getLogger(Working.class);

    private final FileSuggestions suggestions;
    private List<MaterialFile> about = List.of();
    private @Nullable CompletableFuture<List<Suggested>> running;
    private List<Suggested> latest = List.of();

    Working(FileSuggestions suggestions) {
        this.suggestions = suggestions;
    }

    List<Suggested> latest() {
        return latest;
    }

    /** Looks what has become of it, and begins anew where files were read or taken away since. Answers whether it goes on. */
    boolean goOn(Material material, Reader reader) {
        CompletableFuture<List<Suggested>> before = running;
        if (before != null && !before.isDone()) {
            return true;
        }
        if (before != null) {
            running = null;
            take(before);
        }
        List<MaterialFile> now = material.files().stream().filter(file -> file.extractor() != null).toList();
        if (now.equals(about)) {
            return false;
        }
        about = now;
        CompletableFuture<List<Suggested>> next = new CompletableFuture<>();
        running = next;
        Thread.ofVirtual().name("suggestions").start(() -> {
            try {
                next.complete(suggestions.of(material, reader));
            } catch (RuntimeException e) {
                next.completeExceptionally(e);
            }
        });
        return true;
    }

    /** Suggestions are a help; the form does without. */
    private void take(CompletableFuture<List<Suggested>> done) {
        try {
            latest = done.join();
        } catch (CompletionException e) {
            LOG.warn("No suggestions could be made", e.getCause());
        }
    }
}
