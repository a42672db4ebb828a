package eu.counterpoint.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.Consent;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Gammma;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import eu.counterpoint.vocabulary.Scheme;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Drafts, withdrawn and restricted records, and the people who may not know of them: nothing that the search says tells of one. */
@WholeApplication
class NoTraceIT {

    private static final int MANY = 50;
    private static final Map<Reader, Set<Visibility>> READERS = Map.of(
            Reader.VISITOR, Set.of(Visibility.PUBLIC),
            Shelf.CONTRIBUTOR, Set.of(Visibility.PUBLIC, Visibility.SIGNED_IN),
            Shelf.PRACTITIONER, Set.of(Visibility.values()),
            new Reader(new AccountId(-3), "Uma", Role.EDITOR, false), Set.of(Visibility.values()));

    @Autowired
    private Search search;
    @Autowired
    private Suggestions suggestions;
    @Autowired
    private Similar similar;
    @Autowired
    private NarrativeAnswers answers;
    @Autowired
    private Library library;

    private final String common = Words.unique();
    /** Of these records alone. */
    private final int year = 1901 + ThreadLocalRandom.current().nextInt(40);

    /** @param visibility null for a draft and for what was withdrawn */
    private record Hidden(MaterialId id, String word, @Nullable Visibility visibility) {}

    @Test
    void nothingTellsOfWhatAReaderMayNotSee(@Autowired ApplicationContext application) {
        Shelf shelf = new Shelf(application);
        Map<String, Hidden> records = fill(shelf);
        MaterialId open = records.get("PUBLIC").id();
        Material known = library.find(open).orElseThrow();

        READERS.forEach((reader, sees) -> records.forEach((name, record) -> {
            boolean visible = record.visibility() != null && sees.contains(record.visibility());
            String what = name + " seen by " + reader.name();
            long expected = visible ? 1 : 0;
            SearchResult result = search.search(SearchQuery.of(record.word()), reader);
            assertThat(result.total()).as(what).isEqualTo(expected);
            assertThat(result.hits()).as(what).hasSize((int) expected);
            assertThat(result.facets().values().stream().flatMap(List::stream).mapToLong(FacetCount::count).sum())
                    .as(what)
                    .isEqualTo(3 * expected);
            assertThat(result.years()).as(what).hasSize((int) expected);
            assertThat(result.suggestion()).as(what).isNull();

            String misspelt = record.word().substring(0, 9) + "7" + record.word().substring(10);
            String meant = search.search(SearchQuery.of(misspelt), reader).suggestion();
            assertThat(meant).as("meant: " + what).isEqualTo(visible ? record.word() : null);

            assertThat(suggestions.of(record.word().substring(0, 8), Locale.ENGLISH, reader)).as("suggested: " + what)
                    .extracting(Suggestion::type)
                    .containsExactlyInAnyOrderElementsOf(visible
                            ? List.of(Suggestion.Type.TITLE, Suggestion.Type.ORGANISATION)
                            : List.of());

            if (!record.id().equals(open)) {
                assertThat(
                        similar.to(known, MANY, reader).stream().anyMatch(like -> like.hit().id().equals(record.id())))
                        .as("similar: " + what).isEqualTo(visible);
            }
            assertThat(answers.answer("They lie about " + record.word(), MANY, reader).total()).as("answers: " + what)
                    .isEqualTo(expected);
        }));
        READERS.forEach((reader, sees) -> {
            SearchResult all = search.search(SearchQuery.of("").withYears(Set.of(year)), reader);
            assertThat(all.total()).as(reader.name()).isEqualTo(sees.size());
            assertThat(all.facets().get(Scheme.THEME)).as(reader.name()).singleElement()
                    .returns((long) sees.size(), FacetCount::count);
            assertThat(all.hits().stream().map(Hit::id).collect(Collectors.toSet())).as(reader.name())
                    .isEqualTo(records.values().stream()
                            .filter(record -> record.visibility() != null && sees.contains(record.visibility()))
                            .map(Hidden::id).collect(Collectors.toSet()));
        });
    }

    private Map<String, Hidden> fill(Shelf shelf) {
        Map<String, Hidden> records = new LinkedHashMap<>();
        for (Visibility visibility : Visibility.values()) {
            String word = Words.unique();
            records.put(visibility.name(), new Hidden(
                    shelf.publish(filed(word, visibility), "Text of " + word + " and " + common).id(), word,
                    visibility));
        }
        String draft = Words.unique();
        records.put("a draft",
                new Hidden(library.create(filed(draft, Visibility.PUBLIC), shelf.editor()).id(), draft, null));
        String gone = Words.unique();
        MaterialId withdrawn = shelf.publish(filed(gone, Visibility.PUBLIC), "Text of " + gone + " and " + common).id();
        records.put("withdrawn", new Hidden(withdrawn, gone, null));
        shelf.awaitFound(common, 4);
        assertThat(search.search(SearchQuery.of(gone), Reader.VISITOR).total()).isEqualTo(1);
        library.move(withdrawn, Status.WITHDRAWN, "Asked for by its owner", shelf.editor());
        await().atMost(Duration.ofSeconds(30))
                .until(() -> search.search(SearchQuery.of(gone), Reader.VISITOR).total() == 0);
        return records;
    }

    private Description filed(String word, Visibility visibility) {
        return new Description(word + " " + common, "", Map.of(Scheme.THEME, List.of("gaming"), Scheme.KIND,
                List.of("campaign"), Scheme.LANGUAGE, List.of("en")), year, word + " office", List.of(), "", null,
                visibility, Consent.NOBODY_NAMED, "",
                Gammma.NOT_REPORTED);
    }
}
