package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.BatchSender.counts;
import static eu.counterpoint.exchange.BatchSender.entries;
import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.BatchSender.FormOf;
import eu.counterpoint.testing.WholeApplication;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What people pack into a ZIP, and how their programs do it. */
@WholeApplication
class BatchArchivesIT {

    @Autowired
    private ApplicationContext application;

    private BatchSender sender;

    @BeforeEach
    void somebodyWithoutMaterials() {
        sender = new BatchSender(Caller.another(Role.CONTRIBUTOR, application));
    }

    @Test
    void saysOfAFileWithAnOddNameThatItIsNotTaken() {
        String longest = "long ".repeat(100) + ".exe";
        JsonNode batch = sender.send("/api/batches", new FormOf().file("odd.zip",
                Tables.zip(entries("evil\0.exe", "MZ\0 a program", longest, "MZ\0 another", "well.txt", "All is well."))));
        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 2");
        assertThat(sender.said(batch, 1)).isEqualTo("The library does not take this type of file: “evil.exe”.");
        assertThat(sender.said(batch, 2)).contains("long long", ".exe”.");
    }
}
