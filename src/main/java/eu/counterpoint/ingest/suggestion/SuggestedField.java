package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.library.Description;
import eu.counterpoint.vocabulary.Scheme;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields of a description for which there are suggestions, in the order in which they are shown. */
public enum SuggestedField {
    TITLE("title", null), THEMES(Scheme.THEME.field(), Scheme.THEME), AUDIENCES(Scheme.AUDIENCE.field(),
            Scheme.AUDIENCE), AUTHORS("authors", null), YEAR("year", null), LANGUAGE(Scheme.LANGUAGE.field(),
                    Scheme.LANGUAGE), COUNTRIES(Scheme.COUNTRY.field(), Scheme.COUNTRY);

    private final String id;
    private final @Nullable Scheme scheme;

    SuggestedField(String id, @Nullable Scheme scheme) {
        this.id = id;
        this.scheme = scheme;
    }

    /** As the record's metadata call it. */
    public String id() {
        return id;
    }

    /** The list that its concepts are of; empty where it holds none. */
    public Optional<Scheme> scheme() {
        return Optional.ofNullable(scheme);
    }

    /** The field that holds the concepts of a scheme. @throws IllegalArgumentException when there is none */
    static SuggestedField of(Scheme scheme) {
        return Arrays.stream(values()).filter(field -> field.scheme == scheme).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing is suggested for " + scheme));
    }

    /** Whether it may hold several values. */
    public boolean takesSeveral() {
        return this == AUTHORS || scheme != null && scheme.multiple();
    }

    /** What stands in it. */
    public List<String> in(Description description) {
        return switch (this) {
            case TITLE -> Stream.of(description.title()).filter(title -> !title.isBlank()).toList();
            case AUTHORS -> description.authors();
            case YEAR -> Stream.ofNullable(description.year()).map(String::valueOf).toList();
            case THEMES, AUDIENCES, LANGUAGE, COUNTRIES -> scheme().map(description::all).orElseThrow();
        };
    }
}
