package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.QuarantineCaller.PATH;
import static eu.counterpoint.exchange.QuarantineCaller.PATIENCE;
import static eu.counterpoint.exchange.QuarantineCaller.RETRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Files that did not become fully searchable, over REST: how they are read again, one or many. */
@WholeApplication
@Tag("once")
class QuarantineRetryApiIT {

    @Autowired
    private ApplicationContext application;
    @TempDir
    private Path folder;

    private QuarantineCaller contributor;
    private QuarantineCaller editor;
    private QuarantineCaller visitor;

    @BeforeEach
    void people() {
        contributor = QuarantineCaller.another(Role.CONTRIBUTOR, application);
        editor = new QuarantineCaller(Caller.with(Role.EDITOR, application));
        visitor = new QuarantineCaller(Caller.visitor(application));
    }

    @Test
    void findsThePublishedWordsOfAFileThatIsReadableAtLast() {
        String word = "q" + Words.unique();
        String id = editor.publish("late.misbehaving", breaksOffTwice("Before the end.", "After it " + word + "."));
        String file = editor.filePath(id);
        assertThat(editor.outcome(id)).isEqualTo("crashed");
        assertThat(visitor.found(word)).isZero();

        contributor.caller().post(file + "/retry", "").expect(403);
        editor.caller().post(file + "/retry", "").expect(200);

        assertThat(editor.outcomeWhenRead(id)).isEqualTo("extracted");
        await().atMost(PATIENCE).until(() -> visitor.found(word) == 1);
        assertThat(visitor.caller().get(file + "/text").expect(200).response().body()).contains("Before the end.",
                word);
        assertThat(QuarantineCaller.materials(editor.list("?size=100"))).doesNotContain(id);
    }

    @Test
    void saysWhenTheOriginalIsNotInTheStore(@Autowired FileStore store) throws IOException {
        String id = contributor.send("restored.txt", (" ".repeat(100) + "\n").getBytes());
        assertThat(contributor.outcome(id)).isEqualTo("empty");
        Files.delete(store.path(new Sha256(contributor.file(id).get("sha256").asString())));

        contributor.caller().post(contributor.filePath(id) + "/retry", "").expect(200);

        assertThat(contributor.outcomeWhenRead(id)).isEqualTo("unreadable");
        assertThat(contributor.file(id).get("reason").asString()).contains("not in the library’s store");
    }

    @Test
    void readsAFileOnceThatTwoPeopleAskForAtTheSameTime() throws Exception {
        String id = contributor.send("twice.misbehaving", breaksOffTwice("Before.", "After."));
        String number = contributor.file(id).get("id").asString();
        Callable<Integer> ask = () -> contributor.caller().post(RETRY, "{\"files\": [\"" + number + "\"]}").expect(200)
                .json().get("retried").asInt();

        try (ExecutorService people = Executors.newFixedThreadPool(4)) {
            int retried = 0;
            for (Future<Integer> one : people.invokeAll(List.of(ask, ask, ask, ask))) {
                retried += one.get();
            }
            assertThat(retried).isEqualTo(1);
        }
        assertThat(contributor.outcomeWhenRead(id)).isEqualTo("extracted");
    }

    @Test
    void readsAllOfAnOutcomeAgainAndTellsHowFarItIs() {
        int many = 60;
        Form form = new Form();
        for (int i = 0; i < many; i++) {
            form.file("nothing-" + i + ".txt", "");
        }
        String id = contributor.caller().post("/api/materials", form).expect(201).json().get("id").asString();
        contributor.caller().whenRead(id);
        String others = QuarantineCaller.another(Role.CONTRIBUTOR, application).send("nothing.txt", new byte[0]);
        long before = editor.version(others);

        JsonNode begun = contributor.caller().post(RETRY, "{\"outcome\": \"unreadable\"}").expect(202).json();
        assertThat(begun.get("total").asInt()).isEqualTo(many);
        JsonNode done = contributor.whenOver(begun);

        assertThat(done.get("read").asInt()).isEqualTo(many);
        assertThat(done.get("searchable").asInt()).isZero();
        assertThat(done.get("percent").asInt()).isEqualTo(100);
        assertThat(contributor.list("").get("counts").get("unreadable").asInt()).isEqualTo(many);
        assertThat(editor.version(others)).as("nobody else's files").isEqualTo(before);
        Caller.another(Role.CONTRIBUTOR, application).get(QuarantineCaller.path(begun)).expect(404);
        visitor.caller().get(QuarantineCaller.path(begun)).expect(401);
        editor.caller().get(PATH + "/retries/none").expect(404);
    }

    @Test
    void takesNoRetryThatMakesNoSense() {
        for (String odd : List.of("{}", "{\"files\": [], \"outcome\": \"empty\"}", "{\"outcome\": \"extracted\"}",
                "{\"files\": [\"one\"]}", "{\"reason\": \"lost\"}", "{\"reason\": [\"scan\"]}", "{\"batch\": \"?\"}",
                "{\"files\": [], \"batch\": \"abcdefghij\"}", "{\"files\": [], \"reason\": \"scan\"}", "")) {
            assertThat(contributor.caller().post(RETRY, odd).expect(400).json().get("detail").asString()).as(odd)
                    .isNotBlank();
        }
        assertThat(contributor.caller().post(RETRY, "{\"files\": [\"999999999\"]}").expect(200).json()
                .get("retried").asInt()).isZero();
        contributor.caller().post(RETRY, "{\"outcome\": \"rejected\"}").expect(403);
        visitor.caller().post(RETRY, "{\"outcome\": \"empty\"}").expect(401);
    }

    /** Ends the worker at its first reading and at the one more try. */
    private byte[] breaksOffTwice(String before, String after) {
        return ("page " + before + "\nstumble " + folder.resolve("once") + "\nstumble " + folder.resolve("twice")
                + "\npage " + after).getBytes();
    }
}
