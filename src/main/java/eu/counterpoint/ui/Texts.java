package eu.counterpoint.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The texts of the interface, from the message bundles: one bundle a module, {@code messages/<module>.properties}. */
@Component
public class Texts implements I18NProvider {

    private final MessageSource messages;

    Texts(MessageSource messages) {
        this.messages = messages;
    }

    /** English is complete; another language is offered here when its bundles are. */
    @Override
    public List<Locale> getProvidedLocales() {
        return List.of(Locale.ENGLISH);
    }

    /** @throws org.springframework.context.NoSuchMessageException for a key that no bundle has */
    @Override
    public String getTranslation(String key, Locale locale, @Nullable Object... params) {
        return messages.getMessage(key, params, locale);
    }

    /** The text in English. */
    public String get(String key, @Nullable Object... params) {
        return getTranslation(key, Locale.ENGLISH, params);
    }
}
