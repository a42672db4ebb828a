package eu.counterpoint.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * In which languages the library has text, the most frequent first. Asked of the engine after something was indexed here,
 * and every now and then, for what other instances indexed.
 */
@Component
class LibraryLanguages {

    private static final String FIELD = "languages";
    private static final int MOST = 30;
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Engine engine;
    private final AtomicInteger changes = new AtomicInteger();
    /** Null where they have to be asked for. */
    private volatile @Nullable Known known;

    private record Known(List<String> languages, Instant asked) {}

    LibraryLanguages(Engine engine) {
        this.engine = engine;
    }

    List<String> mostFirst() {
        Known last = known;
        if (last != null && last.asked().plus(FRESH).isAfter(Instant.now())) {
            return last.languages();
        }
        int before = changes.get();
        List<String> asked = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(s -> s.index(IndexKind.MATERIALS.alias()).size(0).requestCache(false)
                        .aggregations(FIELD, a -> a.terms(t -> t.field(FIELD).size(MOST))), Void.class))
                .aggregations().get(FIELD).sterms().buckets().array().stream()
                .map(bucket -> bucket.key().stringValue()).toList();
        known = new Known(asked, Instant.now());
        if (changes.get() != before) {
            known = null;
        }
        return asked;
    }

    @EventListener(MaterialIndexed.class)
    void somethingChanged() {
        changes.incrementAndGet();
        known = null;
    }
}
