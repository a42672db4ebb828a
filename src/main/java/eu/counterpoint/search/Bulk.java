package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import java.util.ArrayList;
import java.util.List;

/** Collects operations and sends them in requests of bounded size. */
final class Bulk {

    /** Characters in one request: at most about 5 MB, however many bytes a character takes. */
    private static final int MOST_CHARACTERS = 1_500_000;
    private static final int MOST_OPERATIONS = 2_000;
    private static final int NOT_FOUND = 404;

    private final Engine engine;
    private List<BulkOperation> operations = new ArrayList<>();
    private long characters;

    Bulk(Engine engine) {
        this.engine = engine;
    }

    void index(String index, String id, PassageDocument passage) {
        add(BulkOperation.of(o -> o.index(i -> i.index(index).id(id).document(passage))), passage.text().length());
    }

    void delete(String index, String id) {
        add(BulkOperation.of(o -> o.delete(d -> d.index(index).id(id))), id.length());
    }

    private void add(BulkOperation operation, int size) {
        if (characters + size > MOST_CHARACTERS || operations.size() >= MOST_OPERATIONS) {
            send();
        }
        operations.add(operation);
        characters += size;
    }

    /** Sends what is left. @throws SearchUnavailableException when a part was not written */
    void send() {
        if (operations.isEmpty()) {
            return;
        }
        List<BulkOperation> sent = operations;
        operations = new ArrayList<>();
        characters = 0;
        BulkResponse response = engine.ask(Engine.FOR_JOBS, client -> client.bulk(b -> b.operations(sent)));
        if (response.errors()) {
            response.items().stream().filter(Bulk::failed).findFirst().ifPresent(item -> {
                throw new SearchUnavailableException(new IllegalStateException(
                        item.id() + " in " + item.index() + ": " + item.error().reason()));
            });
        }
    }

    private static boolean failed(BulkResponseItem item) {
        return item.error() != null && item.status() != NOT_FOUND;
    }
}
