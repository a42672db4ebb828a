package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.file.Passage;
import eu.counterpoint.library.FileClaim;
import eu.counterpoint.library.MaterialFile;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read of a file: its passages in reading order, as far as they are looked at, and what it says of itself. */
record FileText(MaterialFile file, FileClaim claim, List<Passage> passages) {

    private static final int BEGINNING = 3;

    /** ISO 639-1, or null where it is not known. */
    @Nullable
    String language(Passage passage) {
        return passage.language() == null ? file.language() : passage.language();
    }

    /** The passages of the first page; of a file without pages, its beginning. */
    List<Passage> firstPage() {
        if (passages.isEmpty()) {
            return List.of();
        }
        Passage first = passages.getFirst();
        return passages.stream().takeWhile(passage -> Objects.equals(passage.page(), first.page())
                && Objects.equals(passage.part(), first.part())).limit(BEGINNING).toList();
    }
}
