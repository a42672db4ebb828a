package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.function.SerializableBiConsumer;

/** Where files are dropped or chosen, in the library's words and within its limit. */
class FileUpload extends Upload {

    /** Once the server has answered, what there is to say is said by the view. */
    private static final String LEAVE_THE_ANSWERED_TO_US = """
            const answered = event => { if (event.detail.xhr.status) setTimeout(() => {
                this.files = this.files.filter(file => file !== event.detail.file);
            }) };
            this.addEventListener('upload-success', answered);
            this.addEventListener('upload-error', answered);""";

    /** @param onRejected gets the name of a file that the browser itself does not send, and why */
    FileUpload(long maxBytes, String choose, SerializableBiConsumer<String, String> onRejected) {
        setMaxFileSize((int) Math.min(maxBytes, Integer.MAX_VALUE));
        setI18n(texts(maxBytes / 1024 / 1024));
        NativeButton button = new NativeButton(choose);
        button.addClassNames("btn", "quiet");
        setUploadButton(button);
        setDropLabel(new Span(getTranslation("contribute.files.drop")));
        addFileRejectedListener(event -> onRejected.accept(event.getFileName(), event.getErrorMessage()));
        // The answer to an upload reaches the view with the next round trip; these two make one.
        getElement().addEventListener("upload-success", event -> {});
        getElement().addEventListener("upload-error", event -> {});
        addAttachListener(event -> getElement().executeJs(LEAVE_THE_ANSWERED_TO_US));
    }

    private UploadI18N texts(long megabytes) {
        return new UploadI18N()
                .setError(new UploadI18N.Error().setTooManyFiles(getTranslation("contribute.refused.many"))
                        .setFileIsTooBig(getTranslation("contribute.refused.size", megabytes))
                        .setIncorrectFileType(getTranslation("contribute.refused.type")))
                .setUploading(new UploadI18N.Uploading()
                        .setStatus(new UploadI18N.Uploading.Status()
                                .setConnecting(getTranslation("contribute.upload.connecting"))
                                .setStalled(getTranslation("contribute.upload.stalled"))
                                .setProcessing(getTranslation("contribute.upload.processing"))
                                .setHeld(getTranslation("contribute.upload.held")))
                        .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                                .setPrefix(getTranslation("contribute.upload.remaining"))
                                .setUnknown(getTranslation("contribute.upload.unknown")))
                        .setError(new UploadI18N.Uploading.Error()
                                .setServerUnavailable(getTranslation("contribute.upload.broken"))
                                .setUnexpectedServerError(getTranslation("contribute.refused.trouble"))
                                .setForbidden(getTranslation("contribute.refused.right"))));
    }
}
