package eu.counterpoint.ingest;

import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.ui.Texts;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Says in plain words why a file is not fully searchable, and what people can do about it. */
@Component
public class Advice {

    /** What may be a scan is read again, unless that takes its password. */
    private static final String NO_TEXT = "no-text";
    private static final String PROTECTED_SCAN = "scan-protected";

    private final Texts texts;

    Advice(Texts texts) {
        this.texts = texts;
    }

    /** Why it is so: a sentence or two. */
    public String why(MaterialFile file, Locale locale) {
        return why(file.outcome(), file.reason(), file.signature(), locale);
    }

    /**
     * Why a file is so of which only this is known: a sentence or two.
     *
     * @param reason    as {@link MaterialFile#reason()}
     * @param signature as {@link MaterialFile#signature()}
     */
    public String why(Outcome outcome, @Nullable String reason, @Nullable String signature, Locale locale) {
        return sentence("quarantine.why", outcome, reason, signature, locale);
    }

    /** What to do about it: a sentence or two. */
    public String todo(MaterialFile file, Locale locale) {
        boolean unrecognised = file.opened() && NO_TEXT.equals(file.reason());
        return sentence("quarantine.do", file.outcome(), unrecognised ? PROTECTED_SCAN : file.reason(),
                file.signature(), locale);
    }

    /** What files with a reason are called: a word or two, with a capital. */
    public String kind(String reason, Locale locale) {
        return known("quarantine.reason", reason, null, locale)
                .orElseGet(() -> texts.getTranslation("quarantine.reasons.other", locale));
    }

    /** Whether there is such a reason. */
    public boolean explains(String reason) {
        return known("quarantine.reason", reason, null, Locale.ENGLISH).isPresent();
    }

    /** A reason that nobody here can explain is told by the outcome alone. */
    private String sentence(String key, Outcome outcome, @Nullable String reason, @Nullable String signature,
            Locale locale) {
        return Optional.ofNullable(reason).flatMap(why -> known(key, why, signature, locale))
                .orElseGet(() -> texts.getTranslation(key + ".of." + outcome.id(), locale));
    }

    private Optional<String> known(String key, String reason, @Nullable String signature, Locale locale) {
        try {
            return Optional.of(texts.getTranslation(key + "." + reason, locale, signature));
        } catch (NoSuchMessageException e) {
            // one of another version of the reader
            return Optional.empty();
        }
    }
}
