package eu.counterpoint.extraction;

import eu.counterpoint.file.Passage;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Reads the words in pictures of pages, in worker processes of its own, where Tesseract is installed. */
public interface Recogniser {

    /** Whether this is a scan, or has pages that are, and this machine can read them. */
    boolean canHelp(Extraction read);

    /**
     * Whether this machine can read one of these languages.
     *
     * @param languages ISO 639-1; where none is known, any will do
     */
    boolean reads(Collection<String> languages);

    /** How many files are read at once. */
    int workers();

    /**
     * Reads the pages that have no words yet; waits for a free worker. Never throws for anything the file does: that is an
     * outcome. Where there is no Tesseract any more, or none of the languages, the outcome says so.
     *
     * @param file      the original
     * @param name      its name as uploaded
     * @param known     the passages that its text gave
     * @param languages ISO 639-1, that the pages may be in; where none is known, those that this machine has are tried
     * @param progress  told after each page
     * @return the passages of all pages, those known and those read now, and what to keep them under
     * @throws InterruptedException when the caller is asked to stop, which also ends the worker
     */
    Recognition recognise(Path file, String name, List<Passage> known, Collection<String> languages,
            Consumer<PageProgress> progress) throws InterruptedException;

    /** So many pages are done. */
    record PageProgress(int done, int of) {}

    /**
     * What came of it.
     *
     * @param extraction with the passages known before; {@link Extraction.Status#EMPTY} when there are no words at all
     * @param found      whether there are more passages than before
     * @param version    names the text recognition and its languages; to be kept with the name of the extractor
     */
    record Recognition(Extraction extraction, boolean found, String version) {}
}
