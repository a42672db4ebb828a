package eu.counterpoint.exchange;

import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Somebody who sends files that do not become fully searchable, and looks over REST what can be done about them. */
record QuarantineCaller(Caller caller) {

    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final String PATH = "/api/quarantine";
    static final String RETRY = PATH + "/retry";
    private static final String COMPLETE = """
            {"title": "In the quarantine", "summary": "What they did.", "kind": "case-study",
             "themes": ["prison-and-probation"], "audiences": ["girls-and-women"]}""";

    /** A new person with this role. */
    static QuarantineCaller another(Role role, ApplicationContext application) {
        return new QuarantineCaller(Caller.another(role, application));
    }

    /** Makes a draft with one file, and waits until that was read. Returns the draft's id. */
    String send(String name, byte[] content) {
        return send("/api/materials", name, content);
    }

    /** The same, published. */
    String publish(String name, byte[] content) {
        return send("/api/materials?publish=true", name, content);
    }

    private String send(String path, String name, byte[] content) {
        String id = caller.post(path, Form.with(COMPLETE).file(name, content)).expect(201).json().get("id").asString();
        caller.whenRead(id);
        return id;
    }

    /** Sends files as a batch without a table, and waits until all of them were read. Returns the batch's id. */
    String batch(Object... namesAndContents) {
        Form form = new Form();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            form.file((String) namesAndContents[i], (byte[]) namesAndContents[i + 1]);
        }
        BatchSender sender = new BatchSender(caller);
        JsonNode batch = sender.send("/api/batches", form);
        sender.start(batch);
        sender.whenDone(batch);
        return batch.get("id").asString();
    }

    /** A page of the quarantine. */
    JsonNode list(String query) {
        return caller.get(PATH + query).expect(200).json();
    }

    /** Asks for a retry of many, and answers how it went when it is over. */
    JsonNode retryAll(String what) {
        return whenOver(caller.post(RETRY, what).expect(202).json());
    }

    JsonNode whenOver(JsonNode retry) {
        return await().atMost(PATIENCE).until(() -> caller.get(path(retry)).expect(200).json(),
                state -> !state.get("running").asBoolean());
    }

    static String path(JsonNode retry) {
        return PATH + "/retries/" + retry.get("id").asString();
    }

    /** The first file of a material. */
    JsonNode file(String id) {
        return material(id).get("files").get(0);
    }

    String filePath(String id) {
        return "/api/materials/" + id + "/files/" + file(id).get("id").asString();
    }

    String outcome(String id) {
        return file(id).get("outcome").asString();
    }

    /** The same when it was read. */
    String outcomeWhenRead(String id) {
        return caller.whenRead(id).get("files").get(0).get("outcome").asString();
    }

    long version(String id) {
        return material(id).get("version").asLong();
    }

    int found(String sought) {
        return caller.get("/api/search?q=" + sought).expect(200).json().get("total").asInt();
    }

    private JsonNode material(String id) {
        return caller.get("/api/materials/" + id).expect(200).json();
    }

    static List<String> materials(JsonNode page) {
        return page.get("files").valueStream().map(file -> file.get("material").asString()).toList();
    }

    static List<String> reasons(JsonNode page) {
        return page.get("reasons").valueStream().map(one -> one.get("outcome").asString() + " "
                + one.get("id").asString() + " " + one.get("label").asString() + " " + one.get("files").asString())
                .toList();
    }
}
