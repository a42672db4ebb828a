package eu.counterpoint.search.embedded.analysis;

import java.io.IOException;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.miscellaneous.ConditionalTokenFilter;
import org.apache.lucene.analysis.pattern.PatternReplaceFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Lucene's replacing of patterns, which runs a regular expression over every word of every text. Where the expression begins
 * with a letter, words without that letter are passed on as they are: most of the time goes into those.
 */
final class PatternReplacing {

    private PatternReplacing() {}

    static UnaryOperator<TokenStream> of(Pattern pattern, String replacement, boolean all) {
        UnaryOperator<TokenStream> replacing = tokens -> new PatternReplaceFilter(tokens, pattern, replacement, all);
        OptionalInt letter = firstLetter(pattern);
        return letter.isEmpty() ? replacing : tokens -> new WithLetter(tokens, letter.getAsInt(), replacing);
    }

    /** Has those words alone filtered in which a letter is. */
    private static final class WithLetter extends ConditionalTokenFilter {

        private final CharTermAttribute word = addAttribute(CharTermAttribute.class);
        private final int letter;

        WithLetter(TokenStream tokens, int letter, UnaryOperator<TokenStream> filter) {
            super(tokens, filter::apply);
            this.letter = letter;
        }

        @Override
        protected boolean shouldFilter() {
            char[] letters = word.buffer();
            for (int i = 0; i < word.length(); i++) {
                if (letters[i] == letter) {
                    return true;
                }
            }
            return false;
        }

        /** As of a filter that looks at every word: what the stop words at the end left is kept. */
        @Override
        public void end() throws IOException {
            input.end();
        }
    }

    /** The letter with which whatever the expression finds begins; none where that is not plain to see. */
    static OptionalInt firstLetter(Pattern pattern) {
        String expression = pattern.pattern();
        boolean plain = pattern.flags() == 0 && expression.length() > 1 && Character.isLetter(expression.charAt(0))
                && "?*{".indexOf(expression.charAt(1)) < 0 && !Character.isSurrogate(expression.charAt(0))
                && !hasChoice(expression);
        return plain ? OptionalInt.of(expression.charAt(0)) : OptionalInt.empty();
    }

    /** Whether it has an alternative outside of all groups, as far as can be told without understanding it. */
    private static boolean hasChoice(String expression) {
        int depth = 0;
        boolean oneOf = false;
        for (int i = 0; i < expression.length(); i++) {
            switch (expression.charAt(i)) {
                case '\\' -> {
                    if (i + 1 < expression.length() && expression.charAt(i + 1) == 'Q') {
                        return true;
                    }
                    i++;
                }
                case '[' -> oneOf = true;
                case ']' -> oneOf = false;
                case '(', ')' -> {
                    if (oneOf) {
                        return true;
                    }
                    depth += expression.charAt(i) == '(' ? 1 : -1;
                }
                case '|' -> {
                    if (depth <= 0) {
                        return true;
                    }
                }
                default -> {
                    // Says nothing of choices.
                }
            }
        }
        return depth != 0;
    }
}
