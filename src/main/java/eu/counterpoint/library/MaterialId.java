package eu.counterpoint.library;

import java.util.regex.Pattern;

/** The id of a material: what its address ends in; made once, never changed. */
public record MaterialId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{3,79}");

    public MaterialId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("Not the id of a material: " + value);
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
