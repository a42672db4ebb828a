package eu.counterpoint.library;

/** The material was withdrawn; its tombstone is what is left to see. */
public class MaterialWithdrawnException extends RuntimeException {

    private final transient Material tombstone;

    public MaterialWithdrawnException(Material tombstone) {
        super(tombstone.id() + " was withdrawn");
        this.tombstone = tombstone;
    }

    /** The record; only its id, title, note and times are for the public. */
    public Material tombstone() {
        return tombstone;
    }
}
