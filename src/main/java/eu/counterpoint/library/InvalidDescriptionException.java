package eu.counterpoint.library;

import java.util.List;

/** Something in a description is wrong. */
public class InvalidDescriptionException extends RuntimeException {

    private final transient List<Problem> problems;

    /**
     * One thing that is wrong.
     *
     * @param field of {@link Description} or of a scheme, as in metadata: {@code title}, {@code themes}
     * @param key   of the sentence that says what is wrong, in the module's messages
     * @param value the value that is wrong, or an empty text
     */
    public record Problem(String field, String key, String value) {}

    public InvalidDescriptionException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
