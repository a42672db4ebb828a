package eu.counterpoint.extraction.worker;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** What Tesseract calls a language: mostly by the terminological codes of ISO 639-2. */
public final class TesseractLanguage {

    private static final Map<String, String> OTHERWISE = Map.of("zh", "chi_sim", "no", "nor", "nb", "nor");

    private TesseractLanguage() {}

    /** @param language ISO 639-1; another comes back as it is */
    public static String of(String language) {
        try {
            return OTHERWISE.getOrDefault(language, Locale.of(language).getISO3Language());
        } catch (MissingResourceException unknown) {
            return language;
        }
    }
}
