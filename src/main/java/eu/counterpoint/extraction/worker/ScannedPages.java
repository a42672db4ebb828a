package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Extraction.Status;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;

/**
 * Looks whether a PDF has pages without a word that show a picture, beside those whose text was read. A cover with a title on
 * its picture is none: or half of all reports would be said to lack something.
 */
final class ScannedPages {

    private ScannedPages() {}

    /** The same ending, unless it was read whole but for such pages. */
    static Ending judge(Ending ending, Task task, Metadata metadata, Transcript transcript) {
        Set<Integer> known = transcript.pagesWithWords();
        if (ending.status() != Status.EXTRACTED || known.size() >= transcript.pages()
                || !Objects.requireNonNullElse(metadata.get(HttpHeaders.CONTENT_TYPE), "")
                        .startsWith("application/pdf")) {
            return ending;
        }
        try (PdfPages pdf = PdfPages.open(task.file(), task.password() == null ? "" : task.password().reveal())) {
            return pdf.showsPictureBeside(known) ? new Ending(Status.TRUNCATED, Reason.SCANNED_PAGES) : ending;
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return ending;
        }
    }
}
