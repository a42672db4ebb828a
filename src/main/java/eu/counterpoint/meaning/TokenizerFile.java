package eu.counterpoint.meaning;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a model's {@code tokenizer.json} (in the layout of Hugging Face's tokenizers) or {@code vocab.txt} says.
 *
 * @param maxTokens how many pieces the model reads; null where the file does not say
 */
record TokenizerFile(Tokenizer tokenizer, @Nullable Integer maxTokens) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IllegalArgumentException when it is of a kind that is not known here */
    static TokenizerFile json(InputStream in) throws IOException {
        JsonNode root = JSON.readTree(in);
        JsonNode model = root.path("model");
        // Files of some age do not name the kind.
        String type = model.path("type").asString(model.path("vocab").isArray() ? "Unigram" : "WordPiece");
        Tokenizer tokenizer = switch (type) {
            case "WordPiece" -> wordPiece(root);
            case "Unigram" -> unigram(model);
            default -> throw new IllegalArgumentException("A tokenizer of type " + type + " is not known here");
        };
        JsonNode max = root.path("truncation").path("max_length");
        return new TokenizerFile(tokenizer,
                max.isInt()
                        ? Math.clamp(max.asInt(), MeaningSettings.FEWEST_TOKENS, MeaningSettings.MOST_TOKENS)
                        : null);
    }

    /** A piece a line, as BERT's models have it; taken as one without capitals and accents. */
    static TokenizerFile vocabulary(List<String> pieces) {
        Map<String, Integer> vocabulary = HashMap.newHashMap(pieces.size());
        for (String piece : pieces) {
            vocabulary.put(piece.strip(), vocabulary.size());
        }
        return new TokenizerFile(new WordPiece(vocabulary, true, true), null);
    }

    private static WordPiece wordPiece(JsonNode root) {
        Map<String, Integer> vocabulary = HashMap.newHashMap(root.path("model").path("vocab").size());
        root.path("model").path("vocab").properties()
                .forEach(piece -> vocabulary.put(piece.getKey(), piece.getValue().asInt()));
        boolean lowerCase = root.path("normalizer").path("lowercase").asBoolean(true);
        // Where it is not said, accents go with the capitals.
        boolean stripAccents = root.path("normalizer").path("strip_accents").asBoolean(lowerCase);
        return new WordPiece(vocabulary, lowerCase, stripAccents);
    }

    private static Unigram unigram(JsonNode model) {
        Map<String, Unigram.Piece> vocabulary = HashMap.newHashMap(model.path("vocab").size());
        for (JsonNode piece : model.path("vocab")) {
            vocabulary.putIfAbsent(piece.path(0).asString(),
                    new Unigram.Piece(vocabulary.size(), piece.path(1).asDouble()));
        }
        if (!model.path("unk_id").isInt()) {
            throw new IllegalArgumentException("The tokenizer does not say which piece stands for the unknown");
        }
        return new Unigram(vocabulary, model.path("unk_id").asInt());
    }
}
