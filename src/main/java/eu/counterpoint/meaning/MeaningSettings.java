package eu.counterpoint.meaning;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sentence model.
 *
 * @param enabled   whether there is one at all
 * @param model     a folder with {@code model.onnx} and with {@code tokenizer.json} or {@code vocab.txt}; null for the built-in
 *                  model, which reads English
 * @param name      what the model is called; null for the name of its folder; 1 to 100 characters
 * @param maxTokens how much of a text the model reads, 16 to 512 pieces of words; null for what its tokenizer says, or 128
 * @param folder    for native code while it is being loaded; of this process alone
 */
@ConfigurationProperties("counterpoint.meaning")
record MeaningSettings(@DefaultValue("true") boolean enabled, @Nullable Path model, @Nullable String name,
        @Nullable Integer maxTokens, @DefaultValue("./data/tmp/meaning") Path folder) {

    static final int FEWEST_TOKENS = 16;
    static final int MOST_TOKENS = 512;
    static final int LONGEST_NAME = 100;

    MeaningSettings {
        if (name != null && (name.isBlank() || name.length() > LONGEST_NAME)) {
            throw new IllegalArgumentException("counterpoint.meaning.name is 1 to " + LONGEST_NAME + " characters");
        }
        if (maxTokens != null && (maxTokens < FEWEST_TOKENS || maxTokens > MOST_TOKENS)) {
            throw new IllegalArgumentException("counterpoint.meaning.max-tokens is 16 to 512, not " + maxTokens);
        }
    }
}
