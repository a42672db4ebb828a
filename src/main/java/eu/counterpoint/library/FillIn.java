package eu.counterpoint.library;

import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself, put where nobody has stated anything yet. Files are full of nonsense: what does not fit is
 * left out, never an error.
 *
 * @param title   whether the title may be replaced by the file's
 * @param authors whether the file's authors may be named: only where a person looks at it before it is public, for a
 *                file's properties tell names that were never meant to be
 * @param rest    whether year and language may be filled in
 */
record FillIn(boolean title, boolean authors, boolean rest) {

    Description apply(Description stated, ReadFile read, Vocabulary vocabulary) {
        return new Description(title(stated, read), stated.summary(), concepts(stated, read, vocabulary),
                year(stated, read), stated.organisation(), authors(stated, read), stated.reviewedBy(), stated.link(),
                stated.visibility(), stated.consent(), stated.purpose(), stated.gammma());
    }

    private String title(Description stated, ReadFile read) {
        String fromFile = PlainText.cut(PlainText.line(Objects.requireNonNullElse(read.title(), "")),
                DescriptionCheck.TITLE_LENGTH);
        return title && fromFile.codePoints().anyMatch(Character::isLetter) ? fromFile : stated.title();
    }

    private List<String> authors(Description stated, ReadFile read) {
        if (!authors || !stated.authors().isEmpty()) {
            return stated.authors();
        }
        return read.authors().stream().map(PlainText::line).filter(author -> !author.isEmpty())
                .map(author -> PlainText.cut(author, DescriptionCheck.AUTHOR_LENGTH)).distinct()
                .limit(DescriptionCheck.AUTHORS).toList();
    }

    private @Nullable Integer year(Description stated, ReadFile read) {
        boolean usable = rest && stated.year() == null && read.year() != null && DescriptionCheck.isYear(read.year());
        return usable ? read.year() : stated.year();
    }

    private Map<Scheme, List<String>> concepts(Description stated, ReadFile read, Vocabulary vocabulary) {
        if (!rest || read.language() == null || stated.one(Scheme.LANGUAGE) != null) {
            return stated.concepts();
        }
        Map<Scheme, List<String>> concepts = new EnumMap<>(Scheme.class);
        concepts.putAll(stated.concepts());
        vocabulary.find(Scheme.LANGUAGE, read.language()).map(Concept::id)
                .ifPresent(language -> concepts.put(Scheme.LANGUAGE, List.of(language)));
        return concepts;
    }
}
