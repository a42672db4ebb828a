package eu.counterpoint.exchange;

import static org.awaitility.Awaitility.await;

import eu.counterpoint.exchange.Caller.Form;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Somebody who sends batches over REST, and looks what becomes of them. */
record BatchSender(Caller caller) {

    static final Duration PATIENCE = Duration.ofSeconds(90);

    /** A form of a batch. */
    static class FormOf extends Form {
        FormOf manifest(String name, byte[] content) {
            part("form-data; name=\"manifest\"; filename=\"" + name + "\"", content);
            return this;
        }
    }

    static Form table(String name, String content) {
        return new FormOf().manifest(name, Tables.utf8(content));
    }

    static Map<String, byte[]> entries(String... namesAndTexts) {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            entries.put(namesAndTexts[i], Tables.utf8(namesAndTexts[i + 1]));
        }
        return entries;
    }

    JsonNode send(String path, Form form) {
        return caller.post(path, form).expect(201).json();
    }

    void start(JsonNode batch) {
        caller.post(path(batch) + "/start", "{}").expect(200);
    }

    JsonNode read(JsonNode batch) {
        return caller.get(path(batch)).expect(200).json();
    }

    JsonNode whenDone(JsonNode batch) {
        return await().atMost(PATIENCE).until(() -> read(batch),
                now -> now.get("state").asString().equals("done"));
    }

    JsonNode row(JsonNode batch, int number) {
        return caller.get(path(batch) + "/rows?size=1000").expect(200).json().get("rows").valueStream()
                .filter(row -> row.get("row").asInt() == number).findFirst().orElseThrow();
    }

    /** What is said about a row. */
    String said(JsonNode batch, int number) {
        return String.join(" ", row(batch, number).get("faults").valueStream()
                .map(fault -> fault.get("detail").asString()).toList());
    }

    /** The record that a row became. */
    JsonNode material(JsonNode batch, int row) {
        return caller.get("/api/materials/" + row(batch, row).get("material").asString()).expect(200).json();
    }

    /** By row: each column and what is said about it. */
    Map<Integer, String> faults(JsonNode batch) {
        Map<Integer, String> faults = new TreeMap<>();
        caller.get(path(batch) + "/rows?plan=faulty&size=1000").expect(200).json().get("rows")
                .forEach(row -> faults.put(row.get("row").asInt(),
                        String.join(" ", row.get("faults").valueStream().map(
                                fault -> fault.get("column").asString() + ": " + fault.get("detail").asString())
                                .toList())));
        return faults;
    }

    static String counts(JsonNode batch) {
        JsonNode rows = batch.get("rows");
        return "create " + rows.get("create") + ", update " + rows.get("update") + ", skip " + rows.get("skip")
                + ", faulty " + rows.get("faulty");
    }

    static String path(JsonNode batch) {
        return "/api/batches/" + batch.get("id").asString();
    }
}
