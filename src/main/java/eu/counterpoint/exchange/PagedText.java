package eu.counterpoint.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import eu.counterpoint.file.Passage;

/**
 * Writes passages as one text with form feeds between pages: as many before a page as there are pages before it, also
 * where one of those has no text. An embedded document begins a page of its own.
 */
class PagedText {

    private final Writer out;
    private boolean begun;
    private int page = 1;
    private @Nullable String part;

    PagedText(Writer out) {
        this.out = out;
    }

    void write(Passage passage) {
        try {
            out.write(separator(passage));
            out.write(passage.text().replace('\f', ' '));
            begun = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String separator(Passage passage) {
        boolean samePart = Objects.equals(part, passage.part());
        int before = page;
        part = passage.part();
        page = passage.page() != null ? passage.page() : samePart ? before : 1;
        if (!samePart && begun) {
            return "\f";
        }
        if (page != before) {
            return "\f".repeat(Math.max(1, page - before));
        }
        return begun ? "\n" : "";
    }
}
