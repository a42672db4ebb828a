package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;

/** Where files are dropped or chosen, each with its own progress until the server has answered. */
public class DropZone extends Upload {

    /** Once the server has answered, what there is to say is said by the view. */
    private static final String LEAVE_THE_ANSWERED_TO_THE_VIEW = """
            const answered = event => { if (event.detail.xhr.status) setTimeout(() => {
                this.files = this.files.filter(file => file !== event.detail.file);
            }) };
            this.addEventListener('upload-success', answered);
            this.addEventListener('upload-error', answered);""";

    /**
     * Each bar is called as its file, for those who do not see it beside the name. Lines are made late, and taken again for
     * another file: they are looked at whenever one comes, one moves or the files are others.
     */
    private static final String NAME_THE_BARS = """
            const name = () => this.querySelectorAll('vaadin-upload-file').forEach(line => {
                const called = line.file?.name ?? '';
                line.querySelectorAll('vaadin-progress-bar').forEach(bar => {
                    if (bar.getAttribute('aria-label') !== called) bar.setAttribute('aria-label', called);
                });
            });
            new MutationObserver(name).observe(this,
                {childList: true, subtree: true, attributeFilter: ['aria-valuenow']});
            this.addEventListener('files-changed', () => requestAnimationFrame(name));""";

    /**
     * @param choose   key of the button's text
     * @param maxBytes the largest file that the browser begins to send
     */
    public DropZone(String choose, long maxBytes) {
        setMaxFileSize((int) Math.min(maxBytes, Integer.MAX_VALUE));
        setI18n(texts(maxBytes / 1024 / 1024));
        NativeButton button = new NativeButton(getTranslation(choose));
        button.addClassNames("btn", "quiet");
        setUploadButton(button);
        setDropLabel(new Span(getTranslation("contribute.files.drop")));
        // The answer to an upload reaches the view with the next round trip; these two make one.
        getElement().addEventListener("upload-success", event -> {});
        getElement().addEventListener("upload-error", event -> {});
        addAttachListener(event -> {
            getElement().executeJs(LEAVE_THE_ANSWERED_TO_THE_VIEW);
            getElement().executeJs(NAME_THE_BARS);
        });
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
