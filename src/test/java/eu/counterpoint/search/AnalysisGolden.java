package eu.counterpoint.search;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.indices.analyze.AnalyzeToken;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Texts and the words that the analyzers of {@code index-mappings} make of them: a line each, with the analyzer's name,
 * the text, and the words in their order. Words at the same place are joined by a bar; an underscore stands where a word
 * was left out.
 */
final class AnalysisGolden {

    static final Path FILE = Path.of("src/test/resources/search/analysis-golden.tsv");
    private static final String INDEX = "analysis-golden";

    private AnalysisGolden() {}

    record Line(String analyzer, String text, String words) {

        private static Line of(String line) {
            String[] parts = line.split("\t", -1);
            return new Line(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
        }

        @Override
        public String toString() {
            return String.join("\t", analyzer, text, words);
        }
    }

    static List<Line> lines() throws IOException {
        return Files.readAllLines(FILE).stream().map(Line::of).toList();
    }

    /** Makes an index with all analyzers. */
    static void prepare(ElasticsearchClient client) throws IOException {
        client.indices()
                .create(create -> create.index(INDEX).withJson(new StringReader(IndexKind.PASSAGES.definition())));
    }

    /** The line with the words that this engine makes of its text. */
    static Line analyzed(ElasticsearchClient client, Line line) {
        return new Line(line.analyzer(), line.text(), words(client, line.analyzer(), line.text()));
    }

    static String words(ElasticsearchClient client, String analyzer, String text) {
        try {
            List<AnalyzeToken> tokens = client.indices()
                    .analyze(analyze -> analyze.index(INDEX).analyzer(analyzer).text(text)).tokens();
            long places = tokens.isEmpty() ? 0 : tokens.getLast().position() + 1;
            return LongStream.range(0, places).mapToObj(place -> at(tokens, place))
                    .collect(Collectors.joining(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(text, e);
        }
    }

    private static String at(List<AnalyzeToken> tokens, long place) {
        String words = tokens.stream().filter(token -> token.position() == place).map(AnalyzeToken::token)
                .collect(Collectors.joining("|"));
        return words.isEmpty() ? "_" : words;
    }
}
