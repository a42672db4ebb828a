package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Collects operations and sends them in requests of bounded size, several of which may be under way. For one thread.
 */
final class Bulk {

    /** Characters in one request: at most about 4 MB, however many bytes a character takes. */
    static final int MOST_CHARACTERS = 1_200_000;
    private static final int MOST_OPERATIONS = 2_000;
    /** An engine that has too much to do is asked again so often, each time after twice the pause: a minute in all. */
    private static final int MOST_ATTEMPTS = 7;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY_REQUESTS = 429;

    private final Engine engine;
    private final Duration patience;
    private final int together;
    private final long mostCharacters;
    private final IndexFill.Listener listener;
    private final Deque<Sent> underWay = new ArrayDeque<>();
    private final Set<String> conflicts = new HashSet<>();
    private List<BulkOperation> operations = new ArrayList<>();
    private long characters;
    private long materials;
    private long work;

    private record Sent(List<BulkOperation> operations, long materials, long work,
            CompletableFuture<BulkResponse> answer) {}

    /** The engine does not take a document as it is; waiting does not help, but somebody's change may. */
    static final class RefusedDocumentException extends SearchUnavailableException {

        RefusedDocumentException(String why) {
            super(new IllegalStateException(why));
        }
    }

    /** For a change: one request after another. */
    Bulk(Engine engine) {
        this(engine, Engine.FOR_CHANGES, 1, MOST_CHARACTERS, (materials, work) -> {});
    }

    /**
     * For a job.
     *
     * @param together       how many requests may be under way
     * @param mostCharacters in one request; at most {@link #MOST_CHARACTERS}
     * @param listener       is told of materials as soon as the engine has them
     */
    Bulk(Engine engine, int together, long mostCharacters, IndexFill.Listener listener) {
        this(engine, Engine.FOR_JOBS, together, mostCharacters, listener);
    }

    private Bulk(Engine engine, Duration patience, int together, long mostCharacters, IndexFill.Listener listener) {
        this.engine = engine;
        this.patience = patience;
        this.together = together;
        this.mostCharacters = mostCharacters;
        this.listener = listener;
    }

    void index(String index, String id, PassageDocument passage) {
        add(BulkOperation.of(o -> o.index(i -> i.index(index).id(id).document(passage))), passage.text().length());
    }

    /**
     * Where the engine has this version or a newer one, it stays: see {@link #finish}.
     *
     * @param workOfIt as the listener counts it
     */
    void index(String index, String id, long version, MaterialDocument material, long workOfIt) {
        long size = material.summary().length();
        for (String part : material.body() == null ? List.<String>of() : material.body()) {
            size += part.length();
        }
        add(BulkOperation.of(o -> o.index(i -> i.index(index).id(id).version(version)
                .versionType(VersionType.External).document(material))), size);
        materials++;
        work += workOfIt;
    }

    void delete(String index, String id) {
        add(BulkOperation.of(o -> o.delete(d -> d.index(index).id(id))), id.length());
    }

    /** Where the engine has this version or a newer one, it stays: see {@link #finish}. */
    void delete(String index, String id, long version) {
        add(BulkOperation.of(o -> o
                .delete(d -> d.index(index).id(id).version(version).versionType(VersionType.External))), id.length());
    }

    private void add(BulkOperation operation, long size) {
        if (characters + size > mostCharacters || operations.size() >= MOST_OPERATIONS) {
            send();
        }
        while (!underWay.isEmpty() && underWay.peek().answer().isDone()) {
            await(underWay.remove());
        }
        operations.add(operation);
        characters += size;
    }

    private void send() {
        if (operations.isEmpty()) {
            return;
        }
        while (underWay.size() >= together) {
            await(underWay.remove());
        }
        List<BulkOperation> sent = operations;
        underWay.add(new Sent(sent, materials, work, begin(sent)));
        operations = new ArrayList<>();
        characters = 0;
        materials = 0;
        work = 0;
    }

    /**
     * Sends what is left and waits until the engine has everything.
     *
     * @return ids of materials of which the engine has the same version or a newer one
     * @throws SearchUnavailableException when a part was not written
     */
    Set<String> finish() {
        send();
        while (!underWay.isEmpty()) {
            await(underWay.remove());
        }
        return conflicts;
    }

    private CompletableFuture<BulkResponse> begin(List<BulkOperation> sent) {
        return engine.begin(client -> client.bulk(b -> b.operations(sent)));
    }

    private void await(Sent sent) {
        List<BulkOperation> left = answered(sent.operations(), sent.answer());
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            if (attempt == MOST_ATTEMPTS) {
                throw new SearchUnavailableException(new IllegalStateException("The engine has too much to do"));
            }
            pause(PAUSE.multipliedBy(1L << (attempt - 1)));
            left = answered(left, begin(left));
        }
        listener.written(sent.materials(), sent.work());
    }

    /** Waits, and returns what the engine had no room for. */
    private List<BulkOperation> answered(List<BulkOperation> sent, CompletableFuture<BulkResponse> answer) {
        try {
            BulkResponse response = engine.answer(patience, answer);
            return response.errors() ? refused(sent, response) : List.of();
        } catch (SearchUnavailableException e) {
            if (e.getCause() instanceof ElasticsearchException cause && cause.status() == TOO_MANY_REQUESTS) {
                return sent;
            }
            throw e;
        }
    }

    private List<BulkOperation> refused(List<BulkOperation> sent, BulkResponse response) {
        List<BulkOperation> refused = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            BulkResponseItem item = response.items().get(i);
            if (item.status() == TOO_MANY_REQUESTS) {
                refused.add(sent.get(i));
            } else if (item.status() == CONFLICT) {
                conflicts.add(item.id());
            } else if (item.status() == NOT_FOUND && item.error() != null) {
                throw new SearchUnavailableException(new IllegalStateException(item.index() + " is not there"));
            } else if (item.error() != null) {
                throw new RefusedDocumentException(item.id() + " in " + item.index() + ": " + item.error().reason());
            }
        }
        return refused;
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchUnavailableException(e);
        }
    }
}
