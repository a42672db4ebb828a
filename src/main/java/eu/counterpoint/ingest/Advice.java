package eu.counterpoint.ingest;

import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.ui.Texts;
import java.util.Locale;
import org.springframework.context.NoSuchMessageException;
import org.springframework.stereotype.Component;

/** Says in plain words why a file is not fully searchable, and what people can do about it. */
@Component
public class Advice {

    private final Texts texts;

    Advice(Texts texts) {
        this.texts = texts;
    }

    /** Why it is so: a sentence or two. */
    public String why(MaterialFile file, Locale locale) {
        return sentence("quarantine.why", file, locale);
    }

    /** What to do about it: a sentence or two. */
    public String todo(MaterialFile file, Locale locale) {
        return sentence("quarantine.do", file, locale);
    }

    /** A reason that nobody here can explain is told by the outcome alone. */
    private String sentence(String key, MaterialFile file, Locale locale) {
        if (file.reason() != null) {
            try {
                return texts.getTranslation(key + "." + file.reason(), locale, file.signature());
            } catch (NoSuchMessageException e) {
                // one of another version of the reader
            }
        }
        return texts.getTranslation(key + ".of." + file.outcome().id(), locale);
    }
}
