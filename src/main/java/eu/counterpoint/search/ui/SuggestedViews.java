package eu.counterpoint.search.ui;

import com.vaadin.flow.component.Component;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.Suggestion;
import eu.counterpoint.search.Suggestions;
import eu.counterpoint.ui.SearchField.Suggested;
import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.stereotype.Service;

/** Where suggestions lead: a theme or an audience to its page, another concept to what is filed under it, a title to its record. */
@Service
public class SuggestedViews {

    private final Suggestions suggestions;
    private final CurrentReader reader;

    SuggestedViews(Suggestions suggestions, CurrentReader reader) {
        this.suggestions = suggestions;
        this.reader = reader;
    }

    /**
     * First what is in the language that the reader's browser asks for, whatever language the texts around it are in.
     *
     * @param on where they are shown
     */
    public List<Suggested> of(String typed, Component on) {
        Locale locale = on.getUI().map(ui -> ui.getSession().getBrowser().getLocale()).orElse(Locale.ENGLISH);
        return suggestions.of(typed, locale, reader.get()).stream().map(suggestion -> suggested(suggestion, on))
                .toList();
    }

    private static Suggested suggested(Suggestion suggestion, Component on) {
        return switch (suggestion.type()) {
            case CONCEPT -> {
                Scheme scheme = Objects.requireNonNull(suggestion.scheme());
                yield new Suggested(suggestion.label(), on.getTranslation("search.ui.facet." + scheme.id()),
                        href(scheme, suggestion.id()));
            }
            case TITLE -> new Suggested(suggestion.label(), on.getTranslation("search.ui.suggested.title"),
                    "materials/" + suggestion.id());
            case ORGANISATION -> new Suggested(suggestion.label(),
                    on.getTranslation("search.ui.suggested.organisation"),
                    SearchAddress.of("organisation:\"" + suggestion.id().replace("\"", "") + "\"").href());
        };
    }

    private static String href(Scheme scheme, String concept) {
        return switch (scheme) {
            case THEME -> "themes/" + concept;
            case AUDIENCE -> "audiences/" + concept;
            default -> SearchAddress.of(scheme, concept).href();
        };
    }
}
