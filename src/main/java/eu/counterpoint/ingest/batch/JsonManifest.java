package eu.counterpoint.ingest.batch;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import eu.counterpoint.ui.Texts;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A list of objects, each the metadata of a record as in the REST interface, with {@code key} and {@code files}. */
@Component
class JsonManifest implements Manifest {

    private final JsonMapper mapper = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private final Texts texts;

    JsonManifest(Texts texts) {
        this.texts = texts;
    }

    @Override
    public @Nullable String read(Path file, Consumer<Entry> row) throws IOException {
        try (Reader content = TableText.of(file).open(); JsonParser parser = mapper.createParser(content)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw BatchRefusedException.of("json-list");
            }
            for (int number = 1; parser.nextToken() != JsonToken.END_ARRAY; number++) {
                row.accept(entry(number, mapper.readTree(parser)));
            }
        } catch (JacksonException e) {
            TokenStreamLocation where = e.getLocation();
            throw BatchRefusedException.of("json-broken", where == null ? 1 : where.getLineNr(),
                    where == null ? 1 : where.getColumnNr());
        }
        return null;
    }

    private Entry entry(int number, JsonNode object) {
        List<Fault> faults = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (object.isObject()) {
            collect("", object, values, faults);
        } else {
            faults.add(new Fault("", texts.get("batch.fault.no-object")));
        }
        return new Entry(number, values, faults);
    }

    private void collect(String prefix, JsonNode object, Map<String, List<String>> values, List<Fault> faults) {
        object.forEachEntry((name, value) -> {
            String field = prefix + name;
            if (field.equals("gammma") && value.isObject()) {
                collect("gammma.", value, values, faults);
            } else if (!Columns.isLeftOut(name)) {
                Columns.find(field).ifPresentOrElse(column -> put(column, field, value, values, faults),
                        () -> faults.add(new Fault(field, Columns.nearest(field)
                                .map(near -> texts.get("batch.fault.field-near", field, near))
                                .orElseGet(() -> texts.get("batch.fault.field", field)))));
            }
        });
    }

    private void put(String column, String field, JsonNode value, Map<String, List<String>> values,
            List<Fault> faults) {
        List<String> texts = new ArrayList<>();
        boolean fits = value.isArray()
                ? Columns.takesSeveral(column) && value.valueStream().allMatch(one -> add(one, texts))
                : add(value, texts);
        if (!fits) {
            faults.add(new Fault(field, this.texts.get(
                    Columns.takesSeveral(column) ? "batch.fault.form-several" : "batch.fault.form", field)));
        } else if (values.containsKey(column)) {
            faults.add(new Fault(field, this.texts.get("batch.fault.twice", column)));
        } else if (!texts.isEmpty()) {
            values.put(column, texts);
        }
    }

    private static boolean add(JsonNode value, List<String> texts) {
        if (value.isString() || value.isIntegralNumber()) {
            String text = value.asString().strip();
            if (!text.isEmpty()) {
                texts.add(text);
            }
            return true;
        }
        return value.isNull();
    }
}
