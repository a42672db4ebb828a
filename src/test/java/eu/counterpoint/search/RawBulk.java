package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import eu.counterpoint.library.Material;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import jakarta.json.stream.JsonGenerator;

/**
 * The documents that the application would index, written down beforehand word for word, and then sent to the engine from
 * that file: what indexing costs the engine itself, with nothing else to do.
 */
final class RawBulk implements AutoCloseable {

    private static final int BYTES = 5_000_000;
    /** Requests that are under way at once; more were no faster on two cores. */
    private static final int TOGETHER = 2;

    private final ElasticsearchClient engine;
    private final Path file;
    private final DataOutputStream out;
    private long documents;

    RawBulk(ElasticsearchClient engine, Path folder) throws IOException {
        this.engine = engine;
        file = Files.createTempFile(folder, "raw-", ".bulk");
        out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    }

    /** Writes down the documents of a material. */
    void add(Material material, TextReader texts) {
        MaterialDocument document = texts.read(material, FileKey.of(material), (key, passage) -> {
            PassageDocument written = PassageDocument.of(material.id(), key, passage);
            write(IndexKind.PASSAGES, written.id(), written);
        });
        write(IndexKind.MATERIALS, material.id().value(), document);
    }

    private void write(IndexKind kind, String id, Object document) {
        StringWriter json = new StringWriter();
        try (JsonGenerator generator = engine._jsonpMapper().jsonProvider().createGenerator(json)) {
            engine._jsonpMapper().serialize(document, generator);
        }
        try {
            byte[] bytes = json.toString().getBytes(StandardCharsets.UTF_8);
            out.writeByte(kind.ordinal());
            out.writeUTF(id);
            out.writeInt(bytes.length);
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents++;
    }

    long documents() {
        return documents;
    }

    /** Sends them all into a pair of indices of its own, which is then dropped. @return seconds, a last refresh included */
    double send() throws IOException {
        out.flush();
        List<String> indices = new ArrayList<>();
        for (IndexKind kind : IndexKind.values()) {
            String index = "raw-" + kind.name().toLowerCase();
            engine.indices().create(c -> c.index(index).withJson(new StringReader(kind.definition())));
            indices.add(index);
        }
        long start = System.nanoTime();
        Deque<CompletableFuture<BulkResponse>> sent = new ArrayDeque<>();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            for (List<BulkOperation> next = read(in, indices); !next.isEmpty(); next = read(in, indices)) {
                if (sent.size() == TOGETHER) {
                    check(sent.remove());
                }
                List<BulkOperation> operations = next;
                sent.add(new ElasticsearchAsyncClient(engine._transport()).bulk(b -> b.operations(operations)));
            }
        }
        while (!sent.isEmpty()) {
            check(sent.remove());
        }
        engine.indices().refresh(r -> r.index(indices));
        double seconds = (System.nanoTime() - start) / 1e9;
        engine.indices().delete(d -> d.index(indices));
        return seconds;
    }

    private static void check(CompletableFuture<BulkResponse> answer) {
        if (answer.join().errors()) {
            throw new IllegalStateException("A raw bulk was not taken: " + answer.join().items().stream()
                    .filter(item -> item.error() != null).findFirst());
        }
    }

    private static List<BulkOperation> read(DataInputStream in, List<String> indices) throws IOException {
        List<BulkOperation> operations = new ArrayList<>();
        try {
            for (int bytes = 0; bytes < BYTES;) {
                String index = indices.get(in.readByte());
                String id = in.readUTF();
                byte[] document = in.readNBytes(in.readInt());
                bytes += document.length;
                operations.add(BulkOperation.of(o -> o.index(
                        i -> i.index(index).id(id).document(BinaryData.of(document, ContentType.APPLICATION_JSON)))));
            }
        } catch (EOFException e) {
            // these are the last
        }
        return operations;
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(file);
    }
}
