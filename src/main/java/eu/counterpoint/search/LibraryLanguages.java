package eu.counterpoint.search;

import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** In which languages the library has text, the most frequent first. Asked of the engine after something was indexed. */
@Component
class LibraryLanguages {

    private static final String FIELD = "languages";
    private static final int MOST = 30;

    private final Engine engine;
    private volatile boolean known;
    private volatile List<String> languages = List.of();

    LibraryLanguages(Engine engine) {
        this.engine = engine;
    }

    List<String> mostFirst() {
        if (!known) {
            known = true;
            try {
                languages = engine.ask(Engine.FOR_PEOPLE,
                        client -> client.search(s -> s.index(IndexKind.MATERIALS.alias()).size(0).requestCache(false)
                                .aggregations(FIELD, a -> a.terms(t -> t.field(FIELD).size(MOST))), Void.class))
                        .aggregations().get(FIELD).sterms().buckets().array().stream()
                        .map(bucket -> bucket.key().stringValue()).toList();
            } catch (RuntimeException e) {
                known = false;
                throw e;
            }
        }
        return languages;
    }

    @EventListener(MaterialIndexed.class)
    void somethingChanged() {
        known = false;
    }
}
