package eu.counterpoint.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of some texts, each as often as it stands there: drawn at random, the frequent ones come as often as they do
 * in the source.
 */
final class SourceWords {

    /** Enough to know how frequent words are; a larger folder is not read further. */
    private static final int MOST = 3_000_000;
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}’'-]*");
    private static final String STARTER = "src/main/resources/starter";

    private final String[] words;

    private SourceWords(List<String> words) {
        this.words = words.toArray(String[]::new);
    }

    /** The words of the folder in {@code -Dwords}, or of the starter collection. */
    static SourceWords asAsked() throws IOException {
        return of(Path.of(System.getProperty("words", STARTER)));
    }

    /** The words of every text file in a folder and below it, in the order of the files' names. */
    static SourceWords of(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(txt|md|json|jsonl|tsv|csv|html)")).sorted().toList();
        }
        List<String> words = new ArrayList<>();
        for (Path file : files) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
                var each = lines.iterator();
                while (each.hasNext() && words.size() < MOST) {
                    Matcher matcher = WORD.matcher(each.next());
                    while (matcher.find()) {
                        // Of a text without spaces not all in one.
                        words.add(matcher.group().length() <= 60 ? matcher.group() : matcher.group().substring(0, 60));
                    }
                }
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("There are no text files with words in " + folder);
        }
        return new SourceWords(words);
    }

    String any(Random random) {
        return words[random.nextInt(words.length)];
    }

    /** So many words in sentences of 8 to 24. */
    String text(Random random, int length) {
        StringBuilder text = new StringBuilder(length * 7);
        int left = sentence(random);
        for (int i = 0; i < length; i++) {
            text.append(any(random));
            if (i == length - 1 || --left == 0) {
                text.append('.');
                left = sentence(random);
            }
            text.append(' ');
        }
        return text.toString().strip();
    }

    String line(Random random, int length) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < length; i++) {
            line.append(i == 0 ? "" : " ").append(any(random));
        }
        return line.toString();
    }

    private static int sentence(Random random) {
        return 8 + random.nextInt(17);
    }
}
