package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadHandler;
import eu.counterpoint.extraction.Recogniser.PageProgress;
import eu.counterpoint.library.Duplicate;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where files are dropped, each with its own progress, and what became of them. */
class FilesSection extends Section {

    private final DropZone upload;
    private final UnorderedList received = new UnorderedList();
    private final UnorderedList refused = new UnorderedList();
    private final Span news = new Span();
    private final SerializableConsumer<FileId> retry;
    private final SerializableConsumer<FileId> remove;
    private final SerializableBiConsumer<FileId, String> correct;
    private final Vocabulary vocabulary;
    private List<MaterialFile> shown = List.of();
    private Map<FileId, PageProgress> scans = Map.of();
    private Map<FileId, List<Duplicate>> known = Map.of();

    FilesSection(long maxBytes, Vocabulary vocabulary, SerializableConsumer<FileId> retry,
            SerializableConsumer<FileId> remove, SerializableBiConsumer<FileId, String> correct) {
        this.vocabulary = vocabulary;
        this.correct = correct;
        this.retry = retry;
        this.remove = remove;
        long megabytes = maxBytes / 1024 / 1024;
        Paragraph about = new Paragraph(getTranslation("contribute.files.about", megabytes));
        about.addClassNames("muted", "small");
        upload = new DropZone("contribute.files.choose", maxBytes);
        upload.addFileRejectedListener(event -> refused(event.getFileName(), event.getErrorMessage()));
        received.addClassNames("plain-list", "file-lines");
        refused.addClassNames("plain-list", "file-lines");
        news.addClassName("unseen");
        news.getElement().setAttribute("role", "status");
        Div card = new Div(about, upload, refused, received, news);
        card.addClassNames("card", "stack");
        add(new H2(getTranslation("contribute.files")), card);
        addClassName("form-section");
    }

    void receiver(UploadHandler handler) {
        upload.setUploadHandler(handler);
    }

    /**
     * Shows the files of the record; leaves the page alone where nothing has changed.
     *
     * @param progress   of the scans that are being read
     * @param duplicates of the files: what the library has already
     */
    void show(List<MaterialFile> files, Map<FileId, PageProgress> progress, List<Duplicate> duplicates) {
        Map<FileId, List<Duplicate>> others = duplicates.stream().collect(Collectors.groupingBy(Duplicate::file));
        if (files.equals(shown) && progress.equals(scans) && others.equals(known)) {
            return;
        }
        scans = Map.copyOf(progress);
        tell(files, others);
        known = others;
        shown = List.copyOf(files);
        received.removeAll();
        files.forEach(file -> received
                .add(new FileLine(file, others.getOrDefault(file.id(), List.of()), progress.get(file.id()), vocabulary,
                        () -> retry.accept(file.id()),
                        () -> remove.accept(file.id()),
                        language -> correct.accept(file.id(), language))));
        received.setVisible(!files.isEmpty());
    }

    void refused(String name, String reason) {
        List<FileLine> line = new ArrayList<>();
        line.add(new FileLine(name, reason, () -> line.forEach(refused::remove)));
        line.forEach(refused::add);
        news.setText(getTranslation("contribute.file.news", name, reason));
    }

    /** For those who do not see the badges change. */
    private void tell(List<MaterialFile> files, Map<FileId, List<Duplicate>> others) {
        files.stream().filter(file -> !shown.contains(file)).findFirst().ifPresent(file -> news.setText(getTranslation(
                "contribute.file.news", file.name(), getTranslation("contribute.outcome." + file.outcome().id()))));
        files.stream().filter(file -> !others.getOrDefault(file.id(), List.of())
                .equals(known.getOrDefault(file.id(), List.of()))).findFirst()
                .ifPresent(file -> others.getOrDefault(file.id(), List.of()).stream().findFirst()
                        .ifPresent(one -> news.setText(getTranslation("contribute.file.news", file.name(),
                                KnownAlready.sentence(one, this)))));
    }
}
