package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.file.Passage;
import eu.counterpoint.ingest.suggestion.Headings.Stretch;
import eu.counterpoint.library.MaterialFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The first page of a file: the short lines on it, and those of them that stand before its running text. */
final class TitlePage {

    private static final int SHORT_LINE = 80;
    private static final int SHORT_PARAGRAPH = 200;
    private static final int LINES_OF_A_TITLE = 3;
    private static final int SHORTEST_TITLE = 8;
    private static final int FEWEST_WORDS = 2;
    private static final double MOST_DIGITS = 0.2;
    private static final int LETTERS_OF_A_TELLING_WORD = 4;
    private static final Pattern NO_TITLE = Pattern.compile("(?iu)^(?:page|seite|table of contents|contents|inhalt"
            + "|inhaltsverzeichnis|sommaire|table des mati[eè]res|ref)\\b.*|^[•–—*-].*|.*(?:@|https?:|www\\.).*|.*[.,;:]");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}]+");

    private final MaterialFile file;
    private final List<Passage> passages;
    private final List<Line> lines = new ArrayList<>();
    private int head = -1;

    /** A short line, or a short paragraph of a few. */
    record Line(Passage passage, String text, int start, int end) {

        /** Whether it is too short to be running text. */
        boolean isShort() {
            return text.length() <= SHORT_LINE;
        }
    }

    TitlePage(FileText text) {
        this.file = text.file();
        this.passages = text.firstPage();
        for (Passage passage : passages) {
            Headings.paragraphs(passage.text()).forEach(paragraph -> read(passage, paragraph));
        }
    }

    private void read(Passage passage, Stretch paragraph) {
        List<Stretch> all = Headings.lines(paragraph);
        if (all.size() <= LINES_OF_A_TITLE && paragraph.text().length() <= SHORT_PARAGRAPH) {
            if (head < 0 && isSentence(paragraph.text())) {
                head = lines.size();
            }
            add(passage, paragraph);
            return;
        }
        for (Stretch line : all) {
            if (line.text().length() <= SHORT_LINE) {
                add(passage, line);
            } else if (head < 0) {
                head = lines.size();
            }
        }
    }

    private static boolean isSentence(String paragraph) {
        return paragraph.length() > SHORT_LINE && paragraph.endsWith(".");
    }

    private void add(Passage passage, Stretch stretch) {
        lines.add(new Line(passage, stretch.text().replaceAll("\\s+", " "), stretch.start(), stretch.end()));
    }

    /** All short lines. */
    List<Line> lines() {
        return lines;
    }

    /** The short lines before the running text; all, where there is none. */
    List<Line> head() {
        return head < 0 ? lines : lines.subList(0, head);
    }

    Quote quote(Line line) {
        return Quote.of(file, line.passage(), line.start(), line.end());
    }

    /** Where words stand in a line; without them, the line. */
    Quote quote(Line line, String words) {
        return find(words, line.passage(), line.start(), line.end()).orElseGet(() -> quote(line));
    }

    /** Where words stand on the page, one after the other; capitals and what is between them make no difference. */
    Optional<Quote> find(String words) {
        return passages.stream().flatMap(passage -> find(words, passage, 0, passage.text().length()).stream())
                .findFirst();
    }

    private Optional<Quote> find(String words, Passage passage, int from, int to) {
        String sought = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+").matcher(words).results()
                .map(word -> Pattern.quote(word.group())).collect(Collectors.joining("[^\\p{L}\\p{N}]{1,5}"));
        if (sought.isEmpty()) {
            return Optional.empty();
        }
        Matcher found = Pattern.compile("(?<![\\p{L}\\p{N}])" + sought + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE).matcher(passage.text()).region(from, to);
        return found.find() ? Optional.of(Quote.of(file, passage, found.start(), found.end())) : Optional.empty();
    }

    /**
     * The line that is most likely the title: of those before the running text, the one whose words come again most often in
     * what follows, the first ones first.
     *
     * @param text the file's text, as far as it is looked at
     */
    Optional<Line> title(List<Passage> text) {
        Map<String, Integer> counts = new HashMap<>();
        text.forEach(passage -> tellingWords(passage.text()).forEach(word -> counts.merge(word, 1, Integer::sum)));
        Line best = null;
        double most = 0;
        List<Line> candidates = head();
        for (int i = 0; i < candidates.size(); i++) {
            double worth = isTitle(candidates.get(i).text()) ? worth(candidates.get(i).text(), i, counts) : 0;
            if (worth > most) {
                most = worth;
                best = candidates.get(i);
            }
        }
        return Optional.ofNullable(best);
    }

    private static double worth(String line, int place, Map<String, Integer> counts) {
        List<String> words = tellingWords(line);
        double again = words.stream().mapToInt(word -> Math.min(3, counts.getOrDefault(word, 1) - 1)).average()
                .orElse(0);
        double capitals = line.equals(line.toUpperCase(Locale.ROOT)) ? 1 : 0;
        return 1 + again + 1.5 / (1 + place) - capitals - (Dates.isIn(line) ? 1 : 0);
    }

    private static boolean isTitle(String line) {
        int first = line.codePointAt(0);
        long digits = line.chars().filter(Character::isDigit).count();
        return line.length() >= SHORTEST_TITLE && WORD.matcher(line).results().count() >= FEWEST_WORDS
                && (Character.isUpperCase(first) || Character.isDigit(first) || !Character.isLetter(first))
                && digits <= line.length() * MOST_DIGITS && !NO_TITLE.matcher(line).matches()
                && Names.in(line).isEmpty();
    }

    private static List<String> tellingWords(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(word -> word.group())
                .filter(word -> word.length() >= LETTERS_OF_A_TELLING_WORD).toList();
    }
}
