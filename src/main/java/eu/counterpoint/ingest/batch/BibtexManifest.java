package eu.counterpoint.ingest.batch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import org.jbibtex.BibTeXEntry;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bibliographic records in BibTeX or BibLaTeX. Letters that are written in TeX's way become letters. */
@Component
class BibtexManifest implements Manifest {

    /** How many times as long as a table may be the values in it may be with all that abbreviations stand for. */
    private static final int AS_LONG = 2;

    private final ConceptWords words;
    private final BatchSettings settings;

    BibtexManifest(ConceptWords words, BatchSettings settings) {
        this.words = words;
        this.settings = settings;
    }

    @Override
    public @Nullable String read(Path file, Consumer<Entry> row) throws IOException {
        TableText text = TableText.of(file);
        int number = 0;
        try (Reader content = text.open()) {
            List<BibTeXEntry> entries = new BibtexParser(settings.maxRows()).entries(content);
            BibtexValues values = new BibtexValues(entries, AS_LONG * settings.maxManifestSize().toBytes());
            for (BibTeXEntry entry : entries) {
                row.accept(reference(entry, values).entry(++number));
            }
        } catch (ParseException e) {
            int line = e.currentToken == null ? 1 : e.currentToken.endLine;
            throw BatchRefusedException.of("bibtex-broken", line);
        } catch (TokenMgrException e) {
            throw BatchRefusedException.of("bibtex-broken", 1);
        }
        if (number == 0) {
            throw BatchRefusedException.of("no-references");
        }
        return text.guessed() ? "windows" : null;
    }

    private Reference reference(BibTeXEntry entry, BibtexValues values) {
        Reference reference = new Reference(words);
        reference.one(Columns.KEY, entry.getKey().toString());
        reference.one("title", values.text(entry, "title"));
        Arrays.stream(values.text(entry, "author").split("\\s+and\\s+")).forEach(reference::author);
        values.first(entry, "year", "date").ifPresent(reference::date);
        reference.one("summary", values.text(entry, "abstract"));
        values.first(entry, "publisher", "institution", "organization", "school")
                .ifPresent(name -> reference.one("organisation", name));
        reference.one("link", values.raw(entry, "url"));
        reference.doi(values.raw(entry, "doi"));
        values.first(entry, "language", "langid").ifPresent(reference::language);
        Arrays.stream(values.text(entry, "keywords").split("[,;]")).forEach(reference::keyword);
        return reference;
    }
}
