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
        assertReadAfter("stumble", folder.resolve("stumbled"), "stumbled");
    }

    @Test
    void doesNotBlameAFileForWorkersThatWereStopped() {
        assertReadAfter("stopped", folder.resolve("stopped"), "stopped2");
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

    /**
     * @param losing what loses a worker the first time, or the first times
     * @param place  where it leaves its traces
     * @param trace  that of the last lost worker
     */
    private void assertReadAfter(String losing, Path place, String trace) {
        String id = send("unlucky.misbehaving", "page Before.\n" + losing + " " + place + "\npage After.");

        JsonNode file = read(id);

        assertThat(file.get("outcome").asString()).isEqualTo("extracted");
        assertThat(folder.resolve(trace)).as("the trace of the last lost worker").exists();
        assertThat(text(id, file)).contains("Before.").contains("After.");
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
