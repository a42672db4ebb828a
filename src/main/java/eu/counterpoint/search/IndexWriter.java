package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.mget.MultiGetResponseItem;
import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.PublishedVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    private static final String KEYS = "keys";

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

    /** What a pair has of materials, whether or not a search sees it yet; those that it has not are missing. */
    Map<MaterialId, Indexed> indexed(IndexPair pair, Collection<MaterialId> wanted) {
        List<String> ids = wanted.stream().map(MaterialId::value).toList();
        return engine
                .ask(Engine.FOR_CHANGES,
                        client -> client.mget(
                                m -> m.index(pair.materials()).ids(ids).sourceIncludes("fileKeys"),
                                Indexed.Source.class))
                .docs().stream().filter(IndexWriter::isThere)
                .map(MultiGetResponseItem::result)
                .collect(Collectors.toMap(found -> new MaterialId(found.id()),
                        found -> new Indexed(Objects.requireNonNull(found.version()),
                                Set.copyOf(Objects.requireNonNull(found.source()).fileKeys()))));
    }

    /** In which versions a pair has materials, whether or not a search sees them yet; those that it has not are missing. */
    Map<MaterialId, Long> versions(IndexPair pair, List<PublishedVersion> wanted) {
        List<String> ids = wanted.stream().map(one -> one.id().value()).toList();
        return engine
                .ask(Engine.FOR_CHANGES,
                        client -> client.mget(m -> m.index(pair.materials()).ids(ids).source(s -> s.fetch(false)),
                                Void.class))
                .docs().stream().filter(IndexWriter::isThere)
                .collect(Collectors.toMap(doc -> new MaterialId(doc.result().id()),
                        doc -> Objects.requireNonNull(doc.result().version())));
    }

    /** @throws SearchUnavailableException where it cannot be told, as of an index that is gone */
    private static boolean isThere(MultiGetResponseItem<?> item) {
        if (item.isFailure()) {
            throw new SearchUnavailableException(new IllegalStateException(item.failure().error().reason()));
        }
        return item.result().found();
    }

    /**
     * Writes published materials.
     *
     * @param before what is there already; passages under a key that is there are not written again
     * @param known  whether vectors of new ones may have been made before; else they are made once it can be found
     * @return those of which a newer version is there
     */
    Set<MaterialId> write(IndexPair pair, List<Material> materials, Map<MaterialId, Indexed> before, boolean known) {
        Set<MaterialId> newer = new HashSet<>();
        List<MaterialId> withoutVectors = new ArrayList<>();
        for (List<Material> group : groups(materials)) {
            Bulk passages = new Bulk(engine);
            Bulk documents = new Bulk(engine);
            Set<String> obsolete = new HashSet<>();
            for (Material material : group) {
                List<FileKey> keys = FileKey.of(material);
                Indexed there = before.getOrDefault(material.id(), Indexed.NOTHING);
                MaterialWindows.Found meaning = meaning(material, keys, known || there.isThere());
                if (!meaning.complete()) {
                    withoutVectors.add(material.id());
                }
                MaterialDocument document = read(pair, material, keys, there.fileKeys(), passages)
                        .with(meaning.windows());
                documents.index(pair.materials(), material.id().value(), material.version(), document, 0);
                obsolete.addAll(there.fileKeys());
                keys.forEach(key -> obsolete.remove(key.toString()));
            }
            passages.finish();
            removePassages(pair, obsolete);
            documents.finish().forEach(id -> newer.add(new MaterialId(id)));
        }
        vectors.addAll(withoutVectors);
        return newer;
    }

    /** So many together as go into one request, for their documents are in memory at the same time. */
    private static List<List<Material>> groups(List<Material> materials) {
        List<List<Material>> groups = new ArrayList<>();
        long room = 0;
        for (Material material : materials) {
            room -= RebuildProgress.work(material);
            if (room < 0) {
                groups.add(new ArrayList<>());
                room = Bulk.MOST_CHARACTERS - RebuildProgress.work(material);
            }
            groups.getLast().add(material);
        }
        return groups;
    }

    /** Writes a material that is there again, now with its vectors, as far as they have been made. */
    void enrich(IndexPair pair, Material material) {
        List<FileKey> keys = FileKey.of(material);
        MaterialDocument document = texts.read(material, keys, (key, passage) -> {});
        put(pair, material, document.with(windows.kept(material, keys).windows()), VersionType.ExternalGte);
    }

    private MaterialWindows.Found meaning(Material material, List<FileKey> keys, boolean known) {
        return !windows.wanted()
                ? MaterialWindows.Found.NONE_WANTED
                : known ? windows.kept(material, keys) : MaterialWindows.Found.NONE;
    }

    private void put(IndexPair pair, Material material, MaterialDocument document, VersionType type) {
        unlessNewer(() -> engine.ask(Engine.FOR_CHANGES,
                client -> client.index(i -> i.index(pair.materials()).id(material.id().value()).document(document)
                        .version(material.version()).versionType(type))));
    }

    /**
     * Hands a published material over to be written into a pair that is not searched yet, where its passages need not be
     * there first. Where the pair has a newer version, that one stays; see {@link Bulk#finish}.
     */
    void write(IndexPair pair, Material material, Bulk bulk) {
        List<FileKey> keys = FileKey.of(material);
        MaterialWindows.Found meaning = meaning(material, keys, true);
        if (!meaning.complete()) {
            vectors.addAll(List.of(material.id()));
        }
        MaterialDocument document = read(pair, material, keys, Set.of(), bulk).with(meaning.windows());
        bulk.index(pair.materials(), material.id().value(), material.version(), document,
                RebuildProgress.work(material));
    }

    /** Reads a material's text, hands over the passages that are not there yet, and returns its document. */
    private MaterialDocument read(IndexPair pair, Material material, List<FileKey> keys, Set<String> keysThere,
            Bulk bulk) {
        return texts.read(material, keys, (key, passage) -> {
            if (!keysThere.contains(key.toString())) {
                PassageDocument written = PassageDocument.of(material.id(), key, passage);
                bulk.index(pair.passages(), written.id(), written);
            }
        });
    }

    /** Lets searches see every passage that was written. */
    void showPassages(IndexPair pair) {
        engine.ask(Engine.FOR_CHANGES, client -> client.indices().refresh(r -> r.index(pair.passages())));
    }

    /** The keys under which searches see passages of these materials. */
    Set<String> passageKeys(IndexPair pair, Collection<MaterialId> ids) {
        Set<String> keys = new HashSet<>();
        List<String> more;
        do {
            Query others = Query.of(
                    q -> q.bool(b -> b.filter(of(ids)).mustNot(MaterialsRequest.terms("fileKey", List.copyOf(keys)))));
            more = engine
                    .ask(Engine.FOR_CHANGES,
                            client -> client.search(
                                    s -> s.index(pair.passages()).size(0).query(others).aggregations(KEYS,
                                            a -> a.terms(t -> t.field("fileKey").size(PORTION))),
                                    Void.class))
                    .aggregations().get(KEYS).sterms().buckets().array().stream()
                    .map(bucket -> bucket.key().stringValue()).toList();
            keys.addAll(more);
        } while (more.size() == PORTION);
        return keys;
    }

    /** How many passages of a material a search can find. */
    long passages(IndexPair pair, MaterialId id) {
        return engine
                .ask(Engine.FOR_CHANGES, client -> client.count(c -> c.index(pair.passages()).query(of(List.of(id)))))
                .count();
    }

    /** Removes the passages under these keys. */
    void removePassages(IndexPair pair, Set<String> keys) {
        if (!keys.isEmpty()) {
            removePassages(pair, MaterialsRequest.terms("fileKey", keys));
        }
    }

    /**
     * Takes materials out, their passages first.
     *
     * @return those of which a newer version is there
     */
    Set<MaterialId> remove(IndexPair pair, List<Material> materials) {
        if (materials.isEmpty()) {
            return Set.of();
        }
        removePassages(pair, of(materials.stream().map(Material::id).toList()));
        Bulk bulk = new Bulk(engine);
        materials.forEach(material -> bulk.delete(pair.materials(), material.id().value(), material.version()));
        return bulk.finish().stream().map(MaterialId::new).collect(Collectors.toSet());
    }

    private void removePassages(IndexPair pair, Query query) {
        List<String> ids;
        do {
            showPassages(pair);
            ids = engine.ask(Engine.FOR_CHANGES, client -> client.search(
                    s -> s.index(pair.passages()).query(query).size(PORTION).source(source -> source.fetch(false)),
                    Void.class)).hits().hits().stream().map(Hit::id).toList();
            Bulk bulk = new Bulk(engine);
            ids.forEach(id -> bulk.delete(pair.passages(), id));
            bulk.finish();
        } while (ids.size() == PORTION);
    }

    private static Query of(Collection<MaterialId> ids) {
        return MaterialsRequest.terms("material", ids.stream().map(MaterialId::value).toList());
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
