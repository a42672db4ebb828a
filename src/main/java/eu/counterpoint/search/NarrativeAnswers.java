package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import eu.counterpoint.account.Reader;
import eu.counterpoint.vocabulary.Scheme;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/**
 * Finds what answers a narrative: by meaning, a few sentences at a time; by the words in it that say most, never as a phrase; and
 * by the concepts that it names. The lists are put together as those of a search are. At like relevance comes first what says of
 * itself that it answers: a record with a narrative type or a technique is moved up by {@value #ANSWERS} standard deviations.
 *
 * <p>What was pasted goes nowhere but to the engine and the sentence model: no exception from here says anything of it, and
 * nothing keeps it.
 */
@Service
public class NarrativeAnswers {

    /** Longest narrative, in characters (code points). */
    public static final int MOST_CHARACTERS = 5_000;

    private static final int MOST_WORDS = 25;
    private static final int MOST_CONCEPTS = 20;
    private static final int MOST_PASSAGES = 2;
    /** Of the telling words a record has at least this share; what is short and has no file has few words at all. */
    private static final double SHARE = 0.15;
    private static final double ANSWERS = 0.2;
    /** What a narrative is about, and who could answer it. What it calls a fact or a question is not a technique. */
    private static final Set<Scheme> NAMED = Set.of(Scheme.THEME, Scheme.AUDIENCE, Scheme.EXTREMISM, Scheme.MESSENGER,
            Scheme.CHANNEL, Scheme.COUNTRY);

    private final Engine engine;
    private final Indices indices;
    private final TellingWords tellingWords;
    private final ConceptNames names;
    private final LibraryLanguages languages;
    private final Nearest nearest;
    private final PassageSearch passageSearch;

    NarrativeAnswers(Engine engine, Indices indices, TellingWords tellingWords, ConceptNames names,
            LibraryLanguages languages, Nearest nearest, PassageSearch passageSearch) {
        this.engine = engine;
        this.indices = indices;
        this.tellingWords = tellingWords;
        this.names = names;
        this.languages = languages;
        this.nearest = nearest;
        this.passageSearch = passageSearch;
    }

    /**
     * The materials that answer it best, among those that the reader may see. A text without words has no answers.
     *
     * @param size how many at most, from 1
     * @throws NarrativeTooLongException  when it has more than {@value #MOST_CHARACTERS} characters
     * @throws SearchUnavailableException when the engine does not answer
     */
    public AnswerResult answer(String text, int size, Reader reader) {
        int characters = text.codePointCount(0, text.length());
        if (characters > MOST_CHARACTERS) {
            throw new NarrativeTooLongException(characters);
        }
        Narrative narrative = Narrative.of(text);
        if (narrative.isEmpty()) {
            return AnswerResult.NOTHING;
        }
        try {
            return answer(narrative, size, reader);
        } catch (RuntimeException e) {
            throw silent(e);
        }
    }

    /** The same failure without its message and cause, which may repeat what the engine was asked. */
    private static RuntimeException silent(RuntimeException e) {
        Throwable cause = e instanceof SearchUnavailableException && e.getCause() != null ? e.getCause() : e;
        var failure = new IllegalStateException("Looking for answers failed: " + cause.getClass().getName());
        failure.setStackTrace(cause.getStackTrace());
        return e instanceof SearchUnavailableException ? new SearchUnavailableException(failure) : failure;
    }

    private AnswerResult answer(Narrative narrative, int size, Reader reader) {
        indices.ensure(Engine.FOR_PEOPLE);
        AnswersRequest request = new AnswersRequest(
                SharedWords.of(tellingWords.of(narrative.text(), MOST_WORDS), languages.mostFirst()),
                concepts(narrative), SHARE, reader);
        long took = 0;
        List<Fusion.Scored> byWords = List.of();
        if (!request.isEmpty()) {
            var found = engine.ask(Engine.FOR_PEOPLE,
                    client -> client.search(request.best(Nearest.MOST), Void.class));
            took += found.took();
            byWords = found.hits().hits().stream()
                    .map(hit -> new Fusion.Scored(Objects.requireNonNull(hit.id()),
                            Objects.requireNonNull(hit.score())))
                    .toList();
        }
        Nearest.List100 near = near(narrative, reader);
        List<String> order = preferred(Fusion.fuse(byWords, near.scored()), request);
        List<Answer> answers = answers(order.stream().limit(size).toList(), request, near);
        return new AnswerResult(order.size(), took + near.took(), answers, request.concepts());
    }

    private List<NamedConcept> concepts(Narrative narrative) {
        return ConceptNames.concepts(names.spans(narrative.words(), Set.of())).stream()
                .filter(named -> NAMED.contains(named.concept().scheme())).limit(MOST_CONCEPTS).toList();
    }

    /** What is near any part of it, each with its nearest passage, the nearest first. */
    private Nearest.List100 near(Narrative narrative, Reader reader) {
        if (!nearest.available()) {
            return Nearest.List100.EMPTY;
        }
        long took = 0;
        Map<String, Nearest.Near> best = new HashMap<>();
        for (String window : narrative.windows()) {
            Nearest.List100 found = nearest.to(window, reader, Nearest.SIMILAR);
            took += found.took();
            found.materials().forEach(near -> best.merge(near.material(), near,
                    (one, other) -> one.similarity() >= other.similarity() ? one : other));
        }
        return new Nearest.List100(took, best.values().stream()
                .sorted(Comparator.comparingDouble(Nearest.Near::similarity).reversed()).limit(Nearest.MOST).toList());
    }

    private List<String> preferred(List<Fusion.Scored> fused, AnswersRequest request) {
        if (fused.isEmpty()) {
            return List.of();
        }
        List<String> ids = fused.stream().map(Fusion.Scored::id).toList();
        Set<String> answering = engine
                .ask(Engine.FOR_PEOPLE, client -> client.search(request.answering(ids), Void.class)).hits().hits()
                .stream().map(Hit::id).collect(Collectors.toSet());
        return fused.stream().sorted(Comparator.comparingDouble((Fusion.Scored one) -> one.score()
                + (answering.contains(one.id()) ? ANSWERS : 0)).reversed()).map(Fusion.Scored::id).toList();
    }

    private List<Answer> answers(List<String> ids, AnswersRequest request, Nearest.List100 near) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Hit<MaterialDocument>> hits = Hits.inOrder(
                engine.ask(Engine.FOR_PEOPLE, client -> client.search(request.these(ids), MaterialDocument.class)),
                ids);
        Map<String, Nearest.Near> nearById = near.materials().stream()
                .collect(Collectors.toMap(Nearest.Near::material, one -> one));
        PassageSearch.Passages passages = passages(hits, request, nearById);
        return hits.stream().map(hit -> answer(hit, request, nearById.get(hit.id()), passages)).toList();
    }

    /** The nearest in meaning first, then those with the words. */
    private PassageSearch.Passages passages(List<Hit<MaterialDocument>> hits, AnswersRequest request,
            Map<String, Nearest.Near> nearById) {
        PassageSearch.Passages withWords = passageSearch.best(request.text(names), hits);
        Map<String, PassageHit> nearest = passageSearch.byKey(hits.stream().map(hit -> nearById.get(hit.id()))
                .filter(Objects::nonNull).map(Nearest.Near::passage).filter(Objects::nonNull).toList(), hits);
        Map<String, List<PassageHit>> byMaterial = new HashMap<>();
        hits.stream().map(Hit::id).forEach(id -> {
            List<PassageHit> all = new ArrayList<>(withWords.of(id));
            PassageHit near = nearest.get(id);
            if (near != null) {
                PassageHit first = all.stream().filter(one -> one.file().equals(near.file())
                        && one.number() == near.number()).findFirst().orElse(near);
                all.remove(first);
                all.addFirst(first);
            }
            byMaterial.put(id, all.stream().limit(MOST_PASSAGES).toList());
        });
        return new PassageSearch.Passages(withWords.took(), byMaterial);
    }

    private static Answer answer(Hit<MaterialDocument> hit, AnswersRequest request, Nearest.Near near,
            PassageSearch.Passages passages) {
        MaterialDocument material = Hits.source(hit);
        return new Answer(Hits.hit(hit, passages), material.all(Scheme.NARRATIVE_TYPE),
                material.all(Scheme.TECHNIQUE), new Answer.Why(near == null ? null : near.similarity(),
                        request.words().in(hit), request.concepts(material)));
    }
}
