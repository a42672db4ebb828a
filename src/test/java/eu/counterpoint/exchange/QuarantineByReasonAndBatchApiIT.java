package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.QuarantineCaller.PATH;
import static eu.counterpoint.exchange.QuarantineCaller.RETRY;
import static eu.counterpoint.exchange.QuarantineCaller.materials;
import static eu.counterpoint.exchange.QuarantineCaller.reasons;
import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Role;
import eu.counterpoint.testing.Pdfs;
import eu.counterpoint.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Files that did not become fully searchable, over REST: those with a reason, and those of a batch. */
@WholeApplication
class QuarantineByReasonAndBatchApiIT {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private JdbcClient database;

    private QuarantineCaller contributor;
    private QuarantineCaller editor;

    @BeforeEach
    void people() {
        contributor = QuarantineCaller.another(Role.CONTRIBUTOR, application);
        editor = new QuarantineCaller(Caller.with(Role.EDITOR, application));
    }

    @Test
    void findsFilesByTheirReasonAndCountsThemWithinTheirOutcome() {
        String scan = contributor.send("scan.pdf", Pdfs.scanned());
        String blank = contributor.send("blank.txt", "   ".getBytes());
        contributor.send("broken.pdf", Pdfs.broken());

        JsonNode page = contributor.list("?reason=scan");

        assertThat(materials(page)).containsExactly(scan);
        assertThat(page.get("files").get(0).get("reasonId").asString()).isEqualTo("scan");
        assertThat(page.get("total").asInt()).isEqualTo(1);
        assertThat(reasons(page)).containsExactly("empty no-text Without words 1", "empty scan Scans 1",
                "unreadable damaged Damaged 1");
        assertThat(materials(contributor.list("?reason=scan&reason=no-text"))).containsExactly(blank, scan);
        assertThat(materials(contributor.list("?reason=scan&outcome=crashed"))).isEmpty();
        assertThat(reasons(somebodyElse().list(""))).as("nothing of anybody else").isEmpty();
    }

    @Test
    void findsTheFilesOfABatchForThoseAloneWhoMayKnowOfIt() {
        String alone = contributor.send("alone.pdf", Pdfs.scanned());
        String batch = contributor.batch("scan.pdf", Pdfs.scanned(), "broken.pdf", Pdfs.broken(), "well.txt",
                "All is well.".getBytes());

        JsonNode page = contributor.list("?batch=" + batch);

        assertThat(page.get("total").asInt()).isEqualTo(2);
        assertThat(materials(page)).doesNotContain(alone);
        assertThat(page.get("counts").get("empty").asInt()).isEqualTo(1);
        assertThat(reasons(page)).containsExactly("empty scan Scans 1", "unreadable damaged Damaged 1");
        assertThat(contributor.list("?batch=" + batch + "&reason=scan").get("total").asInt()).isEqualTo(1);
        JsonNode listed = contributor.caller().get("/api/batches/" + batch + "/files?state=failed").expect(200).json();
        assertThat(listed.get("files").valueStream().map(file -> file.get("reasonId").asString()))
                .containsExactlyInAnyOrder("scan", "damaged");
        assertThat(listed.get("files").valueStream().map(file -> file.get("reason").asString()))
                .anyMatch(why -> why.contains("pictures of pages")).anyMatch(why -> why.contains("damaged"));
        assertThat(editor.list("?batch=" + batch).get("total").asInt()).isEqualTo(2);
        QuarantineCaller other = somebodyElse();
        other.send("theirs.pdf", Pdfs.scanned());
        assertThat(other.caller().get(PATH + "?batch=" + batch).expect(200).response().body())
                .contains("\"total\":0", "\"counts\":{}", "\"reasons\":[]");
        assertThat(contributor.list("?batch=nosuchone1").get("total").asInt()).isZero();
    }

    @Test
    void readsAllWithAReasonAgainAndNoOthersOfTheirOutcome() {
        String scan = contributor.send("scan.pdf", Pdfs.scanned());
        String blank = contributor.send("blank.txt", "   ".getBytes());
        String theirs = somebodyElse().send("theirs.pdf", Pdfs.scanned());
        long before = editor.version(scan);
        long blankBefore = editor.version(blank);
        long theirsBefore = editor.version(theirs);

        JsonNode done = contributor.retryAll("{\"reason\": \"scan\"}");

        assertThat(done.get("reason").asString()).isEqualTo("scan");
        assertThat(done.get("outcome").isNull()).isTrue();
        assertThat(done.get("total").asInt()).isEqualTo(1);
        assertThat(done.get("read").asInt()).isEqualTo(1);
        assertThat(editor.version(scan)).isGreaterThan(before);
        assertThat(editor.version(blank)).isEqualTo(blankBefore);
        assertThat(editor.version(theirs)).isEqualTo(theirsBefore);
    }

    @Test
    void readsAllOfABatchAgainAndNoOthers() {
        String alone = contributor.send("alone.pdf", Pdfs.scanned());
        String batch = contributor.batch("scan.pdf", Pdfs.scanned(), "broken.pdf", Pdfs.broken());
        String other = contributor.batch("scan-too.pdf", Pdfs.scanned());
        long before = editor.version(alone);

        JsonNode scans = contributor.retryAll("{\"outcome\": \"empty\", \"batch\": \"" + batch + "\"}");
        assertThat(scans.get("total").asInt()).isEqualTo(1);
        assertThat(scans.get("outcome").asString()).isEqualTo("empty");
        assertThat(scans.get("batch").asString()).isEqualTo(batch);
        assertThat(contributor.retryAll("{\"reason\": \"scan\", \"batch\": \"" + other + "\"}").get("read").asInt())
                .isEqualTo(1);
        assertThat(contributor.retryAll("{\"batch\": \"" + batch + "\"}").get("read").asInt()).isEqualTo(2);
        assertThat(somebodyElse().retryAll("{\"batch\": \"" + batch + "\"}").get("total").asInt())
                .as("a batch of somebody else").isZero();
        assertThat(editor.version(alone)).isEqualTo(before);
    }

    @Test
    void leavesRejectedFilesAloneWhereAllOfABatchAreReadAgain() {
        String batch = editor.batch("broken.pdf", Pdfs.broken(), "scan.pdf", Pdfs.scanned());
        long rejected = database.sql("""
                select min(material_file) from batch_files where batch_id = ? and name = 'broken.pdf'""").param(batch)
                .query(Long.class).single();
        database.sql("update material_files set outcome = 'REJECTED', reason = 'harmful' where id = ?").param(rejected)
                .update();

        assertThat(editor.retryAll("{\"batch\": \"" + batch + "\"}").get("read").asInt()).isEqualTo(1);
        editor.caller().post(RETRY, "{\"reason\": \"harmful\"}").expect(403);
        editor.caller().post(RETRY, "{\"outcome\": \"rejected\", \"batch\": \"" + batch + "\"}").expect(403);
        assertThat(database.sql("select outcome from material_files where id = ?").param(rejected).query(String.class)
                .single()).isEqualTo("REJECTED");
    }

    private QuarantineCaller somebodyElse() {
        return QuarantineCaller.another(Role.CONTRIBUTOR, application);
    }
}
