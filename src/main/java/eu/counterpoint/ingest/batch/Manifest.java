package eu.counterpoint.ingest.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/** A list of materials in one of the forms that people have such lists in. */
interface Manifest {

    /**
     * Reads it row by row.
     *
     * @return key of a sentence about it that its sender should know, below {@code batch.note}; or null
     * @throws BatchRefusedException where no row can be told from another: says where it is broken
     */
    @Nullable
    String read(Path file, Consumer<Entry> row) throws IOException;

    /** The form that a file's name tells of. */
    static Optional<Form> form(String name) {
        String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (suffix) {
            case "csv", "tsv" -> Optional.of(Form.CSV);
            case "json" -> Optional.of(Form.JSON);
            case "ris" -> Optional.of(Form.RIS);
            case "bib" -> Optional.of(Form.BIBTEX);
            default -> Optional.empty();
        };
    }

    /** The forms that are taken. */
    enum Form {
        CSV, JSON, RIS, BIBTEX
    }
}
