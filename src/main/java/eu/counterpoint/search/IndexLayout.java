package eu.counterpoint.search;

import eu.counterpoint.meaning.SentenceModel;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.zip.CRC32C;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the indices are made of: {@code index-mappings}, the sentence model whose vectors stand in them, and the windows of which
 * they are. The indices are named after it, so that one of another layout is known by its name, and built anew.
 */
@Component
class IndexLayout {

    private static final String VECTOR = "/mappings/properties/windows/properties/vector";

    private final SentenceModel model;
    private final Map<IndexKind, String> definitions = new EnumMap<>(IndexKind.class);

    IndexLayout(SentenceModel model) {
        this.model = model;
    }

    /** Settings and mappings, as Elasticsearch takes them. Waits for the model the first time, while it is being loaded. */
    synchronized String definition(IndexKind kind) {
        return definitions.computeIfAbsent(kind, this::withModel);
    }

    private String withModel(IndexKind kind) {
        if (kind != IndexKind.MATERIALS || !model.available()) {
            return kind.definition();
        }
        ObjectNode definition = (ObjectNode) JsonMapper.shared().readTree(kind.definition());
        ((ObjectNode) definition.at(VECTOR)).put("dims", model.dimensions());
        ((ObjectNode) definition.at("/mappings")).putObject("_meta").put("model", model.name())
                .put("windows", MaterialWindows.EDITION);
        return definition.toString();
    }

    /** The name of an index of the present layout. */
    String index(IndexKind kind, String suffix) {
        return kind.alias() + "-" + checksum(definition(kind)) + "-" + suffix;
    }

    /** A pattern for the names of indices of any layout. */
    String everyIndex(IndexKind kind) {
        return kind.alias() + "-*";
    }

    boolean isPresent(IndexKind kind, String index) {
        return index.startsWith(index(kind, ""));
    }

    boolean isPresent(IndexPair pair) {
        return isPresent(IndexKind.MATERIALS, pair.materials()) && isPresent(IndexKind.PASSAGES, pair.passages());
    }

    private static String checksum(String definition) {
        CRC32C checksum = new CRC32C();
        checksum.update(definition.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }
}
