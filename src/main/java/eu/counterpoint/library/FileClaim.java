package eu.counterpoint.library;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself, whatever its record says. Programs and templates leave names in files that were never meant to be
 * seen, so it is for those who may change the record.
 *
 * @param title   at most 500 characters, with a letter in it; or null
 * @param authors in the file's order
 * @param year    1900 to next year, or null
 */
public record FileClaim(FileId file, @Nullable String title, List<String> authors, @Nullable Integer year) {

    private static final int LONGEST = 5000;

    /** @param authors a name a line, or null */
    static FileClaim of(FileId file, @Nullable String title, @Nullable String authors, @Nullable Integer year) {
        String line = title == null ? "" : PlainText.line(title);
        return new FileClaim(file, line.codePoints().anyMatch(Character::isLetter) ? line : null,
                authors == null ? List.of() : authors.lines().toList(),
                year != null && DescriptionCheck.isYear(year) ? year : null);
    }

    /** The names as they are kept, a line each; as many as there is room for. */
    static @Nullable String kept(List<String> authors) {
        String names = authors.stream().map(PlainText::line).filter(name -> !name.isEmpty())
                .map(name -> PlainText.cut(name, DescriptionCheck.AUTHOR_LENGTH)).distinct()
                .collect(Collectors.joining("\n"));
        String kept = names.length() <= LONGEST ? names : names.substring(0, names.lastIndexOf('\n', LONGEST));
        return kept.isEmpty() ? null : kept;
    }
}
