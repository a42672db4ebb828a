package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.file.Passage;
import eu.counterpoint.ingest.suggestion.Reason.Kind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The language in which most of the text is. */
final class Languages {

    private static final int QUOTED = 60;

    private Languages() {}

    /** How much text there is in a language, and where it begins. */
    private record Amount(String language, int characters, FileText text, Passage first) {

        Amount and(Amount more) {
            return new Amount(language, characters + more.characters, text, first);
        }
    }

    /** At most one. */
    static List<Suggested> of(List<FileText> texts) {
        Map<String, Amount> amounts = new LinkedHashMap<>();
        for (FileText text : texts) {
            for (Passage passage : text.passages()) {
                String language = text.language(passage);
                if (language != null) {
                    amounts.merge(language, new Amount(language, passage.text().length(), text, passage), Amount::and);
                }
            }
        }
        return most(amounts).map(most -> new Suggested(SuggestedField.LANGUAGE, most.language(),
                Reason.of(Kind.TEXT_LANGUAGE), List.of(quote(most)), List.of())).stream().toList();
    }

    private static Optional<Amount> most(Map<String, Amount> amounts) {
        return amounts.values().stream().max(Comparator.comparingInt(Amount::characters));
    }

    private static Quote quote(Amount most) {
        String text = most.first().text();
        int space = text.indexOf(' ', Math.min(QUOTED, text.length()));
        return Quote.of(most.text().file(), most.first(), 0,
                space < 0 || space > 2 * QUOTED ? Math.min(QUOTED, text.length()) : space);
    }
}
