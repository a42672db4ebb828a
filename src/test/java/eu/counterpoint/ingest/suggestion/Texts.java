package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.file.Passage;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.FileClaim;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files that were read, for tests. */
final class Texts {

    private Texts() {}

    /** Each a page; a claim of nothing. */
    static FileText pages(@Nullable String language, List<String> pages) {
        return pages(language, pages, null, List.of(), null);
    }

    static FileText pages(@Nullable String language, List<String> pages, @Nullable String title, List<String> authors,
            @Nullable Integer year) {
        FileId id = new FileId(7);
        List<Passage> passages = new ArrayList<>();
        for (String page : pages) {
            passages.add(new Passage(passages.size(), passages.size() + 1, null, page));
        }
        MaterialFile file = new MaterialFile(id, "report.pdf", new Sha256("0".repeat(64)), 1, "application/pdf",
                Outcome.EXTRACTED, null, language, null, pages.size(), null, 1, "test-1", Instant.EPOCH, 0, null, false,
                null, false);
        return new FileText(file, new FileClaim(id, title, authors, year), passages);
    }
}
