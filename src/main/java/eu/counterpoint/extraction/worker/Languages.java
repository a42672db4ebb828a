package eu.counterpoint.extraction.worker;

import java.util.Locale;
import org.apache.tika.langdetect.optimaize.OptimaizeLangDetector;
import org.apache.tika.language.detect.LanguageDetector;
import org.apache.tika.language.detect.LanguageResult;
import org.jspecify.annotations.Nullable;

/** Tells the language of a text; its models are read when they are first needed. */
final class Languages {

    /** Below this, names and numbers decide more than words. */
    private static final int ENOUGH_LETTERS = 100;

    private @Nullable LanguageDetector detector;

    /** @return ISO 639-1, or null when there is too little text or no clear answer */
    @Nullable
    String of(CharSequence text) {
        if (text.chars().filter(Character::isLetter).limit(ENOUGH_LETTERS).count() < ENOUGH_LETTERS) {
            return null;
        }
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
