package eu.counterpoint.search;

import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.PublishedAmount;
import java.time.Duration;

/** Counts what a rebuild has done, and notes it from time to time. For one thread. */
final class RebuildProgress {

    /** What a record costs beside the text of its files, in characters of such text. */
    private static final long A_RECORD = 1_500;
    private static final long PAUSE_NANOS = Duration.ofMillis(200).toNanos();

    private final RebuildLog log;
    private final long attempt;
    private long records;
    private long work;
    private long changed;
    private long broughtIn;
    private long notedAt = System.nanoTime();

    RebuildProgress(RebuildLog log, PublishedAmount amount) {
        this.log = log;
        this.attempt = log.begin(amount.materials(), amount.materials() * A_RECORD + amount.characters());
    }

    /** How much work a material is, measured as in the whole. */
    static long work(Material material) {
        return A_RECORD + material.files().stream().mapToLong(MaterialFile::characters).sum();
    }

    /** @throws RebuildLog.OvertakenException when another rebuild has begun */
    void written(long moreRecords, long moreWork) {
        records += moreRecords;
        work += moreWork;
        if (due()) {
            log.filled(attempt, records, work);
        }
    }

    /**
     * @param toBringIn how many changed meanwhile
     * @throws RebuildLog.OvertakenException as {@link #written}
     */
    void filled(int toBringIn) {
        changed = toBringIn;
        log.filled(attempt, records, work);
        log.checking(attempt, 0, changed);
    }

    /** @throws RebuildLog.OvertakenException as {@link #written} */
    void broughtIn(int more) {
        broughtIn += more;
        if (due()) {
            log.checking(attempt, broughtIn, changed);
        }
    }

    /** @throws RebuildLog.OvertakenException as {@link #written} */
    void compared() {
        log.checking(attempt, changed, changed);
    }

    private boolean due() {
        boolean due = System.nanoTime() - notedAt >= PAUSE_NANOS;
        if (due) {
            notedAt = System.nanoTime();
        }
        return due;
    }

    void done(long inTheIndex) {
        log.done(attempt, inTheIndex);
    }
}
