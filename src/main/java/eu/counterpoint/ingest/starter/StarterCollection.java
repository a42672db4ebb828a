package eu.counterpoint.ingest.starter;

import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Upload;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Status;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Puts the starter collection into the library, each record in one transaction. May be stopped half-way and called again:
 * what is there is left as it is.
 */
@Component
class StarterCollection {

    private static final Logger log = LoggerFactory.getLogger(StarterCollection.class);

    private final Library library;
    private final Intake intake;
    private final Accounts accounts;
    private final TransactionOperations transaction;

    StarterCollection(Library library, Intake intake, Accounts accounts, TransactionOperations transaction) {
        this.library = library;
        this.intake = intake;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    void load() throws IOException {
        Reader owner = accounts.firstAdministrator();
        List<StarterRecord> records = StarterRecord.all();
        for (StarterRecord record : records) {
            if (library.find(record.id()).isEmpty()) {
                List<NewFile> files = keep(record.files());
                transaction.executeWithoutResult(status -> add(record, files, owner));
            }
        }
        log.info("The starter collection is in the library: {} records", records.size());
    }

    private void add(StarterRecord record, List<NewFile> files, Reader owner) {
        Material draft = library.createStarter(record.id(), record.description(), owner);
        List<String> known = draft.files().stream().map(MaterialFile::name).toList();
        intake.add(draft.id(), files.stream().filter(file -> !known.contains(file.name())).toList(), owner);
        if (draft.status() == Status.DRAFT) {
            library.move(draft.id(), Status.PUBLISHED, null, owner);
        }
    }

    private List<NewFile> keep(List<String> names) throws IOException {
        List<NewFile> kept = new ArrayList<>();
        for (String name : names) {
            try (InputStream content = StarterRecord.open(name)) {
                kept.add(intake.keep(new Upload(name, content)));
            }
        }
        return kept;
    }
}
