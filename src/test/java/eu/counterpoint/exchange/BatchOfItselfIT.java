package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.BatchSender.counts;
import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.BatchSender.FormOf;
import eu.counterpoint.testing.Quine;
import eu.counterpoint.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** A ZIP that holds itself, and so without end. */
@Tag("once")
@WholeApplication
class BatchOfItselfIT {

    @Autowired
    private ApplicationContext application;

    private BatchSender sender;

    @BeforeEach
    void somebodyWithoutMaterials() {
        sender = new BatchSender(Caller.another(Role.CONTRIBUTOR, application));
    }

    @Test
    void isNoDocument() {
        JsonNode batch = sender.send("/api/batches", new FormOf().file("itself.zip", Quine.zip("itself.zip")));

        assertThat(counts(batch)).isEqualTo("create 0, update 0, skip 0, faulty 1");
        assertThat(sender.said(batch, 1)).isEqualTo("The library does not take this type of file: “itself.zip”.");
    }

    @Test
    void isFollowedNoDeeperThanAnyWhereItIsCalledADocument() {
        byte[] quine = Quine.zip("report.pdf");
        JsonNode batch = sender.send("/api/batches", new FormOf().file("papers.zip", quine));

        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 0");
        sender.start(batch);
        JsonNode done = sender.whenDone(batch);
        assertThat(done.at("/rows/done").asInt()).isOne();
        JsonNode file = sender.material(batch, 1).get("files").get(0);
        assertThat(file.get("name").asString()).isEqualTo("report.pdf");
        assertThat(file.get("size").asInt()).isEqualTo(quine.length);
        assertThat(file.get("outcome").asString()).isEqualTo("truncated");
        assertThat(file.get("reason").asString()).contains("files within files");
    }
}
