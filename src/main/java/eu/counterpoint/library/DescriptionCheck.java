package eu.counterpoint.library;

import eu.counterpoint.library.InvalidDescriptionException.Problem;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Year;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a description that somebody sent: cleaned text, concepts by the vocabulary's own ids, and everything
 * that is wrong with it.
 */
class DescriptionCheck {

    static final int TITLE_LENGTH = 500;
    static final int AUTHOR_LENGTH = 200;
    static final int AUTHORS = 100;
    static final int NOTE_LENGTH = 2000;
    static final int FIRST_YEAR = 1900;
    private static final int SUMMARY_LENGTH = 10_000;
    private static final int NAME_LENGTH = 300;
    private static final int LINK_LENGTH = 2000;
    private static final int PURPOSE_LENGTH = 2000;
    private static final int GAMMMA_LENGTH = 4000;
    private static final int VALUE_LENGTH = 100;

    private final Vocabulary vocabulary;
    private final List<Problem> problems = new ArrayList<>();

    DescriptionCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** @throws InvalidDescriptionException naming every field that is wrong */
    static Description checked(Description sent, Vocabulary vocabulary) {
        DescriptionCheck check = new DescriptionCheck(vocabulary);
        Description clean = check.description(sent);
        check.throwIfAny();
        return clean;
    }

    /** Everything that is wrong with a description. */
    static List<Problem> problems(Description sent, Vocabulary vocabulary) {
        DescriptionCheck check = new DescriptionCheck(vocabulary);
        check.description(sent);
        return check.problems;
    }

    /** @throws InvalidDescriptionException when the note is too long */
    static @Nullable String checkedNote(@Nullable String note, Vocabulary vocabulary) {
        if (note == null || note.isBlank()) {
            return null;
        }
        DescriptionCheck check = new DescriptionCheck(vocabulary);
        String clean = check.text("note", note, NOTE_LENGTH);
        check.throwIfAny();
        return clean;
    }

    /** @return the vocabulary's own id. @throws InvalidDescriptionException when it does not know the language */
    static String checkedLanguage(String language, Vocabulary vocabulary) {
        DescriptionCheck check = new DescriptionCheck(vocabulary);
        List<String> known = check.known(Scheme.LANGUAGE, List.of(language));
        if (known.isEmpty() && check.problems.isEmpty()) {
            check.problem(Scheme.LANGUAGE.field(), "concept", language);
        }
        check.throwIfAny();
        return known.getFirst();
    }

    static boolean isYear(int year) {
        return year >= FIRST_YEAR && year <= Year.now().getValue() + 1;
    }

    private Description description(Description sent) {
        return new Description(name("title", sent.title(), TITLE_LENGTH),
                text("summary", sent.summary(), SUMMARY_LENGTH), concepts(sent.concepts()), year(sent.year()),
                name("organisation", sent.organisation(), NAME_LENGTH), authors(sent.authors()),
                name("reviewedBy", sent.reviewedBy(), NAME_LENGTH), link(sent.link()), sent.visibility(),
                sent.consent(), text("purpose", sent.purpose(), PURPOSE_LENGTH), gammma(sent.gammma()));
    }

    private Gammma gammma(Gammma sent) {
        return new Gammma(gammmaPart("goal", sent.goal()), gammmaPart("audience", sent.audience()),
                gammmaPart("message", sent.message()), gammmaPart("messenger", sent.messenger()),
                gammmaPart("media", sent.media()), gammmaPart("action", sent.action()),
                gammmaPart("evaluation", sent.evaluation()));
    }

    private String gammmaPart(String part, String text) {
        return limited("gammma." + part, "gammma", PlainText.lines(text), GAMMMA_LENGTH);
    }

    private String name(String field, String text, int length) {
        return limited(field, field, PlainText.line(text), length);
    }

    private String text(String field, String text, int length) {
        return limited(field, field, PlainText.lines(text), length);
    }

    private String limited(String field, String key, String text, int length) {
        if (text.length() > length) {
            problem(field, key, text);
        }
        return text;
    }

    private List<String> authors(List<String> sent) {
        List<String> authors = sent.stream().map(PlainText::line).filter(author -> !author.isEmpty()).distinct()
                .toList();
        if (authors.size() > AUTHORS) {
            problem("authors", "authors", Integer.toString(authors.size()));
        }
        authors.stream().filter(author -> author.length() > AUTHOR_LENGTH).findFirst()
                .ifPresent(author -> problem("authors", "author", author));
        return authors;
    }

    private @Nullable Integer year(@Nullable Integer year) {
        if (year != null && !isYear(year)) {
            problem("year", "year", year.toString());
        }
        return year;
    }

    private @Nullable String link(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return null;
        }
        String link = PlainText.line(sent);
        if (link.length() > LINK_LENGTH || !isWebAddress(link)) {
            problem("link", "link", link);
        }
        return link;
    }

    private static boolean isWebAddress(String link) {
        try {
            URI uri = new URI(link);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private Map<Scheme, List<String>> concepts(Map<Scheme, List<String>> sent) {
        Map<Scheme, List<String>> concepts = new EnumMap<>(Scheme.class);
        sent.forEach((scheme, ids) -> {
            List<String> known = known(scheme, ids);
            if (known.size() > 1 && !scheme.multiple()) {
                problem(scheme.field(), "only-one", String.join(", ", known));
            }
            if (!known.isEmpty()) {
                concepts.put(scheme, known);
            }
        });
        return concepts;
    }

    private List<String> known(Scheme scheme, List<String> ids) {
        Set<String> known = new LinkedHashSet<>();
        for (String id : ids) {
            if (!id.isBlank()) {
                vocabulary.find(scheme, id.strip()).map(Concept::id).ifPresentOrElse(known::add,
                        () -> problem(scheme.field(), "concept", id));
            }
        }
        return List.copyOf(known);
    }

    private void problem(String field, String key, String value) {
        problems.add(new Problem(field, "library.invalid." + key, PlainText.cut(PlainText.line(value), VALUE_LENGTH)));
    }

    private void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new InvalidDescriptionException(problems);
        }
    }
}
