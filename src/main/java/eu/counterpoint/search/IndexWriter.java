package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Brings materials into a pair of indices and out of it. Passages go before their material: a material that is there
 * has all of its passages, whenever the process may die.
 */
@Component
class IndexWriter {

    private static final int CONFLICT = 409;
    private static final int PORTION = 1_000;

    private final Engine engine;
    private final TextReader texts;
    private final MaterialWindows windows;
    private final VectorQueue vectors;

    IndexWriter(Engine engine, TextReader texts, MaterialWindows windows, VectorQueue vectors) {
        this.engine = engine;
        this.texts = texts;
        this.windows = windows;
        this.vectors = vectors;
    }

    /** What a pair has of a material, whether or not a search sees it yet. */
    Indexed indexed(IndexPair pair, MaterialId id) {
        GetResponse<Indexed.Source> found = engine.ask(Engine.FOR_JOBS,
                client -> client.get(g -> g.index(pair.materials()).id(id.value()).sourceIncludes("fileKeys"),
                        Indexed.Source.class));
        return found.found() && found.source() != null
                ? new Indexed(Objects.requireNonNull(found.version()), Set.copyOf(found.source().fileKeys()))
                : Indexed.NOTHING;
    }

    /**
     * Writes a published material.
     *
     * @param before what is there already; passages under a key that is there are not written again
     * @param known  whether its vectors may have been made before; those of a new material are made once it can be found
     * @return false when a newer version is there
     */
    boolean write(IndexPair pair, Material material, Indexed before, boolean known) {
        List<FileKey> keys = FileKey.of(material);
        List<MaterialDocument.Window> meaning = meaning(material, keys, known);
        Bulk bulk = new Bulk(engine);
        MaterialDocument document = texts.read(material, keys, (key, passage) -> {
            if (!before.fileKeys().contains(key.toString())) {
                PassageDocument written = PassageDocument.of(material.id(), key, passage);
                bulk.index(pair.passages(), written.id(), written);
            }
        });
        bulk.send();
        Set<String> obsolete = new HashSet<>(before.fileKeys());
        obsolete.removeAll(keys.stream().map(FileKey::toString).collect(Collectors.toSet()));
        if (!obsolete.isEmpty()) {
            removePassages(pair, MaterialsRequest.terms("fileKey", obsolete));
        }
        return put(pair, material, document.with(meaning), VersionType.External);
    }

    /** Writes a material that is there again, now with its vectors, as far as they have been made. */
    void enrich(IndexPair pair, Material material) {
        List<FileKey> keys = FileKey.of(material);
        MaterialDocument document = texts.read(material, keys, (key, passage) -> {});
        put(pair, material, document.with(windows.kept(material, keys).windows()), VersionType.ExternalGte);
    }

    private List<MaterialDocument.Window> meaning(Material material, List<FileKey> keys, boolean known) {
        if (!windows.wanted()) {
            return List.of();
        }
        MaterialWindows.Found found = known ? windows.kept(material, keys) : MaterialWindows.Found.NONE;
        if (!found.complete()) {
            vectors.add(material.id());
        }
        return found.windows();
    }

    private boolean put(IndexPair pair, Material material, MaterialDocument document, VersionType type) {
        return unlessNewer(() -> engine.ask(Engine.FOR_JOBS,
                client -> client.index(i -> i.index(pair.materials()).id(material.id().value()).document(document)
                        .version(material.version()).versionType(type))));
    }

    /** Takes a material out, its passages first. Returns false when a newer version is there. */
    boolean remove(IndexPair pair, MaterialId id, long version) {
        removePassages(pair, Query.of(q -> q.term(t -> t.field("material").value(id.value()))));
        return unlessNewer(() -> engine.ask(Engine.FOR_JOBS, client -> client.delete(d -> d.index(pair.materials())
                .id(id.value()).version(version).versionType(VersionType.External))));
    }

    private void removePassages(IndexPair pair, Query query) {
        List<String> ids;
        do {
            engine.ask(Engine.FOR_JOBS, client -> client.indices().refresh(r -> r.index(pair.passages())));
            ids = engine.ask(Engine.FOR_JOBS, client -> client.search(
                    s -> s.index(pair.passages()).query(query).size(PORTION).source(source -> source.fetch(false)),
                    Void.class)).hits().hits().stream().map(Hit::id).toList();
            Bulk bulk = new Bulk(engine);
            ids.forEach(id -> bulk.delete(pair.passages(), id));
            bulk.send();
        } while (ids.size() == PORTION);
    }

    private static boolean unlessNewer(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ElasticsearchException e) {
            if (e.status() == CONFLICT) {
                return false;
            }
            throw e;
        }
    }
}
