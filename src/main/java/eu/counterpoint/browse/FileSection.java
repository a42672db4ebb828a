package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableBiConsumer;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.ui.FileLanguage;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.FileSize;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.PlayTime;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.NoSuchMessageException;
import org.springframework.util.StringUtils;

/** The files of a material: what each is, whether its words can be searched and why not, and the ways to it. */
class FileSection extends Section {

    private final Vocabulary vocabulary;
    private final Reader reader;
    private final @Nullable SerializableBiConsumer<FileId, String> correct;

    /** @param correct takes the language that somebody states of a file; null where this reader may not */
    FileSection(Material material, Vocabulary vocabulary, Reader reader,
            @Nullable SerializableBiConsumer<FileId, String> correct) {
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.correct = correct;
        add(new H2(getTranslation("browse.files")));
        if (material.files().isEmpty()) {
            Paragraph none = new Paragraph(getTranslation(
                    material.description().link() == null ? "browse.files.none" : "browse.files.elsewhere"));
            none.addClassName("muted");
            add(none);
        }
        material.files().forEach(file -> add(row("materials/" + material.id() + "/files/" + file.id(), file)));
    }

    private Component row(String address, MaterialFile file) {
        Span name = new Span(file.name());
        name.addClassName("strong");
        Paragraph facts = new Paragraph(
                Stream.of(type(file), pages(file), new FileSize(file.size()).text(this))
                        .filter(fact -> !fact.isBlank()).collect(Collectors.joining(" · ")));
        facts.addClassNames("small", "muted");
        Div row = new Div(new Div(name, facts, language(file)),
                new Badge(getTranslation("browse.outcome." + file.outcome().id()), tone(file.outcome())));
        ways(address, file).forEach(row::add);
        String reason = reason(file);
        if (!reason.isBlank()) {
            Paragraph why = new Paragraph(reason);
            why.addClassNames("small", "muted");
            row.add(why);
        }
        row.addClassNames("card", "file");
        return row;
    }

    private FileLanguage language(MaterialFile file) {
        return correct == null
                ? new FileLanguage(file, vocabulary)
                : new FileLanguage(file, vocabulary, language -> correct.accept(file.id(), language));
    }

    private List<Component> ways(String address, MaterialFile file) {
        List<Component> ways = new ArrayList<>();
        if (file.characters() > 0) {
            Link read = new Link(address + "/text", getTranslation("browse.files.read"));
            read.getElement().setAttribute("aria-label", getTranslation("browse.files.read.of", file.name()));
            ways.add(read);
        }
        if (file.mayBeTaken(reader) && file.isPdf()) {
            Link open = Link.beside(address + "/pdf", getTranslation("browse.files.pdf"));
            open.getElement().setAttribute("aria-label", getTranslation("browse.files.pdf.of", file.name()));
            ways.add(open);
        }
        if (file.mayBeTaken(reader)) {
            Link download = Link.outsideViews(address, getTranslation("browse.files.download"));
            download.getElement().setAttribute("download", "").setAttribute("aria-label",
                    getTranslation("browse.files.download.of", file.name()));
            ways.add(download);
        }
        return ways;
    }

    private static String type(MaterialFile file) {
        String suffix = StringUtils.getFilenameExtension(file.name());
        return suffix == null || suffix.length() > 5 ? "" : suffix.toUpperCase(Locale.ROOT);
    }

    private String pages(MaterialFile file) {
        if (file.seconds() != null) {
            return PlayTime.of(file.seconds());
        }
        if (file.pages() == null) {
            return "";
        }
        String type = file.mediaType() == null ? "" : file.mediaType();
        String unit = type.contains("presentation") || type.contains("powerpoint")
                ? "slides"
                : type.contains("spreadsheet") || type.contains("excel") ? "sheets" : "pages";
        return getTranslation("browse.files." + unit, file.pages());
    }

    /** A reason that a newer or older version of the reader gave and nobody here can explain is left out. */
    private String reason(MaterialFile file) {
        if (file.reason() == null) {
            return "";
        }
        try {
            return getTranslation("extraction.reason." + file.reason(), file.signature());
        } catch (NoSuchMessageException e) {
            return "";
        }
    }

    private static Badge.Tone tone(Outcome outcome) {
        return switch (outcome) {
            case EXTRACTED -> Badge.Tone.GOOD;
            case PENDING -> Badge.Tone.PLAIN;
            case TRUNCATED, EMPTY, ENCRYPTED -> Badge.Tone.WARN;
            case UNREADABLE, TIMED_OUT, CRASHED, REJECTED -> Badge.Tone.BAD;
        };
    }
}
