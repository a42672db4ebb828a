package eu.counterpoint.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.CRC32C;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The two indices. Each is reached through its alias; behind it stands an index with layout and time in its name. Both
 * analyse text in the same ways, which therefore stand in a file of their own.
 */
enum IndexKind {
    MATERIALS("materials"), PASSAGES("passages");

    private final String alias;
    private final String definition;
    private final String layout;

    IndexKind(String name) {
        alias = "counterpoint-" + name;
        definition = withAnalysis(json(name)).toString();
        layout = checksum(definition);
    }

    /** What is searched and written to. */
    String alias() {
        return alias;
    }

    /** What a rebuild fills, and changes are written to as well; there only meanwhile. */
    String next() {
        return alias + "-next";
    }

    /** Settings and mappings, as Elasticsearch takes them. */
    String definition() {
        return definition;
    }

    /** The name of an index of the present layout. */
    String index(String suffix) {
        return alias + "-" + layout + "-" + suffix;
    }

    boolean isPresentLayout(String index) {
        return index.startsWith(index(""));
    }

    private static ObjectNode withAnalysis(ObjectNode index) {
        ((ObjectNode) index.at("/settings/index")).set("analysis", json("analysis"));
        return index;
    }

    private static ObjectNode json(String name) {
        String resource = "/index-mappings/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(IndexKind.class.getResourceAsStream(resource), resource)) {
            return (ObjectNode) JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String checksum(String text) {
        CRC32C checksum = new CRC32C();
        checksum.update(text.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(checksum.getValue());
    }
}
