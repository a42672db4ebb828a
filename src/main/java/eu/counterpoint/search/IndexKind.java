package eu.counterpoint.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/** The two indices. Each is reached through its alias; behind it stands one that {@link IndexLayout} names. */
enum IndexKind {
    MATERIALS("materials"), PASSAGES("passages");

    private final String alias;
    private final String definition;

    IndexKind(String name) {
        alias = "counterpoint-" + name;
        definition = read("/index-mappings/" + name + ".json");
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

    /** How often what was written becomes visible to searches, as Elasticsearch writes times. */
    String refreshInterval() {
        return JsonMapper.shared().readTree(definition).at("/settings/index/refresh_interval").asString("1s");
    }

    private static String read(String resource) {
        try (InputStream in = Objects.requireNonNull(IndexKind.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
