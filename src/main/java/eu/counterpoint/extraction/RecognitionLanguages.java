package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.TesseractLanguage;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The languages that a file's pages are read in, by Tesseract's names. */
final class RecognitionLanguages {

    /** Each further language costs a third more time. */
    private static final int MOST = 3;
    /** Tried where nobody has said which language a file is in. */
    private static final Set<String> USUAL = Set.of("eng", "fra", "deu");

    private RecognitionLanguages() {}

    /**
     * @param wanted    ISO 639-1
     * @param installed by Tesseract's names
     * @return those to use; empty where none of those wanted is installed
     */
    static Set<String> of(Collection<String> wanted, Set<String> installed) {
        Set<String> languages = new LinkedHashSet<>();
        wanted.stream().map(TesseractLanguage::of).filter(installed::contains).limit(MOST)
                .forEach(languages::add);
        if (wanted.isEmpty()) {
            installed.stream().filter(USUAL::contains).sorted().forEach(languages::add);
            if (languages.isEmpty()) {
                installed.stream().filter(language -> !language.equals("osd")).sorted().limit(MOST)
                        .forEach(languages::add);
            }
        }
        return languages;
    }
}
