package eu.counterpoint.ingest.batch;

/** A batch, its table or an archive as a whole cannot be taken, or cannot do what is asked as it stands. */
public class BatchRefusedException extends RuntimeException {

    private final Kind kind;
    private final String key;
    private final transient Object[] values;

    /** What stands in the way. */
    public enum Kind {
        /** Something in what was sent. */
        WRONG,
        /** A limit. */
        TOO_LARGE,
        /** Where the batch is on its way. */
        NOT_NOW
    }

    private BatchRefusedException(Kind kind, String key, Object... values) {
        super(key);
        this.kind = kind;
        this.key = key;
        this.values = values;
    }

    /** @param key of the sentence, below {@code batch.refused} */
    static BatchRefusedException of(String key, Object... values) {
        return new BatchRefusedException(Kind.WRONG, key, values);
    }

    static BatchRefusedException tooLarge(String key, Object... values) {
        return new BatchRefusedException(Kind.TOO_LARGE, key, values);
    }

    static BatchRefusedException notNow(String key) {
        return new BatchRefusedException(Kind.NOT_NOW, key);
    }

    public Kind kind() {
        return kind;
    }

    /** Key of the sentence that says why. */
    public String key() {
        return "batch.refused." + key;
    }

    /** What the sentence needs. */
    public Object[] values() {
        return values;
    }
}
