package eu.counterpoint.library;

import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields in which two descriptions differ, by their names: what a history tells of an edit. */
final class Difference {

    private Difference() {}

    static List<String> between(Description before, Description after) {
        List<String> fields = new ArrayList<>();
        differ("title", before, after, Description::title, fields);
        differ("summary", before, after, Description::summary, fields);
        for (Scheme scheme : Scheme.values()) {
            differ(scheme.field(), before, after, description -> description.all(scheme), fields);
        }
        differ("year", before, after, Description::year, fields);
        differ("organisation", before, after, Description::organisation, fields);
        differ("authors", before, after, Description::authors, fields);
        differ("reviewedBy", before, after, Description::reviewedBy, fields);
        differ("link", before, after, Description::link, fields);
        differ("visibility", before, after, Description::visibility, fields);
        differ("consent", before, after, Description::consent, fields);
        differ("purpose", before, after, Description::purpose, fields);
        differ("gammma", before, after, Description::gammma, fields);
        return fields;
    }

    private static void differ(String name, Description before, Description after,
            Function<Description, ? extends @Nullable Object> field, List<String> fields) {
        if (!Objects.equals(field.apply(before), field.apply(after))) {
            fields.add(name);
        }
    }
}
