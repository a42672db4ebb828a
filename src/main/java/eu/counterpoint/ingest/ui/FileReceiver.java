package eu.counterpoint.ingest.ui;

import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Reader;
import eu.counterpoint.file.FileTooLargeException;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.KeptFiles;
import eu.counterpoint.ingest.UnsupportedTypeException;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.NotAllowedException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Streams each upload straight into the store, in the thread of its request. The browser hears that a file was received
 * when original, record and job are durable; of an upload that breaks off nothing is left.
 */
class FileReceiver implements UploadHandler {

    private static final Logger log = LoggerFactory.getLogger(FileReceiver.class);

    private final Intake intake;
    private final CurrentReader reader;
    private final BiConsumer<NewFile, Reader> taken;
    private final Runnable onReceived;
    private final SerializableBiConsumer<String, String> onRefused;

    /**
     * @param taken      puts a file that was kept into its record
     * @param onReceived called in the view's own time
     * @param onRefused  likewise, with the file's name and the key of the reason
     */
    FileReceiver(Intake intake, CurrentReader reader, BiConsumer<NewFile, Reader> taken, Runnable onReceived,
            SerializableBiConsumer<String, String> onRefused) {
        this.intake = intake;
        this.reader = reader;
        this.taken = taken;
        this.onReceived = onReceived;
        this.onRefused = onRefused;
    }

    @Override
    public void handleUploadRequest(UploadEvent event) throws IOException {
        try (InputStream content = event.getInputStream(); KeptFiles kept = intake.keeping()) {
            kept.keep(new Upload(event.getFileName(), content));
            taken.accept(kept.files().getFirst(), reader.get());
            kept.taken();
            event.getUI().access(onReceived::run);
        } catch (UnsupportedTypeException e) {
            refuse(event, "type");
        } catch (FileTooLargeException e) {
            refuse(event, "size");
        } catch (NotAllowedException e) {
            refuse(event, "right");
        } catch (RuntimeException e) {
            log.error("An uploaded file could not be added to its record", e);
            refuse(event, "trouble");
        }
    }

    private void refuse(UploadEvent event, String reason) {
        event.reject(reason);
        event.getUI().access(() -> onRefused.accept(event.getFileName(), reason));
    }

    /** A file is limited by the store as it streams, and kindly. */
    @Override
    public long getFileSizeMax() {
        return -1;
    }

    @Override
    public long getRequestSizeMax() {
        return -1;
    }
}
