package eu.counterpoint.ingest.batch;

/** There is no such batch, or none that the reader may know of. */
public class BatchNotFoundException extends RuntimeException {

    BatchNotFoundException(String message) {
        super(message);
    }
}
