package eu.counterpoint.search;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Names the indices after their layout, so that one of another layout is known by its name. */
@Component
class IndexLayout {

    private final Map<IndexKind, String> checksums = new EnumMap<>(IndexKind.class);

    @Autowired
    IndexLayout(ObjectProvider<LayoutPart> parts) {
        this(parts.stream().map(LayoutPart::name).toList());
    }

    private IndexLayout(List<String> parts) {
        for (IndexKind kind : IndexKind.values()) {
            checksums.put(kind, checksum(kind.definition(), parts.stream().sorted().toList()));
        }
    }

    /** The layout of {@code index-mappings} and of parts that are called so. */
    static IndexLayout of(String... parts) {
        return new IndexLayout(List.of(parts));
    }

    /** The name of an index of the present layout. */
    String index(IndexKind kind, String suffix) {
        return kind.alias() + "-" + checksums.get(kind) + "-" + suffix;
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

    private static String checksum(String definition, List<String> parts) {
        CRC32C checksum = new CRC32C();
        checksum.update(definition.getBytes(StandardCharsets.UTF_8));
        parts.forEach(part -> checksum.update(("\n" + part).getBytes(StandardCharsets.UTF_8)));
        return "%08x".formatted(checksum.getValue());
    }
}
