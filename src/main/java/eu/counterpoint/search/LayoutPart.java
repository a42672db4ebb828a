package eu.counterpoint.search;

/**
 * Something besides {@code index-mappings} that decides what stands in the index, as the model does that made its vectors.
 * Every bean of this type counts: when a name changes, or one comes or goes, the index is built anew at the next start.
 */
public interface LayoutPart {

    /** The same for the same content of the index; any text. */
    String name();
}
