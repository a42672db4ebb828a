package eu.counterpoint.search;

import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.library.Material;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the index's document of a material out of its record and the kept text of its files; nothing is parsed. */
@Component
class TextReader {

    private final ExtractedTexts texts;
    private final Vocabulary vocabulary;
    private final int longestBody;

    TextReader(ExtractedTexts texts, Vocabulary vocabulary, SearchSettings settings) {
        this.texts = texts;
        this.vocabulary = vocabulary;
        this.longestBody = settings.bodyCharacters();
    }

    /** Reads the files from start to end, hands over each passage on the way, and returns the document. */
    MaterialDocument read(Material material, List<FileKey> keys, BiConsumer<FileKey, Passage> onPassage) {
        MaterialText text = new MaterialText(longestBody);
        for (FileKey key : keys) {
            try (Stream<Passage> passages = texts.passages(key.sha256(), key.extractor())) {
                passages.forEach(passage -> {
                    text.add(passage.text(), key.language(passage));
                    onPassage.accept(key, passage);
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return MaterialDocument.of(material.withoutWithheld(),
                evidenceRank(material.description().one(Scheme.EVIDENCE_DESIGN)),
                text);
    }

    /** The list of evidence designs goes from "none stated" to the strongest. */
    private int evidenceRank(@Nullable String design) {
        List<String> designs = vocabulary.concepts(Scheme.EVIDENCE_DESIGN).stream().map(Concept::id).toList();
        return Math.max(0, designs.indexOf(design));
    }
}
