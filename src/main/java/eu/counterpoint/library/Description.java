package eu.counterpoint.library;

import eu.counterpoint.vocabulary.Scheme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person states about a material: the editable part of a record.
 *
 * @param title        at most 500 characters; empty in a draft only
 * @param summary      plain text, at most 10,000 characters
 * @param concepts     ids by scheme, kind and main language among them; a scheme with no concept has no entry
 * @param year         of publication, 1900 to next year, or null
 * @param organisation who published it
 * @param authors      names, in order
 * @param reviewedBy   who reviewed the evidence; empty where nobody is named
 * @param link         where the material lives on the web, http or https, or null
 * @param purpose      why it is in the library (Regulation (EU) 2021/784 spares material that counters terrorism)
 */
public record Description(String title, String summary, Map<Scheme, List<String>> concepts, @Nullable Integer year,
        String organisation, List<String> authors, String reviewedBy, @Nullable String link, Visibility visibility,
        Consent consent, String purpose, Gammma gammma) {

    public static final Description EMPTY = new Description("", "", Map.of(), null, "", List.of(), "", null,
            Visibility.PUBLIC, Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED);

    /** The concepts of a scheme, in the order given. */
    public List<String> all(Scheme scheme) {
        return concepts.getOrDefault(scheme, List.of());
    }

    /** The first concept of a scheme, or null. */
    public @Nullable String one(Scheme scheme) {
        return all(scheme).stream().findFirst().orElse(null);
    }
}
