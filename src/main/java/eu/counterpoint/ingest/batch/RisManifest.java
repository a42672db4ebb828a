package eu.counterpoint.ingest.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bibliographic records in RIS, as reference managers write them: two letters, a dash and a value in each line. */
@Component
class RisManifest implements Manifest {

    private static final Pattern LINE = Pattern.compile("([A-Z][A-Z0-9])  -(?: (.*))?");

    private final ConceptWords words;

    RisManifest(ConceptWords words) {
        this.words = words;
    }

    @Override
    public @Nullable String read(Path file, Consumer<Entry> row) throws IOException {
        TableText text = TableText.of(file);
        int number = 0;
        try (BufferedReader lines = new BufferedReader(text.open())) {
            Reference reference = null;
            String tag = "";
            StringBuilder value = new StringBuilder();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher parts = LINE.matcher(line.stripTrailing());
                if (!parts.matches()) {
                    // A long value goes on in the next line.
                    value.append(' ').append(line.strip());
                    continue;
                }
                if (reference != null) {
                    put(reference, tag, value.toString());
                }
                tag = parts.group(1);
                value = new StringBuilder(parts.group(2) == null ? "" : parts.group(2));
                if (tag.equals("TY")) {
                    reference = new Reference(words);
                } else if (tag.equals("ER") && reference != null) {
                    row.accept(reference.entry(++number));
                    reference = null;
                }
            }
            if (reference != null) {
                put(reference, tag, value.toString());
                row.accept(reference.entry(++number));
            }
        }
        if (number == 0) {
            throw BatchRefusedException.of("no-references");
        }
        return text.guessed() ? "windows" : null;
    }

    private static void put(Reference reference, String tag, String value) {
        switch (tag) {
            case "ID" -> reference.one(Columns.KEY, value);
            case "TI", "T1", "CT" -> reference.one("title", value);
            case "AU", "A1" -> reference.author(value);
            case "PY", "Y1", "DA" -> reference.date(value);
            case "AB", "N2" -> reference.one("summary", value);
            case "PB" -> reference.one("organisation", value);
            case "UR" -> reference.one("link", value);
            case "DO" -> reference.doi(value);
            case "LA" -> reference.language(value);
            case "KW" -> reference.keyword(value);
            default -> {
                // Nothing that a record here has a place for.
            }
        }
    }
}
