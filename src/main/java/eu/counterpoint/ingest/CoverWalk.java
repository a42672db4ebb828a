package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import eu.counterpoint.extraction.CoverMaker;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.Covers.Coverless;
import eu.counterpoint.library.FileId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds files that have been read, and whose cover nobody has tried to make: those that came before there were covers, or while they
 * were not wanted. Walks through all files with each start, in portions, and no faster than covers are made.
 */
@Component
class CoverWalk {

    /** A job's data is the last file that was looked at. */
    static final TaskDescriptor<Long> WALK = TaskDescriptor.of("find-covers", Long.class);

    private static final int PORTION = 200;

    private final Covers covers;
    private final CoverMaker maker;
    private final CoverQueue queue;
    private final JdbcClient database;

    CoverWalk(Covers covers, CoverMaker maker, CoverQueue queue, JdbcClient database) {
        this.covers = covers;
        this.maker = maker;
        this.queue = queue;
        this.database = database;
    }

    /**
     * Looks at some more files, unless enough wait for their covers already.
     *
     * @param last the last file that was looked at
     * @return how far it is now; null at the end
     */
    @Nullable
    Long portion(long last) {
        if (!maker.isOn()) {
            return null;
        }
        if (database.sql("select count(*) from cover_jobs").query(Long.class).single() >= PORTION) {
            return last;
        }
        List<Coverless> files = covers.missing(new FileId(last), PORTION);
        files.stream().filter(file -> maker.canHelp(file.mediaType()))
                .forEach(file -> queue.enqueue(file.material(), file.file()));
        return files.size() < PORTION ? null : files.getLast().file().value();
    }
}
