package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.Passage;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.ReadFile;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.Words;
import eu.counterpoint.vocabulary.Scheme;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** Puts materials with files that have been read on the library's shelf, and waits until they can be found. */
class Shelf {

    static final String EXTRACTOR = "test-1";
    /** May read what is kept to the signed-in. */
    static final Reader CONTRIBUTOR = new Reader(new AccountId(-1), "Ola", Role.CONTRIBUTOR, false);
    /** May read what is kept to vetted practitioners, too. */
    static final Reader PRACTITIONER = new Reader(new AccountId(-2), "Eva", Role.CONTRIBUTOR, true);
    private static final Reader EDITOR = new Reader(new AccountId(1), "Edi", Role.ADMINISTRATOR, true);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Library library;
    private final FileStore files;
    private final ExtractedTexts texts;
    private final Search search;
    private final SearchIndex index;

    Shelf(ApplicationContext application) {
        library = application.getBean(Library.class);
        files = application.getBean(FileStore.class);
        texts = application.getBean(ExtractedTexts.class);
        search = application.getBean(Search.class);
        index = application.getBean(SearchIndex.class);
    }

    /** A word that no other test uses. */
    static String word() {
        return Words.unique();
    }

    static Description described(String title, String summary) {
        return described(title, summary, Visibility.PUBLIC, 2020, Map.of());
    }

    static Description described(String title, String summary, Visibility visibility, int year,
            Map<Scheme, List<String>> concepts) {
        return new Description(title, summary, concepts, year, "", List.of(), "", null, visibility,
                Consent.NOBODY_NAMED, "", Gammma.NOT_REPORTED);
    }

    Reader editor() {
        return EDITOR;
    }

    /** Publishes without waiting. Each text is a file, its pages separated by form feeds. */
    Material publish(Description description, String... pages) {
        Material material = library.create(description, editor());
        for (String file : pages) {
            material = addFile(material.id(), file);
        }
        return library.move(material.id(), Status.PUBLISHED, null, editor());
    }

    /** Publishes a material with one file in a language, without waiting. */
    Material publish(Description description, String language, List<String> pages) {
        Material material = library.create(description, editor());
        addFile(material.id(), String.join("\f", pages), language);
        return library.move(material.id(), Status.PUBLISHED, null, editor());
    }

    Material addFile(MaterialId id, String pages) {
        return addFile(id, pages, "en");
    }

    Material addFile(MaterialId id, String pages, String language) {
        try {
            var original = files.receive(
                    new ByteArrayInputStream((id + " " + pages).getBytes(StandardCharsets.UTF_8)), 100_000_000);
            List<Passage> passages = new ArrayList<>();
            for (String page : pages.split("\f")) {
                passages.add(new Passage(passages.size(), passages.size() + 1, null, page));
            }
            texts.keep(original.sha256(), EXTRACTOR, passages);
            Material material = library.addFiles(id,
                    // Its name is two words, wherever the hash has digits: names are searched, so their length counts.
                    List.of(new NewFile("file-" + original.sha256().hex().substring(0, 6) + "x.txt", original,
                            "text/plain")),
                    editor());
            library.fileRead(id, material.files().getLast().id(), 0, new ReadFile(Outcome.EXTRACTED, null, "text/plain",
                    null, List.of(), null, language, passages.size(), pages.length(), EXTRACTOR));
            return library.find(id).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Builds the index anew, and waits until it is searched. */
    void rebuild() {
        index.startRebuild(editor());
        await().atMost(Duration.ofHours(1)).until(() -> !index.rebuild(editor()).running());
        assertThat(index.rebuild(editor()).stage()).isEqualTo(RebuildState.Stage.DONE);
    }

    /** What an editor finds, once it is as many as expected. */
    SearchResult awaitFound(String text, long expected) {
        return await().atMost(PATIENCE).ignoreExceptions()
                .until(() -> search.search(SearchQuery.of(text), editor()), result -> result.total() == expected);
    }

    /** The only material found, once its passages are found too; the engine may show them a moment later. */
    Hit awaitPassage(String text) {
        return await().atMost(PATIENCE).ignoreExceptions().until(
                () -> search.search(SearchQuery.of(text), editor()).hits().getFirst(),
                hit -> !hit.passages().isEmpty());
    }
}
