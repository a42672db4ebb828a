package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Material;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Finds words inside one file of a published material. */
@Service
public class FileSearch {

    /** How many places are listed. */
    public static final int MOST = 50;

    /** No screen of a text has more passages. */
    private static final int LONGEST_SCREEN = 2_000;
    private static final int STRETCH = 280;

    private final Engine engine;
    private final Search search;

    FileSearch(Engine engine, Search search) {
        this.engine = engine;
        this.search = search;
    }

    /**
     * The passages that have any of the words.
     *
     * @param material as the reader was let see it
     * @throws SearchUnavailableException when the engine does not answer
     */
    public FileHits places(String words, Material material, FileId file) {
        TextSearch text = text(words);
        Optional<String> key = key(material, file);
        if (text.isEmpty() || key.isEmpty()) {
            return FileHits.NONE;
        }
        SearchResponse<PassageDocument> found = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(within(key.get(), text).size(MOST).trackTotalHits(t -> t.enabled(true))
                        .highlight(Marks.passage(text.languages())).build(), PassageDocument.class));
        List<PassageHit> places = found.hits().hits().stream().map(hit -> {
            PassageDocument passage = Objects.requireNonNull(hit.source());
            return new PassageHit(file, passage.fileName(), passage.number(), passage.page(),
                    Marks.of(hit.highlight(), "text", passage.text(), STRETCH), false);
        }).sorted(Comparator.comparingInt(PassageHit::number)).toList();
        return new FileHits(Objects.requireNonNull(found.hits().total()).value(), places);
    }

    /**
     * Whole passages in which the words are marked, escaped, by their number; those without any of the words are left out.
     *
     * @param first number of the first passage that is shown
     * @param last  number of the last
     */
    public Map<Integer, String> marked(String words, Material material, FileId file, int first, int last) {
        TextSearch text = text(words);
        Optional<String> key = key(material, file);
        if (text.isEmpty() || key.isEmpty()) {
            return Map.of();
        }
        SearchResponse<PassageDocument> found = engine.ask(Engine.FOR_PEOPLE,
                client -> client.search(within(key.get(), text).size(LONGEST_SCREEN)
                        .postFilter(p -> p.range(r -> r.number(
                                n -> n.field("number").gte((double) first).lte((double) last))))
                        .highlight(Marks.wholePassage(text.languages())).build(), PassageDocument.class));
        return found.hits().hits().stream().filter(hit -> hit.highlight().containsKey("text"))
                .collect(Collectors.toMap(hit -> Objects.requireNonNull(hit.source()).number(),
                        hit -> hit.highlight().get("text").getFirst()));
    }

    private TextSearch text(String words) {
        return search.understood(SearchQuery.of(words), QueryText.of(words));
    }

    private static SearchRequest.Builder within(String key, TextSearch text) {
        Query inFile = MaterialsRequest.terms("fileKey", List.of(key));
        return new SearchRequest.Builder().index(IndexKind.PASSAGES.alias())
                .query(q -> q.bool(b -> b.filter(inFile).must(text.passages())));
    }

    private static Optional<String> key(Material material, FileId file) {
        return FileKey.of(material).stream().filter(key -> key.file().equals(file)).map(FileKey::toString).findFirst();
    }
}
