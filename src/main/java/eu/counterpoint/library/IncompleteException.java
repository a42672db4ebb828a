package eu.counterpoint.library;

import java.util.List;

/** A material lacks what it needs to be submitted or published. */
public class IncompleteException extends RuntimeException {

    private final transient List<String> missing;

    public IncompleteException(List<String> missing) {
        super("Missing: " + String.join(", ", missing));
        this.missing = List.copyOf(missing);
    }

    /** Names of the fields of {@link Description} that are missing; {@code consent} where a person's is. */
    public List<String> missing() {
        return missing;
    }
}
