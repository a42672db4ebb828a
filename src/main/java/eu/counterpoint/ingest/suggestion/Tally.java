package eu.counterpoint.ingest.suggestion;

import eu.counterpoint.file.Passage;
import eu.counterpoint.ingest.suggestion.Headings.Stretch;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.vocabulary.Concept;
import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How often texts name each concept, and where. */
final class Tally {

    /** A page of a file, or a passage of one without pages. */
    private record Place(FileId file, int number) {}

    /** A mention where it stands. */
    private record Found(MaterialFile file, Passage passage, ConceptMentions.Mention mention, boolean inHeading) {}

    /** What weighs less beside the heaviest of its list is left out. */
    private static final double BEHIND = 0.25;

    private final ConceptMentions mentions;
    private final Map<Concept, List<Found>> found = new LinkedHashMap<>();
    private final Set<Place> places = new HashSet<>();
    private boolean paged = true;
    private int words;

    Tally(ConceptMentions mentions) {
        this.mentions = mentions;
    }

    void add(FileText text) {
        for (Passage passage : text.passages()) {
            places.add(place(text.file(), passage));
            paged &= passage.page() != null;
            words += words(passage.text());
            List<Stretch> headings = Headings.of(passage.text());
            mentions.in(passage.text(), text.language(passage)).forEach(mention -> found
                    .computeIfAbsent(mention.concept(), any -> new ArrayList<>())
                    .add(new Found(text.file(), passage, mention,
                            headings.stream().anyMatch(heading -> heading.holds(mention.start())))));
        }
    }

    /**
     * The concepts of a list that the texts are about, the most important first; of a few, those that are far behind the first are
     * left out.
     *
     * @param inTitle those that a title names
     */
    List<CountedConcept> subjects(Scheme scheme, Set<Concept> inTitle) {
        List<CountedConcept> subjects = found.keySet().stream().filter(concept -> concept.scheme() == scheme)
                .map(concept -> counted(concept, inTitle.contains(concept))).filter(CountedConcept::isSubject)
                .sorted(Comparator.comparingDouble(CountedConcept::weight).reversed()).toList();
        double least = subjects.isEmpty() ? 0 : subjects.getFirst().weight() * BEHIND;
        return subjects.stream().filter(one -> one.weight() >= least).toList();
    }

    /** Places that name a concept, the best first; at most two. */
    List<Quote> quotes(Concept concept) {
        return found.containsKey(concept) ? counted(concept, false).quotes() : List.of();
    }

    private CountedConcept counted(Concept concept, boolean inTitle) {
        List<Found> all = found.getOrDefault(concept, List.of());
        int on = (int) all.stream().map(one -> place(one.file(), one.passage())).distinct().count();
        int headings = (int) all.stream().filter(Found::inHeading).count();
        int points = all.stream().mapToInt(one -> one.mention().words() > 1 ? 2 : 1).sum();
        List<Quote> quotes = all.stream().sorted(Comparator.comparing((Found one) -> !one.inHeading()))
                .limit(CountedConcept.MOST_QUOTES)
                .map(one -> Quote.of(one.file(), one.passage(), one.mention().start(), one.mention().end())).toList();
        return new CountedConcept(concept, all.size(), points, on, places.size(), words, inTitle, headings, paged,
                quotes);
    }

    private static Place place(MaterialFile file, Passage passage) {
        return new Place(file.id(), passage.page() == null ? -1 - passage.number() : passage.page());
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }
}
