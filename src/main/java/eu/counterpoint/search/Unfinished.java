package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The beginning of a word, of which the fields that know no language may have stored another: they write several letters as
 * one ({@code kh} as {@code h}), and somebody who is typing may have typed the first of these only. Whoever typed
 * {@code Malik} may be after {@code Malikhan}, which is stored as {@code malihan}.
 */
final class Unfinished {

    /** By the letters that were typed: all that the letters may become and that is written otherwise than it begins. */
    private static final Map<String, List<String>> ENDINGS = endings(
            JsonMapper.shared().readTree(IndexKind.MATERIALS.definition())
                    .at("/settings/index/analysis/char_filter/latin_letters/mappings"));

    private Unfinished() {}

    /** What is asked of the engine with what was typed, or with anything else that it may be the beginning of. */
    static Query query(String typed, Function<String, Query> query) {
        List<Query> each = of(typed).stream().map(query).toList();
        return each.size() == 1 ? each.getFirst() : Query.of(q -> q.disMax(d -> d.queries(each).tieBreaker(0.0)));
    }

    /** What was typed, and after it what else it may be the beginning of. */
    static List<String> of(String typed) {
        String lower = typed.toLowerCase(Locale.ROOT);
        List<String> beginnings = new ArrayList<>(List.of(typed));
        ENDINGS.forEach((end, wholes) -> {
            if (lower.endsWith(end)) {
                String before = typed.substring(0, typed.length() - end.length());
                wholes.forEach(whole -> beginnings.add(before + whole));
            }
        });
        return beginnings;
    }

    private static Map<String, List<String>> endings(JsonNode mappings) {
        Map<String, String> letters = new TreeMap<>();
        mappings.forEach(mapping -> {
            String[] sides = mapping.stringValue().split("=>", -1);
            if (!sides[0].contains("\\") && sides[0].equals(sides[0].toLowerCase(Locale.ROOT))) {
                letters.put(sides[0], sides[1]);
            }
        });
        Map<String, List<String>> endings = new TreeMap<>();
        letters.forEach((whole, written) -> {
            for (int end = 1; end < whole.length(); end++) {
                String typed = whole.substring(0, end);
                if (!written.startsWith(written(typed, letters))) {
                    endings.computeIfAbsent(typed, key -> new ArrayList<>()).add(whole);
                }
            }
        });
        return endings;
    }

    /** As the engine does: the longest that fits comes first. */
    private static String written(String typed, Map<String, String> letters) {
        StringBuilder written = new StringBuilder();
        int at = 0;
        while (at < typed.length()) {
            int end = typed.length();
            while (end > at && !letters.containsKey(typed.substring(at, end))) {
                end--;
            }
            written.append(end == at ? typed.substring(at, at + 1) : letters.get(typed.substring(at, end)));
            at = Math.max(end, at + 1);
        }
        return written.toString();
    }
}
