package eu.counterpoint.starter;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of a guide, in the few signs of Markdown that it needs: headings, paragraphs, lists, tables, notes
 * ({@code >}) and, of our own, small print ({@code ~}). {@code **Words**} are bold.
 */
record GuideText(List<Block> blocks) {

    sealed interface Block {}

    record Heading(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    record SmallPrint(String text) implements Block {}

    record Note(String text) implements Block {}

    record Item(boolean numbered, String text) implements Block {}

    record Table(List<List<String>> rows) implements Block {}

    /** A stretch of a text that is bold or not. */
    record Run(String text, boolean bold) {}

    static GuideText read(String name) throws IOException {
        try (var in = GuideText.class.getResourceAsStream("/guides/" + name)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    static GuideText parse(String text) {
        var blocks = new ArrayList<Block>();
        var rows = new ArrayList<List<String>>();
        for (var line : (text + "\n").lines().map(String::strip).toList()) {
            if (line.startsWith("|")) {
                if (!line.startsWith("|--")) {
                    rows.add(Arrays.stream(line.substring(1, line.length() - 1).split("\\|")).map(String::strip)
                            .toList());
                }
                continue;
            }
            if (!rows.isEmpty()) {
                blocks.add(new Table(List.copyOf(rows)));
                rows.clear();
            }
            if (!line.isEmpty()) {
                blocks.add(block(line));
            }
        }
        if (!rows.isEmpty()) {
            blocks.add(new Table(List.copyOf(rows)));
        }
        return new GuideText(List.copyOf(blocks));
    }

    /** The stretches of a line between its {@code **}. */
    static List<Run> runs(String text) {
        var parts = text.split(Pattern.quote("**"), -1);
        var runs = new ArrayList<Run>();
        for (int i = 0; i < parts.length; i++) {
            if (!parts[i].isEmpty()) {
                runs.add(new Run(parts[i], i % 2 == 1));
            }
        }
        return runs;
    }

    private static Block block(String line) {
        if (line.startsWith("## ")) {
            return new Heading(2, line.substring(3));
        }
        if (line.matches("\\d+\\. .*")) {
            return new Item(true, line.substring(line.indexOf(' ') + 1));
        }
        var rest = line.length() > 2 ? line.substring(2) : "";
        return switch (line.substring(0, Math.min(2, line.length()))) {
            case "# " -> new Heading(1, rest);
            case "~ " -> new SmallPrint(rest);
            case "> " -> new Note(rest);
            case "- " -> new Item(false, rest);
            default -> new Paragraph(line);
        };
    }
}
