package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.WholeApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Files over which the process that reads them is lost: each is tried again, and costs nobody else anything. */
@WholeApplication
class LostWorkersIT {

    @Autowired
    private ApplicationContext application;

    @TempDir
    private Path folder;

    private Caller contributor;

    @BeforeEach
    void people() {
        contributor = Caller.with(Role.CONTRIBUTOR, application);
    }

    @Test
    void triesAFileAgainWhoseWorkerWasLost() {
        String id = send("stumbles.misbehaving",
                "page Before.\nstumble " + folder.resolve("stumbled") + "\npage After.");

        JsonNode file = read(id);

        assertThat(file.get("outcome").asString()).isEqualTo("extracted");
        assertThat(folder.resolve("stumbled")).as("the trace of the first attempt").exists();
        assertThat(text(id, file)).contains("Before.").contains("After.");
    }

    @Test
    void doesNotBlameAFileForWorkersThatWereStopped() {
        String id = send("stopped.misbehaving",
                "page Before.\nstopped " + folder.resolve("stopped") + "\npage After.");

        JsonNode file = read(id);

        assertThat(file.get("outcome").asString()).isEqualTo("extracted");
        assertThat(folder.resolve("stopped2")).as("the trace of the second attempt").exists();
        assertThat(text(id, file)).contains("Before.").contains("After.");
    }

    @Tag("once")
    @Test
    void saysSoWhenTheWorkerIsLostEachTimeAndReadsTheOthers() {
        String ends = send("ends.misbehaving", "page Read before the end.\nexit 0");
        String hoards = send("hoards.misbehaving", "page Read before the memory ran out.\nhoard");
        String well = send("well.misbehaving", "page All is well.");

        assertLost(ends, "broke down", "Read before the end.");
        assertLost(hoards, "memory", "Read before the memory ran out.");
        assertThat(read(well).get("outcome").asString()).isEqualTo("extracted");
    }

    private void assertLost(String id, String why, String kept) {
        JsonNode file = read(id);
        assertThat(file.get("outcome").asString()).isEqualTo("crashed");
        assertThat(file.get("reason").asString()).contains(why);
        assertThat(text(id, file)).contains(kept);
    }

    private String send(String name, String script) {
        return contributor.post("/api/materials", new Form().file(name, script)).expect(201).json().get("id")
                .asString();
    }

    private JsonNode read(String id) {
        return contributor.whenRead(id).get("files").get(0);
    }

    private String text(String id, JsonNode file) {
        return contributor.get("/api/materials/" + id + "/files/" + file.get("id").asString() + "/text").expect(200)
                .response().body();
    }
}
