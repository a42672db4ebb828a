package eu.counterpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed, taken apart.
 *
 * @param alternatives one list of terms, or several of which each is enough: {@code this | that}
 */
record ParsedQuery(List<List<Term>> alternatives) {

    enum Kind {
        WORD, PHRASE, PREFIX
    }

    /** Where alone a term may stand: {@code title:prison}, or {@code title: prison}. */
    enum Scope {
        TITLE, ORGANISATION, AUTHOR
    }

    /**
     * One thing to look for.
     *
     * @param text     without marks
     * @param scope    null for anywhere
     * @param excluded {@code -word}
     * @param required {@code AND}
     */
    record Term(String text, Kind kind, @Nullable Scope scope, boolean excluded, boolean required) {

        boolean isPlainWord() {
            return kind == Kind.WORD && scope == null && !excluded;
        }
    }

    private static final Map<String, Scope> SCOPES = Map.of("title", Scope.TITLE, "organisation", Scope.ORGANISATION,
            "organization", Scope.ORGANISATION, "author", Scope.AUTHOR);

    static ParsedQuery of(QueryText text) {
        return new Parser(text.text()).parse();
    }

    /** The terms that are to be found, of all alternatives. */
    List<Term> sought() {
        return alternatives.stream().flatMap(List::stream).filter(term -> !term.excluded()).toList();
    }

    /** Whether it is words alone, in which meaning can be looked for. */
    boolean isPlain() {
        return alternatives.size() == 1 && alternatives.getFirst().stream().allMatch(Term::isPlainWord);
    }

    /** Reads the form that {@link QueryText} gives, in which quotation marks come in pairs. */
    private static final class Parser {

        private final String text;
        private int at;
        private final List<List<Term>> alternatives = new ArrayList<>();
        private List<Term> terms = new ArrayList<>();
        private boolean required;

        Parser(String text) {
            this.text = text;
        }

        ParsedQuery parse() {
            while (at < text.length()) {
                if (text.charAt(at) == ' ') {
                    at++;
                } else {
                    next();
                }
            }
            close();
            return new ParsedQuery(List.copyOf(alternatives));
        }

        private void next() {
            if (takes("| ")) {
                close();
            } else if (takes("+ ")) {
                required = true;
            } else {
                term();
            }
        }

        private void term() {
            boolean must = required | takes("+");
            required = false;
            boolean excluded = takes("-");
            Scope scope = scope();
            boolean phrase = at < text.length() && text.charAt(at) == '"';
            String words = phrase ? quoted() : bare();
            boolean prefix = !phrase && words.length() > 2 && words.endsWith("*");
            String plain = prefix ? words.substring(0, words.length() - 1) : words;
            if (plain.codePoints().anyMatch(QueryText::isSearchable)) {
                terms.add(new Term(plain, phrase ? Kind.PHRASE : prefix ? Kind.PREFIX : Kind.WORD, scope, excluded,
                        must));
            }
        }

        private @Nullable Scope scope() {
            int colon = text.indexOf(':', at);
            Scope scope = colon < 0 ? null : SCOPES.get(text.substring(at, colon).toLowerCase(Locale.ROOT));
            int term = colon + 1;
            while (term < text.length() && text.charAt(term) == ' ') {
                term++;
            }
            if (scope == null || term == text.length() || term > colon + 1 && isOperator(text.charAt(term))) {
                return null;
            }
            at = term;
            return scope;
        }

        private static boolean isOperator(char c) {
            return c == '|' || c == '+' || c == '-';
        }

        private String quoted() {
            int end = text.indexOf('"', at + 1);
            String words = text.substring(at + 1, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end + 1;
            return words;
        }

        private String bare() {
            int start = at;
            while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != '"') {
                at++;
            }
            return text.substring(start, at);
        }

        private boolean takes(String mark) {
            if (text.startsWith(mark, at)) {
                at += mark.length();
                return true;
            }
            return false;
        }

        private void close() {
            if (!terms.isEmpty()) {
                alternatives.add(List.copyOf(terms));
            }
            terms = new ArrayList<>();
        }
    }
}
