package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import eu.counterpoint.account.Reader;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.vocabulary.Scheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Finds what is like a material: by the words that say most about it, and by the concepts under which it is filed. */
@Service
public class Similar {

    private static final int MOST_WORDS = 25;
    /** Of the telling words, what shares no concept has at least this share. */
    private static final double SHARE = 0.3;
    /** A description with fewer telling words says too little to be alike. */
    private static final int FEWEST_WORDS = 4;
    /** What makes two materials alike by itself, and how much it counts: a word in a text counts 1 to 5. */
    private static final Map<Scheme, Float> ALIKE = alike();
    /** What makes the like more alike. */
    private static final List<Scheme> MORE = List.of(Scheme.MESSENGER, Scheme.TECHNIQUE, Scheme.NARRATIVE_TYPE,
            Scheme.PREVENTION_LEVEL, Scheme.KIND);
    private static final float LITTLE = 2;
    /** Characters of title and summary that say what a record is about. */
    private static final int SAYS_ENOUGH = 300;
    /** Characters of its files that are looked at where they do not. */
    private static final int BEGINNING = 3_000;
    private static final Logger log = LoggerFactory.getLogger(Similar.class);

    private final Engine engine;
    private final Indices indices;
    private final TellingWords tellingWords;
    private final LibraryLanguages languages;
    private final ExtractedTexts texts;

    Similar(Engine engine, Indices indices, TellingWords tellingWords, LibraryLanguages languages,
            ExtractedTexts texts) {
        this.engine = engine;
        this.indices = indices;
        this.tellingWords = tellingWords;
        this.languages = languages;
        this.texts = texts;
    }

    private static Map<Scheme, Float> alike() {
        Map<Scheme, Float> alike = new LinkedHashMap<>();
        alike.put(Scheme.THEME, 6f);
        alike.put(Scheme.AUDIENCE, 4f);
        alike.put(Scheme.EXTREMISM, 4f);
        return alike;
    }

    /**
     * A material that is like another.
     *
     * @param shared concept ids that both have, by scheme; only those by which materials are alike
     * @param filed  concept ids that the other one has in these schemes
     */
    public record Like(Hit hit, Map<Scheme, List<String>> shared, Map<Scheme, List<String>> filed) {}

    /**
     * Those most like it that the reader may see, the most like first; never itself.
     *
     * @param most 1 to 100
     * @throws SearchUnavailableException when the engine does not answer
     */
    public List<Like> to(Material material, int most, Reader reader) {
        Description description = material.description();
        String words = description.title() + ". " + description.summary();
        return like(material.id(), description,
                words.length() < SAYS_ENOUGH ? words + " " + beginning(material) : words, most, reader);
    }

    /** Of the text of its files; a record that nobody has described well is alike by what it says itself. */
    private String beginning(Material material) {
        StringBuilder text = new StringBuilder();
        for (FileKey key : FileKey.of(material.withoutWithheld())) {
            try (Stream<Passage> passages = texts.passages(key.sha256(), key.extractor())) {
                Iterator<Passage> next = passages.iterator();
                while (next.hasNext() && text.length() < BEGINNING) {
                    text.append(next.next().text()).append(' ');
                }
            } catch (IOException | UncheckedIOException e) {
                log.warn("The kept text of a file of {} could not be read: {}", material.id(), e.toString());
            }
        }
        return text.substring(0, Math.min(text.length(), BEGINNING));
    }

    /**
     * Those most like a text, whatever is stated about it. Other than that, as {@link #to}.
     *
     * @param self whose text it is
     */
    public List<Like> toText(MaterialId self, String text, int most, Reader reader) {
        return like(self, Description.EMPTY, text, most, reader);
    }

    private List<Like> like(MaterialId self, Description description, String words, int most, Reader reader) {
        indices.ensure(Engine.FOR_PEOPLE);
        String text = Narrative.of(words).text();
        SharedWords telling = SharedWords.of(tellingWords.of(text, MOST_WORDS), languages.mostFirst());
        List<Query> alike = ALIKE.entrySet().stream()
                .flatMap(weight -> filed(description, weight.getKey(), weight.getValue()).stream()).toList();
        List<Query> ways = new ArrayList<>(alike);
        if (telling.words().size() >= FEWEST_WORDS) {
            ways.add(telling.share(SHARE));
        }
        if (ways.isEmpty()) {
            return List.of();
        }
        List<Query> more = MORE.stream().flatMap(scheme -> filed(description, scheme, LITTLE).stream()).toList();
        SearchRequest request = SearchRequest.of(s -> s.index(IndexKind.MATERIALS.alias()).size(most).version(true)
                .trackTotalHits(t -> t.enabled(false))
                .query(q -> q.bool(b -> b.filter(Visible.to(reader))
                        .mustNot(own -> own.ids(i -> i.values(self.value())))
                        .must(any -> any.bool(either -> either.should(ways).minimumShouldMatch("1"))).should(more))));
        return engine.ask(Engine.FOR_PEOPLE, client -> client.search(request, MaterialDocument.class)).hits().hits()
                .stream().map(hit -> new Like(Hits.hit(hit, PassageSearch.Passages.NONE),
                        shared(description, Hits.source(hit)), filed(Hits.source(hit))))
                .toList();
    }

    private static List<Query> filed(Description description, Scheme scheme, float weight) {
        return description.all(scheme).stream().map(id -> Query.of(q -> q.constantScore(c -> c.boost(weight)
                .filter(f -> f.term(t -> t.field("concepts." + scheme.id()).value(FieldValue.of(id))))))).toList();
    }

    private static Map<Scheme, List<String>> filed(MaterialDocument other) {
        Map<Scheme, List<String>> filed = new LinkedHashMap<>();
        ALIKE.keySet().forEach(scheme -> filed.put(scheme, List.copyOf(other.all(scheme))));
        return filed;
    }

    private static Map<Scheme, List<String>> shared(Description description, MaterialDocument other) {
        Map<Scheme, List<String>> shared = new LinkedHashMap<>();
        for (Scheme scheme : ALIKE.keySet()) {
            List<String> both = description.all(scheme).stream().filter(other.all(scheme)::contains).toList();
            if (!both.isEmpty()) {
                shared.put(scheme, both);
            }
        }
        return shared;
    }
}
