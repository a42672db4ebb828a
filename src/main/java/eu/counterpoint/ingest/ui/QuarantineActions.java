package eu.counterpoint.ingest.ui;

import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.counterpoint.extraction.Password;
import eu.counterpoint.library.QuarantinedFile;
import java.io.Serializable;

/** What a row of the quarantine can ask for. */
interface QuarantineActions extends Serializable {

    void select(QuarantinedFile file, boolean selected);

    void retry(QuarantinedFile file);

    void accept(QuarantinedFile file);

    void open(QuarantinedFile file, Password password);

    /**
     * What receives the file that takes the place of this one.
     *
     * @param problem gets the sentence that says why it was not taken
     */
    UploadHandler replacement(QuarantinedFile file, SerializableConsumer<String> problem);

    /** The largest file taken, in bytes. */
    long maxFileBytes();
}
