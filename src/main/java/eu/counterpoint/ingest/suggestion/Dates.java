package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.vocabulary.FoldedName;
import java.time.Month;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Years in short lines: of a date in words or figures, after a word such as "published", or alone. */
final class Dates {

    private static final int FIRST_YEAR = 1900;
    /** Languages in which the names of months are known; those of the vocabulary. */
    private static final List<String> LANGUAGES = List.of("en", "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr",
            "ga", "hr", "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv");
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})(?!\\d)";
    private static final Pattern DATE = Pattern.compile("(?<![\\p{L}\\d])(?:" + months() + ")\\p{L}{0,2}[.,]?\\s"
            + "(?:\\p{L}{2}\\s)?" + YEAR + "|(?<!\\d)\\d{1,2}[./-]\\d{1,2}[./-]" + named(YEAR, "figures")
            + "|(?:©|\\(c\\)|copyright|published|ver[öo]ffentlicht|publi[ée])\\D{0,20}" + named(YEAR, "published"),
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern ALONE = Pattern.compile("(?<![\\d(–—/.-])" + YEAR + "(?!\\s?[–—/-]\\s?\\d|\\))");

    private Dates() {}

    /** A year, and where in the line it stands with its date. */
    record Dated(int year, int start, int end) {}

    static boolean isIn(String line) {
        return !dates(line).isEmpty();
    }

    /** Whole dates. */
    static List<Dated> dates(String line) {
        return DATE.matcher(line).results().map(Dates::dated).filter(Dates::isPossible).toList();
    }

    /** Whole dates, and a year that stands alone. */
    static List<Dated> all(String line) {
        List<Dated> all = new ArrayList<>(dates(line));
        ALONE.matcher(line).results().map(Dates::dated).filter(Dates::isPossible)
                .filter(alone -> all.stream().noneMatch(date -> date.year() == alone.year())).forEach(all::add);
        return all;
    }

    private static Dated dated(MatchResult date) {
        String year = Stream.of("year", "figures", "published").filter(name -> date.namedGroups().containsKey(name))
                .map(date::group).filter(group -> group != null).findFirst().orElseThrow();
        return new Dated(Integer.parseInt(year), date.start(), date.end());
    }

    private static boolean isPossible(Dated date) {
        return date.year() >= FIRST_YEAR && date.year() <= Year.now().getValue() + 1;
    }

    private static String named(String year, String name) {
        return year.replace("<year>", "<" + name + ">");
    }

    private static String months() {
        return LANGUAGES.stream().map(Locale::of)
                .flatMap(locale -> Stream.of(Month.values())
                        .flatMap(month -> Stream.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)
                                .map(style -> month.getDisplayName(style, locale))))
                .filter(name -> !FoldedName.of(name).isEmpty() && !Character.isDigit(name.charAt(0))).distinct()
                .map(Pattern::quote).collect(Collectors.joining("|"));
    }
}
