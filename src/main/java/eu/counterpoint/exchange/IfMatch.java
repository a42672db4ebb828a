package eu.counterpoint.exchange;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** The revisions that an edit may be made on, from {@code If-Match}: any, or those named. */
record IfMatch(boolean any, List<String> tags) {

    private static final Pattern FORM = Pattern.compile("\\s*(W/)?\"[^\"]*\"(\\s*,\\s*(W/)?\"[^\"]*\")*\\s*");
    private static final Pattern STRONG = Pattern.compile("(?<!W/)\"([^\"]*)\"\\s*(?:,|$)");

    /** @throws Refusal when there is none, or it is not of the form that HTTP gives it */
    static IfMatch of(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new Refusal(HttpStatus.PRECONDITION_REQUIRED, "if-match-missing");
        }
        if (header.strip().equals("*")) {
            return new IfMatch(true, List.of());
        }
        if (!FORM.matcher(header).matches()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "if-match-form", header);
        }
        return new IfMatch(false,
                STRONG.matcher(header).results().map((MatchResult result) -> result.group(1)).toList());
    }

    static String tag(long revision) {
        return '"' + Long.toString(revision) + '"';
    }

    boolean matches(long revision) {
        return any || tags.contains(Long.toString(revision));
    }
}
