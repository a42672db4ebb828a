package eu.counterpoint.search;

import static eu.counterpoint.search.Shelf.word;
import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.Visibility;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/**
 * The counts beside a result, for hundreds of ways of narrowing it: each is what a reader gets who follows it. How many:
 * {@code -Dcombinations=1000}.
 */
@Tag("once")
@WholeApplication
class FacetCountsIT {

    private static final int RECORDS = 120;
    private static final int COMBINATIONS = Integer.getInteger("combinations", 500);
    private static final int FIRST_YEAR = 2012;
    private static final int YEARS = 8;
    /** Few, so that they meet. */
    private static final int VALUES = 4;
    private static final List<Reader> READERS = List.of(Reader.VISITOR, Shelf.CONTRIBUTOR, Shelf.PRACTITIONER,
            new Reader(new AccountId(-3), "Uma", Role.EDITOR, true));

    @Autowired
    private Search search;
    @Autowired
    private Vocabulary vocabulary;

    private final List<String> words = List.of(word(), word(), word());
    private final List<Shelved> records = new ArrayList<>();

    /** A record and the words in it. */
    private record Shelved(Description description, boolean withFile, Set<String> words) {

        List<String> concepts(Scheme scheme) {
            return description.concepts().getOrDefault(scheme, List.of());
        }
    }

    @Test
    void everyCountIsWhatFollowingItGives(@Autowired ApplicationContext application) {
        fill(new Shelf(application));
        // Several at once, each with its own random numbers: so they are the same each time.
        long followed = Arrays.stream(new Random(2016).longs(COMBINATIONS).toArray()).parallel()
                .filter(seed -> new Combination(seed).isTrue()).count();
        assertThat(followed).isGreaterThan(COMBINATIONS / 4);
    }

    private void fill(Shelf shelf) {
        Random random = new Random(2015);
        for (int i = 0; i < RECORDS; i++) {
            Map<Scheme, List<String>> concepts = new EnumMap<>(Scheme.class);
            for (Scheme scheme : SearchQuery.FACETS) {
                List<String> chosen = new ArrayList<>(new TreeSet<>(IntStream.range(0, random.nextInt(3))
                        .mapToObj(any -> any(values(scheme), random)).toList()));
                if (!chosen.isEmpty()) {
                    concepts.put(scheme, !scheme.multiple() ? chosen.subList(0, 1) : chosen);
                }
            }
            Set<String> its = words.stream().filter(word -> random.nextBoolean()).collect(Collectors.toSet());
            its.add(words.getFirst());
            Description description = Shelf.described("Record " + i, String.join(" ", its),
                    any(List.of(Visibility.values()), random),
                    FIRST_YEAR + random.nextInt(YEARS), concepts);
            boolean withFile = random.nextInt(3) == 0;
            Material material = withFile ? shelf.publish(description, "Text") : shelf.publish(description);
            records.add(new Shelved(material.description(), withFile, its));
        }
        shelf.awaitFound(words.getFirst(), RECORDS);
    }

    /** A way of narrowing the result, and who does it. */
    private final class Combination {

        private final Random random;

        Combination(long seed) {
            random = new Random(seed);
        }

        /** Compares every count. Returns whether one was there to be followed, and then follows it. */
        boolean isTrue() {
            Reader reader = any(READERS);
            SearchQuery query = query();
            SearchResult result = search.search(query, reader);
            assertThat(result.total()).as("%s as %s", query, reader.name()).isEqualTo(matching(query, reader).count());
            for (Scheme scheme : SearchQuery.FACETS) {
                assertThat(counts(result.facets().getOrDefault(scheme, List.of())))
                        .as("%s of %s as %s", scheme, query, reader.name())
                        .isEqualTo(expected(query.withFilter(scheme, Set.of()), scheme, reader));
            }
            assertThat(counts(result.years())).as("years of %s", query)
                    .isEqualTo(matching(query.withYears(Set.of()), reader).collect(Collectors.groupingBy(
                            record -> String.valueOf(record.description().year()), TreeMap::new,
                            Collectors.counting())));
            Scheme scheme = any(SearchQuery.FACETS);
            List<FacetCount> offered = result.facets().getOrDefault(scheme, List.of());
            if (offered.isEmpty()) {
                return false;
            }
            FacetCount one = any(offered);
            assertThat(search.search(query.withFilter(scheme, Set.of(one.id())), reader).total())
                    .as("%s = %s of %s", scheme, one.id(), query).isEqualTo(one.count());
            return true;
        }

        private SearchQuery query() {
            SearchQuery query = SearchQuery.of(any(words));
            int filters = random.nextInt(4);
            for (int i = 0; i < filters; i++) {
                Scheme scheme = any(SearchQuery.FACETS);
                query = query.withFilter(scheme,
                        IntStream.rangeClosed(0, random.nextInt(2)).mapToObj(n -> any(values(scheme)))
                                .collect(Collectors.toSet()));
            }
            if (random.nextInt(4) == 0) {
                query = query.withYears(Set.of(FIRST_YEAR + random.nextInt(YEARS)));
            }
            return random.nextInt(3) > 0
                    ? query
                    : query.withLimits(new Limits(
                            random.nextBoolean() ? null : FIRST_YEAR + random.nextInt(4),
                            random.nextBoolean() ? null : FIRST_YEAR + 4 + random.nextInt(4), random.nextInt(4) == 0,
                            random.nextInt(4) == 0, random.nextInt(4) == 0));
        }

        private <T> T any(List<T> list) {
            return FacetCountsIT.any(list, random);
        }
    }

    /** What the query should find, told without the engine. */
    private Stream<Shelved> matching(SearchQuery query, Reader reader) {
        Limits limits = query.limits();
        return records.stream().filter(record -> record.words().contains(query.text()))
                .filter(record -> sees(reader, record.description().visibility()))
                .filter(record -> query.filters().entrySet().stream().allMatch(
                        filter -> record.concepts(filter.getKey()).stream().anyMatch(filter.getValue()::contains)))
                .filter(record -> query.years().isEmpty() || query.years().contains(record.description().year()))
                .filter(record -> limits.from() == null || record.description().year() >= limits.from())
                .filter(record -> limits.to() == null || record.description().year() <= limits.to())
                .filter(record -> !limits.withFiles() || record.withFile())
                .filter(record -> !limits.evaluated()
                        || Evidence.isEvaluation(record.description().one(Scheme.EVIDENCE_DESIGN)))
                .filter(record -> !limits.reusable() || record.concepts(Scheme.LICENCE).stream()
                        .anyMatch(licence -> !licence.equals("all-rights-reserved")));
    }

    private static boolean sees(Reader reader, Visibility visibility) {
        return switch (visibility) {
            case PUBLIC -> true;
            case SIGNED_IN -> reader.signedIn();
            case VETTED -> reader.vetted();
        };
    }

    private Map<String, Long> expected(SearchQuery query, Scheme scheme, Reader reader) {
        return matching(query, reader).flatMap(record -> record.concepts(scheme).stream())
                .collect(Collectors.groupingBy(id -> id, TreeMap::new, Collectors.counting()));
    }

    /** A value that was chosen is shown, also where it finds nothing. */
    private static Map<String, Long> counts(List<FacetCount> counts) {
        assertThat(new HashSet<>(counts)).hasSameSizeAs(counts);
        return counts.stream().filter(count -> count.count() > 0)
                .collect(Collectors.toMap(FacetCount::id, FacetCount::count, Long::sum, TreeMap::new));
    }

    private List<String> values(Scheme scheme) {
        return vocabulary.concepts(scheme).stream().map(Concept::id).limit(VALUES).toList();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
