package eu.counterpoint.library;

/** There is no such material, or none that the reader may know of. */
public class MaterialNotFoundException extends RuntimeException {

    public MaterialNotFoundException(String message) {
        super(message);
    }
}
