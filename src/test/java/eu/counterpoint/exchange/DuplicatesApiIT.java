package eu.counterpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.BatchSender.FormOf;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.MadeTexts;
import eu.counterpoint.testing.WholeApplication;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What the library has already, over REST and in the dry run of a batch. */
@WholeApplication
class DuplicatesApiIT {

    @Autowired
    private ApplicationContext application;

    private Caller contributor;
    private Caller other;
    private Caller editor;

    @BeforeEach
    void people() {
        contributor = Caller.another(Role.CONTRIBUTOR, application);
        other = Caller.another(Role.CONTRIBUTOR, application);
        editor = Caller.with(Role.EDITOR, application);
    }

    @Test
    void tellsOfTheSameFileAndOfNearlyTheSameTextButNotOfADraftOfSomebodyElse() {
        String text = MadeTexts.words(50_000, 600);
        String published = sent(editor, "?publish=true", new Form().file("as-published.txt", text));
        String near = sent(editor, "?publish=true", new Form().file("with-a-note.txt", text + " A note at the end."));
        String draft = sent(other, "", new Form().file("of-somebody-else.txt", text));
        List.of(published, near).forEach(editor::whenRead);
        other.whenRead(draft);

        String mine = sent(contributor, "", new Form().file("mine.txt", text).file("new.txt", "Nobody has this one."));
        JsonNode at = found(contributor, mine);
        assertThat(at.get(0).get("material").asString()).as("before it was read").isEqualTo(published);
        JsonNode record = contributor.whenRead(mine);

        JsonNode found = found(contributor, mine);
        assertThat(found).hasSize(2);
        JsonNode same = found.get(0);
        assertThat(same.get("likeness").asString()).isEqualTo("same-file");
        assertThat(same.get("file").asString()).isEqualTo(record.get("files").get(0).get("id").asString());
        assertThat(same.get("name").asString()).isEqualTo("mine.txt");
        assertThat(same.get("title").asString()).isEqualTo("as-published");
        assertThat(same.get("status").asString()).isEqualTo("published");
        assertThat(same.get("links").get("self").asString()).isEqualTo("/api/materials/" + published);
        assertThat(found.get(1).get("likeness").asString()).isEqualTo("nearly-same-text");
        assertThat(found.get(1).get("material").asString()).isEqualTo(near);
        assertThat(found(editor, mine).valueStream().map(one -> one.get("material").asString())).contains(draft);
        Caller.visitor(application).get("/api/materials/" + mine + "/duplicates").expect(404);
        assertThat(found(Caller.visitor(application), published).valueStream()
                .map(one -> one.get("material").asString())).containsExactly(near);
    }

    @Test
    void saysNothingToOthersOfAFileThatIsWithheld(@Autowired JdbcClient database) {
        String text = "These words stand in a file that nobody but administrators may have.";
        String rejected = sent(editor, "?publish=true", new Form().file("rejected.txt", text));
        editor.whenRead(rejected);
        database.sql("update material_files set withheld = true where material_id = ?").param(rejected).update();

        String mine = sent(contributor, "", new Form().file("mine.txt", text));
        contributor.whenRead(mine);

        assertThat(found(contributor, mine)).isEmpty();
        assertThat(found(editor, mine)).hasSize(1);
    }

    @Test
    void notesInTheDryRunOfABatchWhatIsThereAlreadyAndImportsItAllTheSame() {
        String text = "This very sentence came before, to be found in a dry run.";
        String published = sent(editor, "?publish=true", new Form().file("came-before.txt", text));
        sent(other, "", new Form().file("hidden.txt", "This very sentence is in a draft of somebody else."));

        JsonNode batch = contributor.post("/api/batches", new Form().file("again.txt", text)
                .file("hidden.txt", "This very sentence is in a draft of somebody else.")).expect(201).json();

        String path = "/api/batches/" + batch.get("id").asString();
        assertThat(batch.get("rows").get("create").asInt()).isEqualTo(2);
        assertThat(batch.get("rows").get("faulty").asInt()).isZero();
        JsonNode rows = contributor.get(path + "/rows").expect(200).json().get("rows");
        JsonNode note = rows.valueStream().filter(row -> row.get("title").asString().equals("again.txt")).findFirst()
                .orElseThrow().get("faults").get(0);
        assertThat(note.get("column").asString()).isEqualTo("files");
        assertThat(note.get("detail").asString()).isEqualTo("again.txt is already in the library: came-before");
        assertThat(note.get("material").asString()).isEqualTo(published);
        assertThat(rows.valueStream().filter(row -> row.get("title").asString().equals("hidden.txt")).findFirst()
                .orElseThrow().get("faults")).isEmpty();
    }

    @Test
    void notesInTheDryRunOfATableWhichRowsNameTheSameFileAndImportsThemAllTheSame() {
        BatchSender sender = new BatchSender(contributor);
        JsonNode batch = sender.send("/api/batches", BatchSender.table("twice.csv", """
                key,title,files
                a,The first,one.txt
                b,The second,one.txt
                c,The third,copy.txt
                d,The fourth,other.txt
                """).file("one.txt", "These words are named twice.").file("copy.txt", "These words are named twice.")
                .file("other.txt", "These words are named once."));

        assertThat(BatchSender.counts(batch)).isEqualTo("create 4, update 0, skip 0, faulty 0");
        assertThat(sender.said(batch, 2)).isEmpty();
        assertThat(sender.said(batch, 3)).isEqualTo("“one.txt” is the same file as in row 2.");
        assertThat(sender.said(batch, 4)).isEqualTo("“copy.txt” is the same file as in row 2.");
        assertThat(sender.said(batch, 5)).isEmpty();
        assertThat(sender.row(batch, 3).at("/faults/0/column").asString()).isEqualTo("files");
    }

    @Test
    void tellsOfTheFilesOfABatchWhichMaterialHasNearlyTheSameTextOnceTheyWereRead() {
        String text = MadeTexts.words(50_001, 600);
        String published = sent(editor, "?publish=true", new Form().file("as-published.txt", text));
        editor.whenRead(published);
        String draft = sent(other, "", new Form().file("of-somebody-else.txt", MadeTexts.words(50_002, 600)));
        other.whenRead(draft);
        BatchSender sender = new BatchSender(contributor);

        JsonNode batch = sender.send("/api/batches", new FormOf().file("revised.txt", text + " A note at the end.")
                .file("like-a-draft.txt", MadeTexts.words(50_002, 600) + " And a note.")
                .file("new.txt", MadeTexts.words(50_003, 600)));
        sender.start(batch);
        sender.whenDone(batch);

        JsonNode near = file(contributor, batch, "revised.txt").get("nearlySameText");
        assertThat(near.get("material").asString()).isEqualTo(published);
        assertThat(near.get("title").asString()).isEqualTo("as-published");
        assertThat(near.at("/links/self").asString()).isEqualTo("/api/materials/" + published);
        assertThat(near.at("/links/page").asString()).isEqualTo("/materials/" + published);
        assertThat(file(contributor, batch, "new.txt").has("nearlySameText")).isFalse();
        assertThat(file(contributor, batch, "like-a-draft.txt").has("nearlySameText"))
                .as("of a draft of somebody else").isFalse();
        assertThat(file(editor, batch, "like-a-draft.txt").at("/nearlySameText/material").asString())
                .isEqualTo(draft);
    }

    private static JsonNode file(Caller by, JsonNode batch, String name) {
        return by.get(BatchSender.path(batch) + "/files").expect(200).json().get("files").valueStream()
                .filter(file -> file.get("name").asString().equals(name)).findFirst().orElseThrow();
    }

    private static String sent(Caller by, String query, Form form) {
        return by.post("/api/materials" + query, form).expect(201).json().get("id").asString();
    }

    private static JsonNode found(Caller by, String id) {
        return by.get("/api/materials/" + id + "/duplicates").expect(200).json().get("duplicates");
    }
}
