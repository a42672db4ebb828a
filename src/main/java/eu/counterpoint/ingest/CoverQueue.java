package eu.counterpoint.ingest;

import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerProperties;
import eu.counterpoint.extraction.CoverMaker;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.Outcome;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The files whose covers are to be made: one after another, and seldom while files wait to be read. */
@Component
class CoverQueue extends QueueApart {

    private final CoverMaker maker;

    CoverQueue(FileCover covers, CoverMaker maker, IngestSettings settings, LastTries lastTries,
            DbSchedulerProperties common, DataSource dataSource) {
        super(new ExtractionQueue("make-cover", "cover_jobs", 1, covers::make, settings, lastTries, common,
                dataSource));
        this.maker = maker;
    }

    /** Whether a file that has been read, with this outcome, is to have a cover. */
    boolean isFor(Outcome outcome, @Nullable String mediaType) {
        return Covers.isWorthATry(outcome) && maker.canHelp(mediaType);
    }

    /** Where covers are not wanted, nobody looks for jobs either. */
    @Override
    public void start() {
        if (maker.isOn()) {
            super.start();
        }
    }
}
