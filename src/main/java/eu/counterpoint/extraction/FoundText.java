package eu.counterpoint.extraction;

import eu.counterpoint.extraction.Extraction.Properties;
import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Frame;
import eu.counterpoint.extraction.worker.Reason;
import eu.counterpoint.file.Passage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers what a worker says of one file, and makes an extraction of it however that ends. */
final class FoundText {

    private static final int MAX_VALUES = 20;
    private static final int MAX_VALUE = 1_000;

    private final String name;
    private final int maxCharacters;
    private final List<Frame.Text> texts = new ArrayList<>();
    /** The languages of texts that are in another than the file. */
    private final Map<Frame.Text, String> others = new IdentityHashMap<>();
    private List<Frame.Text> drafts = List.of();
    private Map<String, List<String>> metadata = Map.of();
    private long counted;

    FoundText(String name, int maxCharacters) {
        this.name = name;
        this.maxCharacters = maxCharacters;
    }

    void add(Frame.Text text) {
        drafts = List.of();
        counted += text.counts();
        if (isPlausible(counted)) {
            texts.add(text);
        }
    }

    void add(Frame.Draft draft) {
        boolean plausible = isPlausible(counted + draft.texts().stream().mapToLong(Frame.Text::counts).sum());
        drafts = plausible ? draft.texts() : List.of();
    }

    /** A worker keeps to its limit; one that was taken over may not. */
    private boolean isPlausible(long characters) {
        return characters <= 2L * maxCharacters;
    }

    void add(Frame.About about) {
        // A worker cuts them itself; one that was taken over may not.
        Map<String, List<String>> cut = new LinkedHashMap<>();
        about.metadata().forEach((property, values) -> cut.put(property, values.stream().limit(MAX_VALUES)
                .map(value -> value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE)).toList()));
        metadata = cut;
    }

    /** The worker read to an end. */
    Extraction end(Frame.End end) {
        drafts = List.of();
        int pages = end.pages();
        end.others().forEach((number, language) -> {
            if (number >= 0 && number < texts.size() && language.matches("[a-z]{2}")) {
                others.put(texts.get(number), language);
            }
        });
        return extraction(end.status(), end.reason(), end.language(), pages == 0 ? null : pages);
    }

    /** The worker had to be stopped, or went by itself: what it had read until then counts. */
    Extraction cutShort(Status status, Reason reason) {
        return extraction(status, reason, null, null);
    }

    private Extraction extraction(Status status, @Nullable Reason reason, @Nullable String language,
            @Nullable Integer pages) {
        List<Frame.Text> all = new ArrayList<>(texts);
        all.addAll(drafts);
        // The file itself first, then what is embedded in it; frames of the two interleave.
        all.sort(Comparator.comparingInt(Frame.Text::document));
        List<Passage> passages = new ArrayList<>(all.size());
        for (Frame.Text text : all) {
            if (!text.text().isBlank()) {
                passages.add(new Passage(passages.size(), text.page() > 0 ? text.page() : null, text.part(),
                        text.text().strip(), others.get(text), text.second() < 0 ? null : text.second()));
            }
        }
        Properties properties = new DeclaredProperties(metadata, name).properties(language, pages);
        return new Extraction(status, reason == null ? null : reason.key(), List.copyOf(passages), properties);
    }
}
