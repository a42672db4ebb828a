package eu.counterpoint.ingest.batch;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jbibtex.BibTeXEntry;
import org.jbibtex.ConcateValue;
import org.jbibtex.Key;
import org.jbibtex.LaTeXParser;
import org.jbibtex.LaTeXPrinter;
import org.jbibtex.ParseException;
import org.jbibtex.ReferenceValue;
import org.jbibtex.TokenMgrException;
import org.jbibtex.Value;

/** What the entries of a table say, by themselves or by the entry that they refer to, however deep that is. */
class BibtexValues {

    /** No bibliography goes as deep, but entries may refer to each other in a ring. */
    private static final int MOST_REFERENCES = 5;

    private final Map<Key, BibTeXEntry> byKey = new HashMap<>();
    private long room;

    /** @param room letters that all values together may have, and pieces that they may be made of */
    BibtexValues(List<BibTeXEntry> entries, long room) {
        this.room = room;
        entries.forEach(entry -> byKey.putIfAbsent(entry.getKey(), entry));
    }

    /** The first of the fields that says something. */
    Optional<String> first(BibTeXEntry entry, String... fields) {
        return Stream.of(fields).map(field -> text(entry, field)).filter(text -> !text.isBlank()).findFirst();
    }

    /** Letters that are written in TeX's way become letters. */
    String text(BibTeXEntry entry, String field) {
        String raw = raw(entry, field);
        if (raw.indexOf('\\') >= 0 || raw.indexOf('{') >= 0) {
            try {
                raw = new LaTeXPrinter().print(new LaTeXParser().parse(raw));
            } catch (ParseException | TokenMgrException | StackOverflowError e) {
                // Broken, or braces in braces in braces: what stands between them can be read all the same.
                raw = raw.replaceAll("[{}]", "");
            }
        }
        return raw.replaceAll("\\s+", " ").strip();
    }

    String raw(BibTeXEntry entry, String field) {
        BibTeXEntry from = entry;
        for (int references = 0; from != null && references <= MOST_REFERENCES; references++) {
            Value value = from.getFields().get(new Key(field));
            if (value != null) {
                return raw(value).strip();
            }
            Value key = from.getFields().get(BibTeXEntry.KEY_CROSSREF);
            from = key == null ? null : byKey.get(new Key(raw(key)));
        }
        return "";
    }

    /** Goes through sums and abbreviations with a list of its own: they can be deeper than the stack. */
    private String raw(Value value) {
        StringBuilder raw = new StringBuilder();
        Deque<Value> ahead = new ArrayDeque<>(List.of(value));
        while (!ahead.isEmpty()) {
            take(1);
            switch (ahead.pop()) {
                case ConcateValue sum -> {
                    ahead.push(sum.getRight());
                    ahead.push(sum.getLeft());
                }
                case ReferenceValue name when name.getString() != null -> ahead.push(name.getString().getValue());
                case Value piece -> {
                    String text = piece.toUserString();
                    take(text.length());
                    raw.append(text);
                }
            }
        }
        return raw.toString();
    }

    /** Abbreviations of abbreviations double with each line, and would soon be more than any computer holds. */
    private void take(int more) {
        room -= more;
        if (room < 0) {
            throw BatchRefusedException.tooLarge("bibtex-long");
        }
    }
}
