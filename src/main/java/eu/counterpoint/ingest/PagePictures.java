package eu.counterpoint.ingest;

import eu.counterpoint.extraction.Extraction;
import eu.counterpoint.extraction.Recogniser;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.ReadFile;
import eu.counterpoint.vocabulary.Scheme;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether the pictures of pages in a file are recognised after its text was read, and what is said of it until then. */
@Component
class PagePictures {

    private final Recogniser recogniser;
    private final Library library;

    PagePictures(Recogniser recogniser, Library library) {
        this.recogniser = recogniser;
        this.library = library;
    }

    /**
     * What follows.
     *
     * @param found     what is noted of the file now
     * @param recognise whether its pictures are recognised
     */
    record Next(ReadFile found, boolean recognise) {}

    /** What has text is searchable by that at once, and a scan is not called empty before its pictures were read. */
    Next after(MaterialId id, MaterialFile file, Extraction extraction, ReadFile read) {
        if (!recogniser.canHelp(extraction)) {
            return new Next(read, false);
        }
        if (extraction.passages().isEmpty()) {
            return new Next(Findings.waiting(read), true);
        }
        if (!Findings.lacksOnlyScans(read.reason())) {
            return new Next(read, true);
        }
        return recogniser.reads(languages(id, file, read.language()))
                ? new Next(Findings.with(read, Outcome.EXTRACTED, null), true)
                : new Next(Findings.with(read, Outcome.TRUNCATED, Findings.PAGES_IN_ANOTHER_LANGUAGE), false);
    }

    /** ISO 639-1, that the pages may be in. What people say comes first. */
    Set<String> languages(MaterialId id, MaterialFile file, @Nullable String detected) {
        String material = library.find(id).map(found -> found.description().one(Scheme.LANGUAGE)).orElse(null);
        return Stream.of(file.statedLanguage(), material, detected).filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
