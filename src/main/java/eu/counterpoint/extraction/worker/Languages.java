package eu.counterpoint.extraction.worker;

import java.util.Locale;
import java.util.Set;
import org.apache.tika.langdetect.optimaize.OptimaizeLangDetector;
import org.apache.tika.language.detect.LanguageDetector;
import org.apache.tika.language.detect.LanguageResult;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text; its models are read when they are first needed. */
final class Languages {

    /** Below this, names and numbers decide more than words. */
    private static final int ENOUGH_LETTERS = 100;

    /** A stretch of a file has to say more for itself than a whole file. */
    private static final int ENOUGH_FOR_A_PASSAGE = 200;
    /** The languages that the library knows; see {@code vocabulary/language.ttl}. */
    static final Set<String> KNOWN = Set.of("ar", "bg", "cs", "da", "de", "el", "en", "es", "et", "fi", "fr", "ga",
            "hr",
            "hu", "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "ru", "sk", "sl", "sv", "tr", "uk");

    private @Nullable LanguageDetector detector;

    /** @return ISO 639-1, or null when there is too little text or no clear answer */
    @Nullable
    String of(CharSequence text) {
        return hasLetters(text, ENOUGH_LETTERS) ? detected(text) : null;
    }

    /** @return one of the languages that the library knows, when both halves of the text are in it; else null */
    @Nullable
    String certainly(String text) {
        if (!hasLetters(text, ENOUGH_FOR_A_PASSAGE)) {
            return null;
        }
        String language = detected(text.substring(0, text.length() / 2));
        return language != null && KNOWN.contains(language)
                && language.equals(detected(text.substring(text.length() / 2))) ? language : null;
    }

    private static boolean hasLetters(CharSequence text, int enough) {
        return text.chars().filter(Character::isLetter).limit(enough).count() == enough;
    }

    private @Nullable String detected(CharSequence text) {
        if (detector == null) {
            detector = new OptimaizeLangDetector().loadModels();
        }
        LanguageResult result = detector.detect(text);
        if (!result.isReasonablyCertain() || result.getLanguage().length() < 2) {
            return null;
        }
        String language = Locale.forLanguageTag(result.getLanguage()).getLanguage();
        return language.length() == 2 ? language : null;
    }
}
