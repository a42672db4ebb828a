package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ingest.batch.BatchRefusedException;
import eu.counterpoint.ui.Texts;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Streams what is sent for a batch to where it is kept, in the thread of its request. */
class BatchReceiver implements UploadHandler {

    private static final Logger log = LoggerFactory.getLogger(BatchReceiver.class);

    private final transient Destination destination;
    private final transient Supplier<BatchId> batch;
    private final transient CurrentReader reader;
    private final transient Texts texts;
    private final SerializableConsumer<String> onReceived;
    private final SerializableConsumer<String> onRefused;

    /** Where it goes. */
    interface Destination {
        void take(BatchId batch, Upload upload, Reader by) throws IOException;
    }

    /**
     * @param batch      the batch, made when the first thing comes for it
     * @param onReceived called in the view's own time with the name of what came
     * @param onRefused  likewise, with a sentence
     */
    BatchReceiver(Destination destination, Supplier<BatchId> batch, CurrentReader reader, Texts texts,
            SerializableConsumer<String> onReceived, SerializableConsumer<String> onRefused) {
        this.destination = destination;
        this.batch = batch;
        this.reader = reader;
        this.texts = texts;
        this.onReceived = onReceived;
        this.onRefused = onRefused;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        String name = event.getFileName();
        try (var content = event.getInputStream()) {
            destination.take(batch.get(), new Upload(name, content), reader.get());
            event.getUI().access(() -> onReceived.accept(name));
        } catch (BatchRefusedException e) {
            refuse(event, texts.get(e.key(), e.values()));
        } catch (RuntimeException e) {
            log.error("What was uploaded for a batch could not be kept", e);
            refuse(event, texts.get("contribute.refused.trouble"));
        }
    }

    private void refuse(UploadEvent event, String sentence) {
        event.reject(sentence);
        event.getUI().access(() -> onRefused.accept(sentence));
    }

    /** A file is limited by the store as it streams, and an archive as it is unpacked. */
    @Override
    public long getFileSizeMax() {
        return -1;
    }

    @Override
    public long getRequestSizeMax() {
        return -1;
    }
}
