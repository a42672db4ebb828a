package eu.counterpoint.exchange;

import static eu.counterpoint.exchange.BatchSender.PATIENCE;
import static eu.counterpoint.exchange.BatchSender.counts;
import static eu.counterpoint.exchange.BatchSender.entries;
import static eu.counterpoint.exchange.BatchSender.path;
import static eu.counterpoint.exchange.BatchSender.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.account.Role;
import eu.counterpoint.exchange.BatchSender.FormOf;
import eu.counterpoint.exchange.Caller.Form;
import eu.counterpoint.testing.WholeApplication;
import java.lang.reflect.RecordComponent;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@WholeApplication
class BatchApiIT {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private JdbcClient database;

    private Caller sender;
    private BatchSender batches;

    @BeforeEach
    void somebodyWithoutMaterials() {
        sender = Caller.another(Role.CONTRIBUTOR, application);
        batches = new BatchSender(sender);
    }

    @Test
    void namesFortyFaultyRowsOfThreeThousandImportsTheOthersAndOnceCorrectedTheFortyAlone() {
        Map<Integer, String> wrong = Tables.faulty(3_000, 40);
        JsonNode batch = send("/api/batches", table("many.csv", Tables.table("many", 3_000, wrong)));
        assertThat(counts(batch)).isEqualTo("create 2960, update 0, skip 0, faulty 40");
        assertThat(materials()).as("a dry run imports nothing").isZero();
        Map<Integer, String> said = faults(batch);
        assertThat(said).hasSize(40);
        wrong.forEach((row, words) -> assertThat(said.get(row)).as("row %s", row).contains(words));
        assertThat(said.get(2)).contains("themes:", "prison-and-probation");
        assertThat(said.get(2 + 6 * 75)).as("every fault of a row").contains("language:", "year:");

        start(batch);
        JsonNode done = whenDone(batch);
        assertThat(done.at("/rows/done").asInt()).isEqualTo(2_960);
        assertThat(materials()).isEqualTo(2_960);

        JsonNode corrected = send("/api/batches", table("many.csv", Tables.table("many", 3_000, Map.of())));
        assertThat(counts(corrected)).isEqualTo("create 40, update 0, skip 2960, faulty 0");
        start(corrected);
        whenDone(corrected);
        assertThat(materials()).isEqualTo(3_000);
        assertThat(database.sql("select count(distinct title) from materials where title like 'Record % of many'")
                .query(Integer.class).single()).isEqualTo(3_000);
    }

    @Test
    void takesFilesThatTheTableNamesFromAZipAndAsTheyAre() {
        String table = """
                key;title;files;themes;authors
                a;With two files;reports/one.txt|two.txt;Gefängnis|education;"Ada; Bo"
                b;With one that never came;three.txt;;
                c;With a program;run.exe;;
                """;
        JsonNode batch = send("/api/batches",
                table("files.csv", table).file("papers.zip",
                        Tables.zip(entries("reports/one.txt", "The first text.", "other/one.txt", "Another first.",
                                "run.exe", "MZ\0\0\0 a program")))
                        .file("two.txt", "The second text."));
        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 2");
        assertThat(faults(batch)).containsOnlyKeys(3, 4);
        assertThat(batch.get("unnamedFiles").asInt()).as("other/one.txt").isOne();
        assertThat(faults(batch).get(3)).isEqualTo("files: The file “three.txt” was not sent.");
        assertThat(faults(batch).get(4)).startsWith("files: The library does not take this type of file");

        start(batch);
        JsonNode done = whenDone(batch);
        assertThat(done.at("/files/done").asInt()).isEqualTo(2);
        assertThat(done.at("/files/bytesDone").asInt()).isEqualTo(31);
        JsonNode record = material(batch, 2);
        assertThat(record.get("files").valueStream().map(file -> file.get("name").asString()))
                .containsExactly("one.txt", "two.txt");
        assertThat(record.get("files").valueStream().map(file -> file.get("outcome").asString()))
                .containsOnly("extracted");
        assertThat(record.get("themes").valueStream().map(JsonNode::asString)).containsExactly("prison-and-probation",
                "education");
        assertThat(record.get("authors").valueStream().map(JsonNode::asString)).containsExactly("Ada", "Bo");

        JsonNode again = send("/api/batches", table("files.csv", table).file("three.txt", "The third text."));
        assertThat(counts(again)).as("what was sent before need not come again")
                .isEqualTo("create 1, update 0, skip 1, faulty 1");
    }

    @Test
    void makesADraftOfEachFileWhereThereIsNoTable() {
        byte[] zip = Tables.zip(entries("a/minutes.txt", "What was said.", "b/minutes.txt", "What else was said.",
                "__MACOSX/._minutes.txt", "nothing", ".DS_Store", "nothing"));
        JsonNode batch = send("/api/batches?name=Minutes", new FormOf().file("minutes.zip", zip));
        assertThat(batch.get("name").asString()).isEqualTo("Minutes");
        assertThat(counts(batch)).isEqualTo("create 2, update 0, skip 0, faulty 0");
        start(batch);
        assertThat(whenDone(batch).at("/files/done").asInt()).isEqualTo(2);
        assertThat(material(batch, 1).get("title").asString()).isEqualTo("minutes");
        assertThat(material(batch, 1).get("status").asString()).isEqualTo("draft");

        JsonNode again = send("/api/batches", new FormOf().file("minutes.zip", zip).file("new.txt", "Something new.")
                .file("new.txt", "Something else of that name."));
        assertThat(counts(again)).isEqualTo("create 2, update 0, skip 2, faulty 0");
    }

    @Test
    void readsJsonWithTheWordsOfMetadataAndNamesEveryFaultOfARow() {
        JsonNode batch = send("/api/batches", table("list.json", """
                [{"key": "1", "title": "From JSON", "kind": "research", "themes": ["gaming"], "year": 2020,
                  "gammma": {"goal": "To be read"}, "visibility": "signed-in"},
                 {"key": "2", "titel": "Misspelt", "themes": "gamming", "consent": "perhaps", "year": 20.5},
                 {"key": "1", "title": "The same key"},
                 "no object"]"""));
        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 3");
        assertThat(faults(batch).get(2)).contains("titel: There is no field called titel. Perhaps title is meant.",
                "themes: “gamming” is not in our list. Nearest are: gaming", "consent: “perhaps” is not one of",
                "year: year takes one text or whole number.", "title: A title is needed");
        assertThat(faults(batch).get(3)).isEqualTo("key: Row 1 has the same key.");
        assertThat(faults(batch).get(4)).contains("This is no object");
        start(batch);
        whenDone(batch);
        JsonNode record = material(batch, 1);
        assertThat(record.at("/gammma/goal").asString()).isEqualTo("To be read");
        assertThat(record.get("visibility").asString()).isEqualTo("signed-in");
    }

    @Test
    void readsReferencesFromAReferenceManager() {
        JsonNode batch = send("/api/batches", table("library.ris", """
                TY  - RPRT
                ID  - smith2018
                TI  - Counter-narratives
                  that carry
                AU  - Smith, Ada
                AU  - Jones, Bo
                PY  - 2018/05/03/
                DO  - 10.1000/182
                LA  - eng
                KW  - Gaming
                KW  - Nothing of the kind
                PB  - The house
                ER  -\s

                TY  - JOUR
                TI  - Another one
                LA  - xx
                ER  -\s
                """));
        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 1");
        assertThat(faults(batch).get(2)).startsWith("language: “xx” is not in our list");
        start(batch);
        whenDone(batch);
        JsonNode record = material(batch, 1);
        assertThat(record.get("title").asString()).isEqualTo("Counter-narratives that carry");
        assertThat(record.get("authors").valueStream().map(JsonNode::asString)).containsExactly("Smith, Ada",
                "Jones, Bo");
        assertThat(record.get("year").asInt()).isEqualTo(2018);
        assertThat(record.get("link").asString()).isEqualTo("https://doi.org/10.1000/182");
        assertThat(record.get("language").asString()).isEqualTo("en");
        assertThat(record.get("themes").valueStream().map(JsonNode::asString)).containsExactly("gaming");
    }

    @Test
    void readsBibtexWithItsLettersAndSaysWhereItIsBroken() {
        JsonNode batch = send("/api/batches", table("library.bib", """
                @comment{from a reference manager}
                @string{house = "The house"}
                @techreport{muller2019,
                  title = {{Pr\\'evention} and K{\\"u}nste},
                  author = {M{\\"u}ller, Ada and Jones, Bo},
                  year = 2019, month = jan, institution = house,
                  url = {https://example.org/a_b}, keywords = {gaming, nothing of the kind}
                }
                @misc{other, title = "Another one", date = {2017-03}}
                """));
        assertThat(counts(batch)).isEqualTo("create 2, update 0, skip 0, faulty 0");
        start(batch);
        whenDone(batch);
        JsonNode record = material(batch, 1);
        assertThat(record.get("title").asString()).isEqualTo("Prévention and Künste");
        assertThat(record.get("authors").valueStream().map(JsonNode::asString)).containsExactly("Müller, Ada",
                "Jones, Bo");
        assertThat(record.get("organisation").asString()).isEqualTo("The house");
        assertThat(record.get("link").asString()).isEqualTo("https://example.org/a_b");
        assertThat(record.get("themes").valueStream().map(JsonNode::asString)).containsExactly("gaming");
        assertThat(material(batch, 2).get("year").asInt()).isEqualTo(2017);
        JsonNode twice = send("/api/batches", table("t.bib", "@misc{a, title={One}}\n@misc{a, title={Two}}\n"));
        assertThat(counts(twice)).isEqualTo("create 1, update 0, skip 0, faulty 1");
        assertThat(faults(twice)).isEqualTo(Map.of(2, "key: Row 1 has the same key."));
        refused(table("t.bib", "@misc{a,\n title = {never closed\n}\n"), 400, "The BibTeX is broken near line");
    }

    @Test
    void readsWhatExcelWritesAndSaysWhenItHadToGuess() {
        String table = "Key;Title;Intended users;x-notes\r\n1;Für Fußgänger;Lehrer;mine\r\n";
        JsonNode guessed = send("/api/batches", new FormOf().manifest("excel.csv",
                table.getBytes(Charset.forName("windows-1252"))));
        assertThat(guessed.get("note").asString()).contains("Windows-1252");
        JsonNode marked = send("/api/batches", new FormOf().manifest("excel.csv", Tables.utf8("\uFEFF" + table)));
        assertThat(marked.get("note").isNull()).isTrue();
        for (JsonNode batch : List.of(guessed, marked)) {
            assertThat(row(batch, 2).get("title").asString()).isEqualTo("Für Fußgänger");
        }
    }

    @Test
    void changesWhatChangedAndLeavesAloneWhatAPersonHasEditedSince() {
        String table = "key,title,summary,year\nx,The first,About it,2019\ny,The second,About it,2019\n";
        JsonNode first = send("/api/batches", table("t.csv", table));
        start(first);
        whenDone(first);
        String edited = row(first, 3).get("material").asString();
        sender.put("/api/materials/" + edited, "{\"title\": \"By hand\"}", "If-Match", "*").expect(200);

        JsonNode second = send("/api/batches",
                table("t.csv", "key,title,summary,year\nx,The first anew,,2019\ny,The second anew,,2019\n"));
        assertThat(counts(second)).isEqualTo("create 0, update 1, skip 1, faulty 0");
        assertThat(row(second, 3).get("faults").get(0).get("detail").asString()).contains("edited it here");
        start(second);
        whenDone(second);
        JsonNode changed = material(second, 2);
        assertThat(changed.get("title").asString()).isEqualTo("The first anew");
        assertThat(changed.get("summary").asString()).as("an empty cell takes nothing away").isEqualTo("About it");
        assertThat(sender.get("/api/materials/" + edited).expect(200).json().get("title").asString())
                .isEqualTo("By hand");
        assertThat(materials()).isEqualTo(2);
    }

    @Test
    void restsWhenPausedGoesOnWhenResumedAndEndsWhenCancelled() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < 150; i++) {
            files.put("text-" + i + ".txt", Tables.utf8("The text of number " + i + "."));
        }
        JsonNode batch = send("/api/batches", new FormOf().file("texts.zip", Tables.zip(files)));
        start(batch);
        JsonNode paused = sender.post(path(batch) + "/pause", "{}").expect(200).json();
        assertThat(paused.get("state").asString()).isEqualTo("paused");
        int before = paused.at("/rows/done").asInt();
        assertThat(before).isLessThan(150);
        await().atMost(PATIENCE).until(() -> handedOverAreRead(read(batch)));
        assertThat(read(batch).at("/rows/done").asInt()).as("nothing more is imported").isEqualTo(before);
        sender.post(path(batch) + "/start", "{}").expect(409);

        sender.post(path(batch) + "/resume", "{}").expect(200);
        JsonNode done = whenDone(batch);
        assertThat(done.at("/files/done").asInt()).isEqualTo(150);
        assertThat(materials()).isEqualTo(150);
        sender.post(path(batch) + "/pause", "{}").expect(409);

        JsonNode other = send("/api/batches", table("other.csv", Tables.table("other", 400, Map.of())));
        start(other);
        JsonNode cancelled = sender.post(path(other) + "/cancel", "{}").expect(200).json();
        assertThat(cancelled.get("state").asString()).isEqualTo("cancelled");
        assertThat(read(other).at("/rows/done").asInt()).isEqualTo(cancelled.at("/rows/done").asInt())
                .isEqualTo(materials() - 150);
    }

    @Test
    void isForItsSenderAndEditorsAlone() {
        JsonNode batch = send("/api/batches", table("mine.csv", "key,title\n1,Mine\n"));
        Caller other = Caller.another(Role.CONTRIBUTOR, application);
        Caller editor = Caller.with(Role.EDITOR, application);
        for (String path : List.of("", "/rows", "/files")) {
            other.get(path(batch) + path).expect(404);
            editor.get(path(batch) + path).expect(200);
            Caller.visitor(application).get(path(batch) + path).expect(401);
        }
        other.post(path(batch) + "/start", "{}").expect(404);
        assertThat(other.get("/api/batches").expect(200).json().get("total").asInt()).isZero();
        assertThat(sender.get("/api/batches").expect(200).json().get("total").asInt()).isOne();
        Caller.visitor(application).post("/api/batches", table("t.csv", "key,title\n1,Mine\n")).expect(401);
        sender.post("/api/batches?publish=true", table("t.csv", "key,title\n1,Mine\n")).expect(403);
        sender.delete(path(batch)).expect(204);
        sender.get(path(batch)).expect(404);
    }

    @Test
    void publishesAtOnceForEditorsWhereNothingStandsInTheWay() {
        Caller editor = Caller.another(Role.EDITOR, application);
        JsonNode batch = editor.post("/api/batches?publish=true",
                table("p.csv", "key,title,consent,files\n1,Published by a batch,,found.txt\n2,Not yet,missing,\n")
                        .file("found.txt", "A word that is wonderfullybatched."))
                .expect(201).json();
        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 1");
        editor.post(path(batch) + "/start", "{}").expect(200);
        await().atMost(PATIENCE).until(() -> editor.get(path(batch)).json().get("state").asString().equals("done"));
        // What the index has been given is seen with its next refresh.
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(
                editor.get("/api/search?q=wonderfullybatched").expect(200).json().get("total").asInt()).isOne());
    }

    @Test
    void refusesWhatCannotBeReadAtAllInPlainWordsAndKeepsNothing() {
        refused(table("t.csv", "key,titel\n1,a\n"), 400, "Perhaps title is meant");
        refused(table("t.csv", "key,title\n1,\"never closed\n2,b\n"), 400, "The table is broken near line");
        refused(table("t.csv", ""), 400, "The table has no rows");
        refused(table("t.xlsx", "PK"), 400, "CSV UTF-8");
        refused(table("t.json", "{\"title\": \"no list\"}"), 400, "a list of objects");
        refused(table("t.json", "[{\"title\": \"broken\"}"), 400, "broken at line 1");
        refused(new FormOf().file("no.zip", "no archive"), 400, "is no ZIP archive");
        refused(new FormOf().file("bomb.zip", Tables.zip(Map.of("zeros.txt", new byte[20_000_000]))), 413,
                "unpacks to more than 200 times its size");
        refused(new FormOf(), 400, "Nothing was sent");
        assertThat(sender.get("/api/batches").json().get("total").asInt()).isZero();
    }

    @Test
    void offersATableToBeginWithThatCanBeSentBack() {
        var template = sender.get("/api/batches/template").expect(200).response();
        JsonNode batch = send("/api/batches", table("template.csv", template.body()).file("report.pdf", "%PDF-1.4")
                .file("slides.pptx", Tables.zip(entries("[Content_Types].xml", "<Types/>", "ppt/presentation.xml",
                        "<p/>"))));
        assertThat(faults(batch)).isEmpty();
        assertThat(counts(batch)).isEqualTo("create 1, update 0, skip 0, faulty 0");
    }

    @Test
    void hasAColumnForEveryWordOfMetadataAndNoOther() {
        List<String> words = new ArrayList<>(List.of("key", "files"));
        for (RecordComponent word : Metadata.class.getRecordComponents()) {
            if (word.getType().isRecord()) {
                Stream.of(word.getType().getRecordComponents())
                        .forEach(part -> words.add(word.getName() + "." + part.getName()));
            } else {
                words.add(word.getName());
            }
        }
        String headings = sender.get("/api/batches/template").expect(200).response().body().lines().findFirst()
                .orElseThrow().replace("\uFEFF", "");
        assertThat(headings.split(",")).containsExactlyInAnyOrderElementsOf(words);
    }

    private void refused(Form form, int status, String words) {
        assertThat(sender.post("/api/batches", form).expect(status).json().get("detail").asString()).contains(words);
    }

    private JsonNode send(String path, Form form) {
        return batches.send(path, form);
    }

    private void start(JsonNode batch) {
        batches.start(batch);
    }

    private JsonNode read(JsonNode batch) {
        return batches.read(batch);
    }

    private JsonNode whenDone(JsonNode batch) {
        return batches.whenDone(batch);
    }

    private static boolean handedOverAreRead(JsonNode batch) {
        return batch.at("/files/done").asInt() == batch.at("/rows/done").asInt();
    }

    private JsonNode row(JsonNode batch, int number) {
        return batches.row(batch, number);
    }

    private JsonNode material(JsonNode batch, int row) {
        return batches.material(batch, row);
    }

    private Map<Integer, String> faults(JsonNode batch) {
        return batches.faults(batch);
    }

    private int materials() {
        return database.sql("""
                select count(*) from materials where owner_id =
                (select owner_id from batches where id = ?)""")
                .param(sender.get("/api/batches").json().get("batches").get(0).get("id").asString())
                .query(Integer.class).single();
    }
}
