package eu.counterpoint.ingest.batch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jbibtex.BibTeXEntry;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bibliographic records in BibTeX or BibLaTeX. Letters that are written in TeX's way become letters. */
@Component
class BibtexManifest implements Manifest {

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
            for (BibTeXEntry entry : new BibtexParser(settings.maxRows()).entries(content)) {
                row.accept(reference(entry).entry(++number));
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

    private Reference reference(BibTeXEntry entry) {
        Reference reference = new Reference(words);
        reference.one(Columns.KEY, entry.getKey().toString());
        reference.one("title", text(entry, "title"));
        Arrays.stream(text(entry, "author").split("\\s+and\\s+")).forEach(reference::author);
        first(entry, "year", "date").ifPresent(reference::date);
        reference.one("summary", text(entry, "abstract"));
        first(entry, "publisher", "institution", "organization", "school")
                .ifPresent(name -> reference.one("organisation", name));
        reference.one("link", raw(entry, "url"));
        reference.doi(raw(entry, "doi"));
        first(entry, "language", "langid").ifPresent(reference::language);
        Arrays.stream(text(entry, "keywords").split("[,;]")).forEach(reference::keyword);
        return reference;
    }

    private static java.util.Optional<String> first(BibTeXEntry entry, String... fields) {
        return Stream.of(fields).map(field -> text(entry, field)).filter(text -> !text.isBlank()).findFirst();
    }

    private static String raw(BibTeXEntry entry, String field) {
        Value value = entry.getField(new Key(field));
        return value == null ? "" : value.toUserString().strip();
    }

    private static String text(BibTeXEntry entry, String field) {
        String raw = raw(entry, field);
        if (raw.indexOf('\\') >= 0 || raw.indexOf('{') >= 0) {
            try {
                raw = new LaTeXPrinter().print(new LaTeXParser().parse(raw));
            } catch (ParseException | TokenMgrException e) {
                raw = raw.replaceAll("[{}]", "");
            }
        }
        return raw.replaceAll("\\s+", " ").strip();
    }
}
