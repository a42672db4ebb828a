package eu.counterpoint.library;

/** The id of a file of a material. */
public record FileId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
