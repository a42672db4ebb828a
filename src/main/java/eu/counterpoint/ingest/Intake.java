package eu.counterpoint.ingest;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.FileTooLargeException;
import eu.counterpoint.file.Original;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.Quarantine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.annotation.Transactional;

/** Receives files. When a method returns, the original, its record and the job that reads it are durable. */
@Service
public class Intake {

    /** With less room than this a disk takes no file any more, whatever it says. */
    private static final long FULL = 1 << 20;
    private static final Logger log = LoggerFactory.getLogger(Intake.class);

    private final FileStore store;
    private final TypeCheck types;
    private final Library library;
    private final Quarantine quarantine;
    private final ExtractionQueue queue;
    private final MalwareCheck check;
    private final ForgottenOriginals forgotten;
    private final IngestSettings settings;

    Intake(FileStore store, TypeCheck types, Library library, Quarantine quarantine, ExtractionQueue queue,
            MalwareCheck check, ForgottenOriginals forgotten, IngestSettings settings) {
        this.store = store;
        this.types = types;
        this.library = library;
        this.quarantine = quarantine;
        this.queue = queue;
        this.check = check;
        this.forgotten = forgotten;
        this.settings = settings;
    }

    /**
     * Streams one file into the store and looks what it is. Not yet part of any material. Nothing is kept when it fails.
     *
     * @throws FileTooLargeException    when it is larger than the limit
     * @throws UnsupportedTypeException when it is not of a type that the library takes
     */
    public NewFile keep(Upload upload) throws IOException {
        String name = upload.cleanName();
        InputStream content = upload.content();
        byte[] head = content.readNBytes(TypeCheck.HEAD);
        TypeCheck.Verdict verdict = types.check(name, head);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
        if (verdict.atTheEnd()) {
            whole = new LastBytes(whole, TypeCheck.HEAD, tail -> types.checkEnd(name, tail));
        }
        Original original = store.receive(whole, maxFileBytes());
        return new NewFile(name, original, verdict.mediaType());
    }

    /** To keep several files that are to go together, or not at all. */
    public KeptFiles keeping() {
        return new KeptFiles(this);
    }

    /** Makes a draft of files kept before, and the jobs that read them, in one transaction. */
    @Transactional
    public Material create(Description description, List<NewFile> files, Reader by) {
        Material draft = library.create(description, check.arriving(files), by);
        draft.files().forEach(file -> queue.enqueue(draft.id(), file.id()));
        return draft;
    }

    /** Adds files kept before to a material, and the jobs that read them, in one transaction. */
    @Transactional
    public Material add(MaterialId id, List<NewFile> files, Reader by) {
        List<FileId> before = library.find(id).stream().flatMap(material -> material.files().stream())
                .map(MaterialFile::id).toList();
        Material material = library.addFiles(id, check.arriving(files), by);
        material.files().stream().filter(file -> !before.contains(file.id()))
                .forEach(file -> queue.enqueue(id, file.id()));
        return material;
    }

    /**
     * Reads a file again that did not become fully searchable, if it is not waiting for that already.
     *
     * @return whether it was put back
     * @throws MaterialNotFoundException when there is no such material or file, or none that this reader may know of
     * @throws NotAllowedException       when this reader may not
     */
    @Transactional
    public boolean retry(MaterialId id, FileId file, Reader by) {
        boolean again = quarantine.readAgain(id, file, by);
        if (again) {
            queue.enqueue(id, file);
        }
        return again;
    }

    /** Puts a file kept before in the place of another, and the job that reads it, in one transaction. */
    @Transactional
    public Material replace(MaterialId id, FileId file, NewFile by, Reader who) {
        int before = library.file(id, file).map(MaterialFile::reading).orElse(0);
        Material material = quarantine.replace(id, file, check.arriving(List.of(by)).getFirst(), who);
        if (material.file(file).orElseThrow().reading() != before) {
            queue.enqueue(id, file);
        }
        return material;
    }

    /**
     * Forgets files kept before that are not to be part of any material: what nothing else has is removed from the store a day
     * later. Where that cannot be noted they stay.
     */
    void forget(List<NewFile> files) {
        try {
            forgotten.note(files);
        } catch (DataAccessException | TransactionException e) {
            log.warn("{} files that were received for nothing stay in the store: {}", files.size(), e.toString());
        }
    }

    /** Whether a file could not be kept because the disk is full. */
    public boolean full() {
        try {
            return store.room() < FULL;
        } catch (IOException e) {
            return false;
        }
    }

    /** The largest file taken, in bytes. */
    public long maxFileBytes() {
        return settings.maxFileSize().toBytes();
    }
}
