package eu.counterpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * What somebody typed, in the form of Elasticsearch's {@code simple_query_string}, of which readers get: words,
 * {@code "phrases"}, {@code pre*}, {@code -without}, {@code this | that}, and AND, OR and NOT in capitals.
 *
 * @param text  empty when there is nothing in it that can be searched
 * @param typed whether anything but space was typed
 */
record QueryText(String text, boolean typed) {

    /** More words find nothing more; each costs a clause for every field. */
    private static final int MOST_WORDS = 60;
    /** No word is longer; the rest of a longer one is left out. */
    private static final int LONGEST_WORD = 100;

    static QueryText of(String typed) {
        List<String> parts = new ArrayList<>();
        int words = 0;
        for (String part : straightened(typed).split("[\\s\\p{C}&&[^\\p{Co}]]+")) {
            if (words < MOST_WORDS && !part.isEmpty()) {
                String shortened = shortened(part, MOST_WORDS - words);
                parts.add(shortened);
                words += Math.max(1, words(shortened));
            }
        }
        return new QueryText(joined(parts), !typed.isBlank());
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether it says {@code this | that}. */
    boolean hasAlternatives() {
        return text.contains(" | ");
    }

    /** All kinds of quotation marks and dashes that text editors and phones make. */
    private static String straightened(String typed) {
        return typed.replaceAll("[“”„‟«»″＂]", "\"").replaceAll("(?<=^|\\s)[‐‑‒–—−](?=\\S)", "-");
    }

    private static String shortened(String part, int words) {
        int end = 0;
        int seen = 0;
        int length = 0;
        while (end < part.length() && length < LONGEST_WORD) {
            int c = part.codePointAt(end);
            if (startsWord(part, end) && ++seen > words) {
                break;
            }
            end += Character.charCount(c);
            length++;
        }
        return part.substring(0, end);
    }

    private static int words(String part) {
        int words = 0;
        for (int i = 0; i < part.length(); i += Character.charCount(part.codePointAt(i))) {
            if (startsWord(part, i)) {
                words++;
            }
        }
        return words;
    }

    /** Where the engine begins a new word; of ideographs each is one. */
    private static boolean startsWord(String part, int at) {
        int c = part.codePointAt(at);
        return isSearchable(c) && (at == 0 || !Character.isLetterOrDigit(part.codePointBefore(at))
                || Character.isIdeographic(c) || !Character.isLetterOrDigit(c));
    }

    static boolean isSearchable(int c) {
        return Character.isLetterOrDigit(c) || Character.isEmoji(c) && c > 0x7f;
    }

    /** Puts operators only where they stand between or before words; parts in which nothing can be searched are left out. */
    private static String joined(List<String> parts) {
        StringJoiner query = new StringJoiner(" ");
        String operator = "";
        boolean inPhrase = false;
        boolean any = false;
        for (String part : parts) {
            boolean quoted = inPhrase;
            inPhrase ^= part.chars().filter(c -> c == '"').count() % 2 == 1;
            if (!quoted && !inPhrase && isOperator(part)) {
                operator = switch (part) {
                    case "OR", "|" -> any ? "| " : "";
                    case "AND", "+" -> any ? "+ " : "";
                    default -> "-";
                };
            } else if (part.codePoints().anyMatch(QueryText::isSearchable)) {
                query.add(operator + part);
                operator = "";
                any = true;
            } else if (part.indexOf('"') >= 0) {
                query.add(part.replaceAll("[^\"]", ""));
            }
        }
        return any ? closed(query.toString()) : "";
    }

    /** Of quotation marks that do not come in pairs, the last is left out. */
    private static String closed(String query) {
        boolean odd = query.chars().filter(c -> c == '"').count() % 2 == 1;
        int last = query.lastIndexOf('"');
        return odd ? query.substring(0, last) + " " + query.substring(last + 1) : query;
    }

    private static boolean isOperator(String part) {
        return switch (part) {
            case "AND", "OR", "NOT", "+", "|" -> true;
            default -> false;
        };
    }
}
