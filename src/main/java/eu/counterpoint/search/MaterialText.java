package eu.counterpoint.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The text of a material's files up to a limit: all of it, and what of it is in which language. */
final class MaterialText {

    private final List<String> parts = new ArrayList<>();
    private final Map<String, List<String>> byLanguage = new TreeMap<>();
    private int room;

    /** @param room how many characters it takes */
    MaterialText(int room) {
        this.room = room;
    }

    /** @param language ISO 639-1, or null where it is not known */
    void add(String text, @Nullable String language) {
        if (room > 0) {
            String part = text.length() <= room ? text : text.substring(0, room);
            parts.add(part);
            if (OwnFields.has(language)) {
                byLanguage.computeIfAbsent(language, any -> new ArrayList<>()).add(part);
            }
            room -= part.length();
        }
    }

    List<String> parts() {
        return parts;
    }

    /** The record's own words and the text of the files, each in the fields of its language. */
    Map<String, MaterialDocument.Texts> withRecord(String title, String summary, String language) {
        Map<String, MaterialDocument.Texts> texts = new TreeMap<>();
        byLanguage.forEach((own, body) -> texts.put(own, new MaterialDocument.Texts(null, null, body)));
        if (OwnFields.has(language)) {
            texts.put(language, new MaterialDocument.Texts(title, summary, byLanguage.get(language)));
        }
        return texts;
    }
}
