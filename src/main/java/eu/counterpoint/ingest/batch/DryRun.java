package eu.counterpoint.ingest.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.ingest.batch.BatchRow.State;
import eu.counterpoint.ingest.batch.KnownKeys.Known;
import eu.counterpoint.ingest.batch.Originals.Came;
import eu.counterpoint.ingest.batch.RowTable.Planned;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.ui.Texts;

/** Looks at every row of a batch and says what an import would do with it, and what is wrong with it; imports nothing. */
@Component
class DryRun {

    private static final int TOGETHER = 500;
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_TITLE = 500;

    private final Map<Manifest.Form, Manifest> manifests;
    private final EntryCheck check;
    private final Originals originals;
    private final KnownKeys keys;
    private final RowTable rows;
    private final Decision.Maker decisions;
    private final Past.Pasts pasts;
    private final Library library;
    private final FileStore store;
    private final BatchSettings settings;
    private final Texts texts;
    private final AlreadyThere alreadyThere;

    DryRun(CsvManifest csv, JsonManifest json, RisManifest ris, BibtexManifest bibtex, EntryCheck check,
            Originals originals, KnownKeys keys, RowTable rows,
            Decision.Maker decisions, Past.Pasts pasts, Library library, FileStore store, BatchSettings settings,
            Texts texts, AlreadyThere alreadyThere) {
        this.manifests = Map.of(Manifest.Form.CSV, csv, Manifest.Form.JSON, json, Manifest.Form.RIS, ris,
                Manifest.Form.BIBTEX, bibtex);
        this.check = check;
        this.originals = originals;
        this.keys = keys;
        this.rows = rows;
        this.decisions = decisions;
        this.pasts = pasts;
        this.library = library;
        this.store = store;
        this.settings = settings;
        this.texts = texts;
        this.alreadyThere = alreadyThere;
    }

    /** A row as far as it can be judged by itself. */
    private record Read(int number, String key, String title, RowContent content, String digest, List<NewFile> files,
            List<String> notSent, List<Fault> faults) {}

    /**
     * What was found besides rows.
     *
     * @param note    key of a sentence about the table, or null
     * @param unnamed how many files came that no row names
     */
    record Found(@Nullable String note, int unnamed) {

        static final Found NOTHING = new Found(null, 0);
    }

    /**
     * Writes what it finds in the place of what an earlier dry run found.
     *
     * @throws BatchRefusedException when the table as a whole cannot be read, or is too long
     */
    Found run(Batch batch, Reader owner) throws IOException {
        rows.clear(batch.id());
        Originals.Shelf shelf = originals.shelf(batch.id());
        Pass pass = new Pass(batch, owner);
        String note = null;
        if (batch.manifestSha256() == null) {
            int number = 0;
            for (Came came : shelf.all()) {
                pass.row(file(++number, came));
            }
        } else {
            String name = Objects.requireNonNull(batch.manifestName());
            Manifest.Form form = Manifest.form(name).orElseThrow(() -> BatchRefusedException.of("manifest-form", name));
            Path table = store.path(new Sha256(batch.manifestSha256()));
            note = Objects.requireNonNull(manifests.get(form)).read(table,
                    entry -> pass.row(entry(entry, batch.publish(), shelf)));
        }
        pass.flush();
        if (pass.count == 0) {
            throw BatchRefusedException.of(batch.manifestSha256() == null ? "nothing-sent" : "table-empty");
        }
        return new Found(note, batch.manifestSha256() == null ? 0 : shelf.unnamed());
    }

    /** One way through all rows. */
    private class Pass {

        private final Batch batch;
        private final Reader owner;
        private final boolean publish;
        private final Map<String, Integer> seen = new HashMap<>();
        /** Where there is no table: the rows with a file that came before under another name, and with which row. */
        private final Map<Integer, Integer> copies = new HashMap<>();
        /** The first row with each original. */
        private final Map<Sha256, Integer> firsts = new HashMap<>();
        private final List<Read> gathered = new ArrayList<>();
        private int count;

        Pass(Batch batch, Reader owner) {
            this.batch = batch;
            this.owner = owner;
            this.publish = batch.publish() && owner.is(Role.EDITOR);
        }

        void row(Read row) {
            if (++count > settings.maxRows()) {
                throw BatchRefusedException.tooLarge("too-many-rows", settings.maxRows());
            }
            Integer before = row.key().isEmpty() ? null : seen.putIfAbsent(row.key(), row.number());
            if (before != null && batch.manifestSha256() == null) {
                copies.put(row.number(), before);
            } else if (before != null) {
                row.faults().add(new Fault(Columns.KEY,
                        texts.get(row.key().startsWith(MADE) ? "batch.fault.same" : "batch.fault.key-twice", before)));
            }
            row.files().forEach(file -> firsts.putIfAbsent(file.original().sha256(), row.number()));
            gathered.add(row);
            if (gathered.size() == TOGETHER) {
                flush();
            }
        }

        void flush() {
            Map<String, Known> known = keys.find(Objects.requireNonNull(owner.account()),
                    gathered.stream().map(Read::key).toList());
            List<MaterialId> looked = gathered.stream().filter(row -> mustLook(row, known.get(row.key())))
                    .map(row -> known.get(row.key()).material()).toList();
            Map<MaterialId, Material> materials = library.findAll(looked).stream()
                    .collect(Collectors.toMap(Material::id, Function.identity()));
            Map<MaterialId, Past> before = pasts.of(materials.keySet());
            AlreadyThere.Shelf shelf = alreadyThere.of(gathered.stream().flatMap(row -> row.files().stream()).toList(),
                    owner);
            rows.add(batch.id(), gathered.stream().map(row -> {
                Known last = known.get(row.key());
                Material material = last == null ? null : materials.get(last.material());
                return planned(row, last, material,
                        material == null ? Past.NONE : before.get(material.id()), shelf);
            }).toList());
            gathered.clear();
        }

        /** Most rows of a table that comes again say what they said before. */
        private boolean mustLook(Read row, @Nullable Known known) {
            return known != null && (publish || !row.files().isEmpty() || !row.notSent().isEmpty()
                    || !known.digest().equals(row.digest()));
        }

        private Planned planned(Read row, @Nullable Known known, @Nullable Material material, Past past,
                AlreadyThere.Shelf shelf) {
            List<Fault> faults = new ArrayList<>(row.faults());
            row.notSent().stream().filter(name -> material == null || !has(material, past, name))
                    .forEach(name -> faults.add(new Fault(Columns.FILES, texts.get("batch.fault.not-sent", name))));
            if (!faults.isEmpty()) {
                return new Planned(new BatchRow(row.number(), row.key(), row.title(), Plan.FAULTY, State.FAILED, faults,
                        null), null, row.digest(), List.of());
            }
            if (copies.containsKey(row.number())) {
                return copy(row, copies.get(row.number()), known);
            }
            Decision decision = known != null && !mustLook(row, known)
                    ? new Decision(Plan.SKIP, List.of(), false, false, List.of())
                    : decisions.decide(known, material, past, row.digest(), row.files(), publish, owner);
            boolean skipped = decision.plan() == Plan.SKIP;
            List<Fault> notes = new ArrayList<>(decision.notes());
            notes.addAll(shelf.notes(decision.newFiles(), known == null ? null : known.material()));
            decision.newFiles().forEach(file -> {
                int first = firsts.get(file.original().sha256());
                if (first != row.number()) {
                    notes.add(alreadyThere.twice(file, first));
                }
            });
            return new Planned(new BatchRow(row.number(), row.key(), row.title(), decision.plan(),
                    skipped ? State.DONE : State.WAITING, notes, known == null ? null : known.material()),
                    skipped ? null : rows.write(row.content()), row.digest(), decision.newFiles());
        }
    }

    /** The same file twice is one material. */
    private Planned copy(Read row, int before, @Nullable Known known) {
        return new Planned(new BatchRow(row.number(), row.key(), row.title(), Plan.SKIP, State.DONE,
                List.of(new Fault(Columns.FILES, texts.get("batch.left.copy", row.title(), before))),
                known == null ? null : known.material()), null, row.digest(), List.of());
    }

    /** Where its sender gave a row no key. */
    private static final String MADE = "made:";

    private Read entry(Entry entry, boolean publish, Originals.Shelf shelf) {
        List<Fault> faults = new ArrayList<>(entry.faults());
        RowContent content = check.read(entry, publish, faults);
        List<NewFile> files = new ArrayList<>();
        List<String> notSent = new ArrayList<>();
        for (String name : entry.all(Columns.FILES)) {
            List<Came> came = shelf.find(name);
            if (came.size() > 1) {
                faults.add(new Fault(Columns.FILES, texts.get("batch.fault.file-several", name)));
            } else if (came.isEmpty()) {
                notSent.add(name);
            } else if (came.getFirst().file() == null) {
                faults.add(new Fault(Columns.FILES, Objects.requireNonNull(came.getFirst().fault())));
            } else {
                files.add(came.getFirst().file());
            }
        }
        String title = content.description().title();
        return new Read(entry.row(), key(entry, faults), shown(title.isBlank() ? entry.text(Columns.FILES) : title),
                content, digest(content), files, notSent, faults);
    }

    private Read file(int number, Came came) {
        RowContent content = new RowContent(eu.counterpoint.library.Description.EMPTY, false, false);
        List<Fault> faults = new ArrayList<>();
        if (came.fault() != null) {
            faults.add(new Fault(Columns.FILES, came.fault()));
        }
        NewFile file = came.file();
        return new Read(number, file == null ? "" : MADE + file.original().sha256().hex(),
                shown(Originals.lastName(came.name())), content, digest(content),
                file == null ? List.of() : List.of(file), List.of(), faults);
    }

    private String key(Entry entry, List<Fault> faults) {
        String key = entry.text(Columns.KEY).replaceAll("\\p{Cntrl}", "").strip();
        if (key.length() > LONGEST_KEY) {
            faults.add(new Fault(Columns.KEY, texts.get("batch.fault.key-long", LONGEST_KEY)));
            return "";
        }
        if (!key.isEmpty()) {
            return "row:" + key;
        }
        String made = String.join("\n", entry.has("title") ? entry.text("title") : entry.text(Columns.FILES),
                entry.text("organisation"), entry.text("year"));
        return made.isBlank()
                ? ""
                : MADE + DigestUtils.sha256Hex(made.strip().replaceAll("[^\\S\\n]+", " ").toLowerCase(Locale.ROOT));
    }

    private String digest(RowContent content) {
        return DigestUtils.sha256Hex(rows.write(content));
    }

    private static boolean has(Material material, Past past, String file) {
        String called = Originals.lastName(file);
        return past.brought(called)
                || material.files().stream().map(MaterialFile::name).anyMatch(name -> name.equalsIgnoreCase(called));
    }

    private static String shown(String title) {
        String clean = title.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return clean.length() <= LONGEST_TITLE ? clean : clean.substring(0, LONGEST_TITLE);
    }
}
