package eu.counterpoint.ingest;

import eu.counterpoint.file.FileStore;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.NewFile;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Removes from the store what came and became nobody's: for a record that was refused, or a batch that is no more. Not at
 * once: the same file may have come for something else at that moment, which has not yet been noted. After a day it has been,
 * or it was received anew since. Nothing is removed that was not noted here first: a store beside an empty catalogue stays.
 */
@Component
public class ForgottenOriginals {

    /** Longer than anybody takes from the receiving of a file to the note that they have it. */
    private static final Duration GRACE = Duration.ofDays(1);
    private static final int TOGETHER = 500;
    private static final Logger log = LoggerFactory.getLogger(ForgottenOriginals.class);

    private final JdbcClient database;
    private final FileStore store;

    ForgottenOriginals(JdbcClient database, FileStore store) {
        this.database = database;
        this.store = store;
    }

    /** Notes that files which were kept are not to be part of anything. What something else has will stay. */
    void note(Collection<NewFile> files) {
        OffsetDateTime now = Instant.now().atOffset(ZoneOffset.UTC);
        files.forEach(file -> database.sql("insert into forgotten_originals (sha256, forgotten_at) values (?, ?)")
                .params(file.original().sha256().hex(), now).update());
    }

    /** Removes what was forgotten more than a day ago and nothing has. Returns how many originals that were. */
    public int remove(Instant now) {
        Instant before = now.minus(GRACE);
        int removed = 0;
        List<String> some;
        do {
            database.sql("""
                    delete from forgotten_originals f where f.forgotten_at < ? and (
                        exists (select 1 from material_files m where m.sha256 = f.sha256)
                        or exists (select 1 from batch_originals o where o.sha256 = f.sha256)
                        or exists (select 1 from batches b where b.manifest_sha256 = f.sha256))""")
                    .param(before.atOffset(ZoneOffset.UTC)).update();
            some = database.sql("""
                    select distinct sha256 from forgotten_originals where forgotten_at < ? fetch first %d rows only"""
                    .formatted(TOGETHER)).param(before.atOffset(ZoneOffset.UTC)).query(String.class).list();
            removed += remove(some, before, now);
        } while (!some.isEmpty());
        return removed;
    }

    private int remove(List<String> originals, Instant before, Instant now) {
        List<String> gone = new ArrayList<>();
        List<String> later = new ArrayList<>();
        originals.forEach(sha256 -> (isGone(new Sha256(sha256), before) ? gone : later).add(sha256));
        if (!gone.isEmpty()) {
            database.sql("delete from forgotten_originals where sha256 in (:gone) and forgotten_at < :before")
                    .param("gone", gone).param("before", before.atOffset(ZoneOffset.UTC)).update();
        }
        if (!later.isEmpty()) {
            database.sql("update forgotten_originals set forgotten_at = :now where sha256 in (:later)")
                    .param("now", now.atOffset(ZoneOffset.UTC)).param("later", later).update();
        }
        return gone.size();
    }

    private boolean isGone(Sha256 sha256, Instant before) {
        try {
            return store.remove(sha256, before);
        } catch (IOException e) {
            log.warn("{} cannot be removed: {}", sha256, e.toString());
            return false;
        }
    }
}
