package eu.counterpoint.search;

import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.library.Material;
import eu.counterpoint.meaning.SentenceModel;
import eu.counterpoint.meaning.Vectors;
import eu.counterpoint.meaning.Window;
import eu.counterpoint.meaning.WindowVector;
import eu.counterpoint.meaning.Windows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The meaning of a material: its summary and the text of its files, in windows with a vector each; where it has neither, its
 * title.
 */
@Component
class MaterialWindows {

    /** Which windows a material has. A number that changes whenever others are chosen or laid, so that the index is built anew. */
    static final int EDITION = 2;
    /** Of a longer material the rest is found by its words only; about 300 pages. */
    private static final int MOST = 2_000;

    private final ExtractedTexts texts;
    private final SentenceModel model;
    private final Windows windows;
    private final Vectors vectors;

    MaterialWindows(ExtractedTexts texts, SentenceModel model, Windows windows, Vectors vectors) {
        this.texts = texts;
        this.model = model;
        this.windows = windows;
        this.vectors = vectors;
    }

    /** A window, and the id in the index of the passage with which it begins; null for the description. */
    private record Placed(@Nullable String passage, Window window) {}

    /**
     * Windows for the index.
     *
     * @param complete whether none is missing
     */
    record Found(List<MaterialDocument.Window> windows, boolean complete) {

        static final Found NONE = new Found(List.of(), false);
        static final Found NONE_WANTED = new Found(List.of(), true);
    }

    boolean wanted() {
        return model.available();
    }

    /** Those whose vectors need not be made. */
    Found kept(Material material, List<FileKey> keys) {
        List<Placed> placed = placed(material, keys);
        List<MaterialDocument.Window> found = new ArrayList<>();
        List<WindowVector> kept = vectors.kept(placed.stream().map(Placed::window).toList());
        if (kept.size() < placed.size()) {
            return Found.NONE;
        }
        for (int i = 0; i < kept.size(); i++) {
            found.add(new MaterialDocument.Window(placed.get(i).passage(), kept.get(i).vector()));
        }
        return new Found(found, true);
    }

    /** Makes the vectors that are missing, some dozens in a second. */
    void make(Material material, List<FileKey> keys) {
        vectors.make(placed(material, keys).stream().map(Placed::window).toList());
    }

    private List<Placed> placed(Material material, List<FileKey> keys) {
        List<Placed> placed = new ArrayList<>();
        String title = material.description().title();
        windows.ofSummary(title, material.description().summary())
                .forEach(window -> placed.add(new Placed(null, window)));
        for (FileKey key : keys) {
            try (Stream<Passage> passages = texts.passages(key.sha256(), key.extractor())) {
                windows.of(title, passages).limit(MOST - placed.size())
                        .forEach(window -> placed.add(new Placed(PassageDocument.id(key, window.passage()), window)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (placed.isEmpty()) {
            windows.ofTitle(title).forEach(window -> placed.add(new Placed(null, window)));
        }
        return placed;
    }
}
