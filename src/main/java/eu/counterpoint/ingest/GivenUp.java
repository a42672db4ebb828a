package eu.counterpoint.ingest;

import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.file.TextSignature;
import eu.counterpoint.library.FileClaim;
import eu.counterpoint.library.FileClaims;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.ReadFile;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is noted of a file over which the application died again and again. What was known of it before stays. */
@Component
class GivenUp {

    static final String REASON = "library-stopped";

    private final ExtractedTexts texts;
    private final FileClaims claims;

    GivenUp(ExtractedTexts texts, FileClaims claims) {
        this.texts = texts;
        this.claims = claims;
    }

    ReadFile of(MaterialId id, MaterialFile file) throws IOException {
        FileClaim claim = claims.of(id, file.id());
        return new ReadFile(Outcome.CRASHED, REASON, file.mediaType(), claim.title(), claim.authors(), claim.year(),
                file.detectedLanguage(), file.pages(), file.characters(), file.extractor(), file.seconds(),
                signature(file));
    }

    private @Nullable TextSignature signature(MaterialFile file) throws IOException {
        if (file.extractor() == null) {
            return null;
        }
        try (Stream<Passage> passages = texts.passages(file.sha256(), file.extractor())) {
            return TextSignature.of(passages.toList()).orElse(null);
        }
    }
}
