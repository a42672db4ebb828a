package eu.counterpoint.ingest.suggestion;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.library.FileClaim;
import eu.counterpoint.library.FileClaims;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Suggests what may be stated about a material, by its files. Nothing is written; people take what they like. */
@Service
public class FileSuggestions {

    /** So much text is looked at, the files in their order: some 80 pages say what there is to say. */
    private static final int MOST_CHARACTERS = 250_000;

    private final ExtractedTexts texts;
    private final FileClaims claims;
    private final Beginning beginning;
    private final Subjects subjects;

    FileSuggestions(ExtractedTexts texts, FileClaims claims, Beginning beginning, Subjects subjects) {
        this.texts = texts;
        this.claims = claims;
        this.beginning = beginning;
        this.subjects = subjects;
    }

    /**
     * By those files that have been read so far and are not withheld: by field, the best first; a few of each. What stands in the
     * description already is among them. Without an answer of the search engine, similar records have no say.
     *
     * @param reader whose material it is to describe, which is the caller's to check; similar records are those they may see
     */
    public List<Suggested> of(Material material, Reader reader) {
        List<FileText> read = read(material);
        if (read.isEmpty()) {
            return List.of();
        }
        List<Suggested> all = new ArrayList<>(beginning.of(read.getFirst()));
        all.addAll(Languages.of(read));
        List<String> titles = Stream.concat(Stream.of(material.description().title()),
                all.stream().filter(one -> one.field() == SuggestedField.TITLE).map(Suggested::value)).toList();
        all.addAll(subjects.of(material.id(), read, titles, reader));
        Map<SuggestedField, List<Suggested>> byField = all.stream().collect(groupingBy(Suggested::field));
        return byField.entrySet().stream().sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .flatMap(field -> field.getValue().stream()).toList();
    }

    private List<FileText> read(Material material) {
        Map<FileId, FileClaim> said = claims.of(material.id()).stream()
                .collect(toMap(FileClaim::file, Function.identity()));
        List<FileText> read = new ArrayList<>();
        int room = MOST_CHARACTERS;
        for (MaterialFile file : material.withoutWithheld().files()) {
            FileClaim claim = said.get(file.id());
            if (file.extractor() != null && claim != null) {
                List<Passage> passages = passages(file, room);
                room -= passages.stream().mapToInt(passage -> passage.text().length()).sum();
                read.add(new FileText(file, claim, passages));
            }
        }
        return read;
    }

    private List<Passage> passages(MaterialFile file, int room) {
        List<Passage> passages = new ArrayList<>();
        int left = room;
        try (Stream<Passage> all = texts.passages(file.sha256(), file.extractor())) {
            for (Iterator<Passage> next = all.iterator(); left > 0 && next.hasNext();) {
                Passage passage = next.next();
                left -= passage.text().length();
                passages.add(passage);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The text of " + file.sha256() + " cannot be read", e);
        }
        return passages;
    }
}
