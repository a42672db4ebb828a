package eu.counterpoint.ingest.batch;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import eu.counterpoint.vocabulary.Scheme;

/**
 * The columns of a table: the words of a record's metadata, as in the REST interface, and two that a batch needs besides. A
 * heading may be written with other capitals, spaces and hyphens; a concept's may be the name of its list ({@code theme}).
 */
final class Columns {

    /** What the sender knows a row by. */
    static final String KEY = "key";
    /** Names of files that come with the batch. */
    static final String FILES = "files";

    /** A column that begins so is the sender's own, and is left out. */
    private static final String OWN = "x-";
    private static final float ALIKE = 0.55f;

    private static final Map<String, String> BY_WRITING = byWriting();
    private static final Set<String> SEVERAL = several();

    private Columns() {}

    /** All columns, in the order of the template. */
    static Collection<String> all() {
        return new LinkedHashSet<>(BY_WRITING.values());
    }

    /** The column that a heading names. */
    static Optional<String> find(String heading) {
        return Optional.ofNullable(BY_WRITING.get(writing(heading)));
    }

    static boolean isLeftOut(String heading) {
        return heading.isBlank() || heading.strip().toLowerCase(Locale.ROOT).startsWith(OWN);
    }

    /** Whether a cell may have several values. */
    static boolean takesSeveral(String column) {
        return SEVERAL.contains(column);
    }

    /** The column that looks most like a heading that there is not. */
    static Optional<String> nearest(String heading) {
        String wanted = writing(heading);
        return BY_WRITING.keySet().stream().filter(writing -> Likeness.of(writing, wanted) >= ALIKE)
                .max((one, other) -> Float.compare(Likeness.of(one, wanted), Likeness.of(other, wanted)))
                .map(BY_WRITING::get);
    }

    private static Map<String, String> byWriting() {
        Map<String, String> columns = new LinkedHashMap<>();
        for (String column : List.of(KEY, "title", "summary", "kind", "themes", "audiences", "language", "year",
                "organisation", "authors", "countries", "link", FILES, "licence", "intendedUsers", "narrativeTypes",
                "techniques", "extremism", "preventionLevels", "messengers", "channels", "evidenceDesign", "effect",
                "reviewedBy", "workingGroups", "visibility", "consent", "purpose", "gammma.goal", "gammma.audience",
                "gammma.message", "gammma.messenger", "gammma.media", "gammma.action", "gammma.evaluation")) {
            columns.put(writing(column), column);
        }
        for (Scheme scheme : Scheme.values()) {
            columns.putIfAbsent(writing(scheme.id()), scheme.field());
        }
        columns.put("id", KEY);
        columns.put("file", FILES);
        columns.put("author", "authors");
        columns.put("organization", "organisation");
        return columns;
    }

    private static Set<String> several() {
        Set<String> several = new LinkedHashSet<>(List.of(FILES, "authors"));
        Arrays.stream(Scheme.values()).filter(Scheme::multiple).map(Scheme::field).forEach(several::add);
        return several;
    }

    private static String writing(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
