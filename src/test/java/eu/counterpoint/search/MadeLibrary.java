package eu.counterpoint.search;

import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.vocabulary.Vocabulary;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts many made materials into the catalogue and the store, published and with files that have been read, as fast as that
 * goes: past the library's own way of changing one after another, and without telling the index.
 */
final class MadeLibrary {

    private static final int PORTION = 1_000;
    private static final int THREADS = 8;
    private static final Instant FIRST = Instant.parse("2020-01-01T00:00:00Z");

    private static final String MATERIAL = """
            insert into materials (id, title, title_from_name, summary, publication_year, organisation, reviewed_by, link,
              visibility, consent, purpose, gammma_goal, gammma_audience, gammma_message, gammma_messenger, gammma_media,
              gammma_action, gammma_evaluation, status, status_since, owner_id, revision, version, starter, created_at,
              changed_at, published_at)
            values (?, ?, false, ?, ?, ?, '', ?, ?, ?, '', '', '', '', '', '', '', '', 'PUBLISHED', ?, 1, 2, 3, false,
              ?, ?, ?)""";
    private static final String CONCEPT = "insert into material_concepts (material_id, position, scheme, concept) values (?, ?, ?, ?)";
    private static final String AUTHOR = "insert into material_authors (material_id, position, name) values (?, ?, ?)";
    private static final String FILE = """
            insert into material_files (material_id, name, sha256, bytes, media_type, outcome, language, pages, characters,
              extractor, received_at)
            values (?, ?, ?, ?, 'application/pdf', 'EXTRACTED', ?, ?, ?, ?, ?)""";
    private static final String HISTORY = """
            insert into material_history (material_id, revision, step, status, account_id, happened_at, fields)
            values (?, ?, ?, ?, 1, ?, '')""";

    private final JdbcTemplate database;
    private final TransactionTemplate transaction;
    private final ExtractedTexts texts;
    private final Vocabulary vocabulary;
    private final SourceWords words;
    private final double length;

    MadeLibrary(ApplicationContext application, SourceWords words) {
        this(application, words, 1);
    }

    /** @param length of the texts, as a part of what they would usually have */
    MadeLibrary(ApplicationContext application, SourceWords words, double length) {
        database = application.getBean(JdbcTemplate.class);
        transaction = new TransactionTemplate(application.getBean(PlatformTransactionManager.class));
        texts = application.getBean(ExtractedTexts.class);
        vocabulary = application.getBean(Vocabulary.class);
        this.words = words;
        this.length = length;
    }

    MadeMaterial number(int number) {
        return MadeMaterial.number(number, words, vocabulary, length);
    }

    /** Makes the materials of these numbers: from the first to before the last. */
    void make(int first, int last) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int start = first; start < last; start += PORTION) {
                List<Future<MadeMaterial>> kept = new ArrayList<>();
                for (int number = start; number < Math.min(start + PORTION, last); number++) {
                    int wanted = number;
                    kept.add(threads.submit(() -> keepTexts(number(wanted))));
                }
                List<MadeMaterial> made = new ArrayList<>();
                for (Future<MadeMaterial> one : kept) {
                    made.add(one.get());
                }
                transaction.executeWithoutResult(status -> insert(made));
            }
        }
    }

    private MadeMaterial keepTexts(MadeMaterial made) throws Exception {
        for (int file = 0; file < made.files().size(); file++) {
            texts.keep(sha256(made, file), Shelf.EXTRACTOR, made.files().get(file));
        }
        return made;
    }

    private void insert(List<MadeMaterial> made) {
        database.batchUpdate(MATERIAL, made.stream().map(this::material).toList());
        database.batchUpdate(CONCEPT, made.stream().flatMap(one -> concepts(one).stream()).toList());
        database.batchUpdate(AUTHOR, made.stream()
                .flatMap(one -> IntStream.range(0, one.description().authors().size())
                        .mapToObj(i -> new Object[]{one.id().value(), i, one.description().authors().get(i)}))
                .toList());
        database.batchUpdate(FILE, made.stream().flatMap(
                one -> IntStream.range(0, one.files().size()).mapToObj(file -> file(one, file))).toList());
        database.batchUpdate(HISTORY, made.stream().flatMap(one -> List.of(history(one, 1, "CREATED", "DRAFT"),
                history(one, 2, "MOVED", "PUBLISHED")).stream()).toList());
    }

    private Object[] material(MadeMaterial made) {
        var described = made.description();
        Timestamp at = at(made);
        return new Object[]{made.id().value(), described.title(), described.summary(), described.year(),
                described.organisation(), described.link(), described.visibility().name(),
                described.consent().name(), at, at, at, at};
    }

    private static List<Object[]> concepts(MadeMaterial made) {
        List<Object[]> rows = new ArrayList<>();
        made.description().concepts().forEach((scheme, ids) -> ids
                .forEach(id -> rows.add(new Object[]{made.id().value(), rows.size(), scheme.name(), id})));
        return rows;
    }

    private static Object[] file(MadeMaterial made, int file) {
        List<Passage> passages = made.files().get(file);
        long characters = passages.stream().mapToLong(passage -> passage.text().length()).sum();
        return new Object[]{made.id().value(), "file-" + (file + 1) + ".pdf", sha256(made, file).hex(), 3 * characters,
                "en", passages.getLast().page(), characters, Shelf.EXTRACTOR, at(made)};
    }

    private static Object[] history(MadeMaterial made, int revision, String step, String status) {
        return new Object[]{made.id().value(), revision, step, status, at(made)};
    }

    private static Timestamp at(MadeMaterial made) {
        return Timestamp.from(FIRST.plus(Duration.ofMinutes(Integer.parseInt(made.id().value().substring(5)))));
    }

    /** There is no original, so it has no hash; nothing that is measured reads one. */
    private static Sha256 sha256(MadeMaterial made, int file) {
        return new Sha256("%064x".formatted(
                new BigInteger(256, new Random(2L * Integer.parseInt(made.id().value().substring(5)) + file))));
    }
}
