package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.ingest.suggestion.Dates.Dated;
import eu.counterpoint.ingest.suggestion.Reason.Kind;
import eu.counterpoint.ingest.suggestion.TitlePage.Line;
import eu.counterpoint.vocabulary.FoldedName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Title, authors and year: what a file says of itself, and what its first page says. */
@Component
class Beginning {

    private static final int MOST_TITLES = 2;
    private static final int MOST_YEARS = 2;
    private static final int MOST_AUTHORS = 6;

    List<Suggested> of(FileText text) {
        TitlePage page = new TitlePage(text);
        List<Suggested> all = new ArrayList<>(titles(text, page));
        all.addAll(authors(text, page));
        all.addAll(years(text, page));
        return all;
    }

    private static List<Suggested> titles(FileText text, TitlePage page) {
        List<Suggested> titles = new ArrayList<>();
        String claimed = text.claim().title();
        if (claimed != null) {
            titles.add(claimed(SuggestedField.TITLE, claimed, page.find(claimed)));
        }
        page.title(text.passages()).filter(line -> claimed == null || !sameTitle(claimed, line.text()))
                .map(line -> suggested(SuggestedField.TITLE, line.text(), Kind.FIRST_PAGE, page.quote(line)))
                .ifPresent(titles::add);
        return titles.stream().limit(MOST_TITLES).toList();
    }

    /** Where one holds the other, the page has the title in two lines, or with a subtitle. */
    private static boolean sameTitle(String claimed, String line) {
        String one = FoldedName.of(claimed);
        String other = FoldedName.of(line);
        return one.contains(other) || other.contains(one);
    }

    private static List<Suggested> authors(FileText text, TitlePage page) {
        Map<String, Suggested> authors = new LinkedHashMap<>();
        for (Line line : page.lines()) {
            for (String name : Names.in(line.text())) {
                authors.putIfAbsent(FoldedName.of(name),
                        suggested(SuggestedField.AUTHORS, name, Kind.FIRST_PAGE, page.quote(line, name)));
            }
        }
        List<Suggested> claimed = text.claim().authors().stream()
                .map(name -> claimed(SuggestedField.AUTHORS, name, page.find(name))).toList();
        // Who stands on the page too is first; then whom it names besides; last a name that is in the file's properties alone.
        List<Suggested> both = claimed.stream().filter(one -> !one.quotes().isEmpty()).toList();
        both.forEach(one -> authors.remove(FoldedName.of(one.value())));
        List<Suggested> alone = claimed.stream().filter(one -> one.quotes().isEmpty())
                .filter(one -> !authors.containsKey(FoldedName.of(one.value()))).toList();
        return Stream.of(both, List.copyOf(authors.values()), alone)
                .flatMap(List::stream).limit(MOST_AUTHORS).toList();
    }

    private static List<Suggested> years(FileText text, TitlePage page) {
        Map<Integer, Suggested> years = new LinkedHashMap<>();
        page.lines().stream().filter(Line::isShort)
                .forEach(line -> Dates.dates(line.text()).forEach(date -> add(date, line, page, years)));
        page.head().stream().filter(Line::isShort)
                .forEach(line -> Dates.all(line.text()).forEach(date -> add(date, line, page, years)));
        Integer claimed = text.claim().year();
        List<Suggested> all = new ArrayList<>();
        if (claimed != null) {
            Suggested onPage = years.remove(claimed);
            Suggested one = claimed(SuggestedField.YEAR, claimed.toString(),
                    onPage == null ? Optional.empty() : onPage.quotes().stream().findFirst());
            all.addAll(years.values());
            // When a file was made says little where its first page has another date.
            all.add(onPage == null ? all.size() : 0, one);
        } else {
            all.addAll(years.values());
        }
        return all.stream().limit(MOST_YEARS).toList();
    }

    private static void add(Dated date, Line line, TitlePage page, Map<Integer, Suggested> years) {
        years.putIfAbsent(date.year(), suggested(SuggestedField.YEAR, String.valueOf(date.year()), Kind.FIRST_PAGE,
                page.quote(line, line.text().substring(date.start(), date.end()))));
    }

    private static Suggested claimed(SuggestedField field, String value, Optional<Quote> onPage) {
        return suggested(field, value, onPage.isPresent() ? Kind.FILE_AND_TEXT_SAY : Kind.FILE_SAYS,
                onPage.orElse(null));
    }

    private static Suggested suggested(SuggestedField field, String value, Kind kind, @Nullable Quote quote) {
        return new Suggested(field, value, Reason.of(kind), Stream.ofNullable(quote).toList(), List.of());
    }
}
