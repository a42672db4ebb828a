package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.QuarantineCaller.PATH;
import static eu.counterpoint.exchange.QuarantineCaller.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.WholeApplication;
import eu.counterpoint.testing.Words;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** Files that did not become fully searchable, over REST: which they are, and what a person decides about one. */
@WholeApplication
class QuarantineApiIT {

    @Autowired
    private ApplicationContext application;

    private QuarantineCaller contributor;
    private QuarantineCaller editor;
    private Caller visitor;

    @BeforeEach
    void people() {
        contributor = QuarantineCaller.another(Role.CONTRIBUTOR, application);
        editor = new QuarantineCaller(Caller.with(Role.EDITOR, application));
        visitor = Caller.visitor(application);
    }

    @Test
    void listsWhyAFileIsNotSearchableAndWhatToDo() {
        String id = contributor.send("scan.pdf", Pdfs.scanned());
        contributor.send("broken.pdf", Pdfs.broken());
        contributor.send("well.txt", "All is well.".getBytes());

        JsonNode page = contributor.list("");
        assertThat(page.get("total").asLong()).isEqualTo(2);
        assertThat(page.get("counts").get("empty").asLong()).isEqualTo(1);
        assertThat(page.get("counts").get("unreadable").asLong()).isEqualTo(1);
        JsonNode scan = contributor.list("?outcome=empty").get("files").get(0);
        assertThat(scan.get("material").asString()).isEqualTo(id);
        assertThat(scan.get("file").get("reason").asString()).contains("pictures of pages");
        assertThat(scan.get("advice").asString()).contains("OCR");
        assertThat(contributor.list("?outcome=crashed").get("total").asLong()).isZero();
        assertThat(contributor.list("?size=1&page=1").get("files").size()).isEqualTo(1);
        assertThat(QuarantineCaller.materials(editor.list("?size=100"))).contains(id);
        assertThat(Caller.another(Role.CONTRIBUTOR, application).get(PATH).expect(200).response().body())
                .as("nothing of anybody else").doesNotContain(id).contains("\"total\":0", "\"counts\":{}");
        visitor.get(PATH).expect(401);
        for (String odd : List.of("?outcome=lost", "?outcome=extracted", "?page=-1", "?size=0", "?size=101",
                "?accepted=maybe", "?reason=lost", "?reason=of.empty", "?batch=no%20batch", "?batch=%00")) {
            assertThat(contributor.caller().get(PATH + odd).expect(400).json().get("detail").asString()).as(odd)
                    .isNotBlank();
        }
    }

    @Test
    void acceptsAFileAsItIs() {
        String id = contributor.send("scan.pdf", Pdfs.scanned());
        String file = contributor.filePath(id);

        visitor.post(file + "/accept", "").expect(401);
        Caller.another(Role.CONTRIBUTOR, application).post(file + "/accept", "").expect(404);
        contributor.caller().post(file + "/accept", "").expect(200);

        assertThat(contributor.list("").get("total").asInt()).isZero();
        JsonNode accepted = contributor.list("?accepted=true");
        assertThat(accepted.get("accepted").asInt()).isEqualTo(1);
        assertThat(accepted.get("files").get(0).get("acceptedBy").asString()).isEqualTo("Test contributor");
        assertThat(accepted.get("files").get(0).get("acceptedAt").asString()).isNotBlank();
        contributor.caller().post(file + "/retry", "").expect(200);
        contributor.caller().whenRead(id);
        assertThat(contributor.list("").get("total").asInt()).isEqualTo(1);
    }

    @Test
    void replacesAFileInItsRecord() {
        String word = "q" + Words.unique();
        String id = editor.publish("report.pdf", Pdfs.broken());
        String file = editor.filePath(id);
        Form whole = new Form().file("whole.pdf", Pdfs.saying("Whole " + word));

        contributor.caller().send(put(contributor, file, whole)).expect(403);
        assertThat(editor.caller().send(put(editor, file, new Form().file("x.exe", "MZ\u0090\u0000"))).expect(415)
                .json().get("detail").asString()).contains("x.exe");
        editor.caller().send(put(editor, file, new Form())).expect(400);
        editor.caller().send(put(editor, file, new Form().file("a.txt", "a").file("b.txt", "b"))).expect(400);
        assertThat(editor.outcome(id)).isEqualTo("unreadable");
        JsonNode record = editor.caller().send(put(editor, file, whole)).expect(200).json();

        assertThat(record.get("files").size()).isEqualTo(1);
        assertThat(record.get("files").get(0).get("name").asString()).isEqualTo("whole.pdf");
        assertThat(editor.outcomeWhenRead(id)).isEqualTo("extracted");
        await().atMost(PATIENCE).until(() -> editor.found(word) == 1);
        assertThat(visitor.get(file + "/text").expect(200).response().body()).contains(word);
        long version = editor.version(id);
        editor.caller().send(put(editor, file, whole)).expect(200);
        assertThat(editor.version(id)).as("sent twice, done once").isEqualTo(version);
    }

    private static HttpRequest.Builder put(QuarantineCaller by, String path, Form form) {
        return by.caller().request(path).header("Content-Type", Form.TYPE)
                .PUT(BodyPublishers.ofByteArray(form.whole()));
    }
}
