package eu.counterpoint.ingest;

/** The library does not take this type of file. */
public class UnsupportedTypeException extends RuntimeException {

    private final String name;
    private final String mediaType;

    public UnsupportedTypeException(String name, String mediaType) {
        super(name + " is " + mediaType);
        this.name = name;
        this.mediaType = mediaType;
    }

    /** The file's name. */
    public String name() {
        return name;
    }

    /** What the file is by its content. */
    public String mediaType() {
        return mediaType;
    }
}
