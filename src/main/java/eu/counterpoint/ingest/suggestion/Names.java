package eu.counterpoint.ingest.suggestion;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names of people in a line that says that it names the authors: {@code By Ada Byron and Grace Hopper}. */
final class Names {

    private static final int LONGEST_LINE = 200;
    private static final int MOST = 6;
    private static final Pattern SAYS_SO = Pattern
            .compile("(?iu)^(?:(?:written |edited |prepared )?by|authors?|editors?"
                    + "|von|verfasst von|autor(?:en|in|innen)?|par|r[ée]dig[ée] par|auteurs?|autrices?|autor(?:es|a|as)?|autore|autori)"
                    + "(?:\\s*:\\s*|\\s+)(.+)$");
    private static final Pattern BETWEEN = Pattern
            .compile("(?iu)\\s*[,;&]\\s*(?:and |und |et |y |e )?|\\s+(?:and|und|et|y|e)\\s+");
    private static final Pattern NAME = Pattern
            .compile(
                    "(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*\\s+)(?:(?:\\p{Lu}[\\p{L}\\p{M}'’.-]*|van|von|de|der|den|del|di|da|la|le|al|bin|el)\\s+){0,4}"
                            + "\\p{Lu}[\\p{L}\\p{M}'’-]+");

    private Names() {}

    /** In their order; empty where the line names nobody, or says something else besides. */
    static List<String> in(String line) {
        Matcher says = SAYS_SO.matcher(line);
        if (line.length() > LONGEST_LINE || !says.matches()) {
            return List.of();
        }
        List<String> names = Stream.of(BETWEEN.split(says.group(1).strip())).filter(name -> !name.isBlank()).toList();
        return names.size() <= MOST && names.stream().allMatch(name -> NAME.matcher(name).matches())
                ? names
                : List.of();
    }
}
