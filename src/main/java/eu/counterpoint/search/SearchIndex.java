package eu.counterpoint.search;

import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.search.RebuildState.Reason;
import java.time.Duration;
import org.springframework.stereotype.Service;

/** The index as those see it who run the library. */
@Service
public class SearchIndex {

    /** Whoever asks how things stand wants to know soon that the engine is away. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final RebuildJobs rebuilds;
    private final RebuildLog log;
    private final Indices indices;

    SearchIndex(RebuildJobs rebuilds, RebuildLog log, Indices indices) {
        this.rebuilds = rebuilds;
        this.log = log;
        this.indices = indices;
    }

    /** @throws NotAllowedException for anybody but administrators */
    public IndexState state(Reader reader) {
        check(reader);
        RebuildState rebuild = log.state();
        try {
            return new IndexState(true, indices.found(IndexKind.MATERIALS, PATIENCE),
                    indices.found(IndexKind.PASSAGES, PATIENCE),
                    !indices.outdated(PATIENCE), rebuild);
        } catch (SearchUnavailableException e) {
            return new IndexState(false, 0, 0, false, rebuild);
        }
    }

    /** How a rebuild goes; cheap. @throws NotAllowedException for anybody but administrators */
    public RebuildState rebuild(Reader reader) {
        check(reader);
        return log.state();
    }

    /**
     * Begins to rebuild the index; searches and changes go on meanwhile.
     *
     * @return false when a rebuild is under way already
     * @throws NotAllowedException for anybody but administrators
     */
    public boolean startRebuild(Reader reader) {
        check(reader);
        return rebuilds.start(Reason.ASKED);
    }

    private static void check(Reader reader) {
        if (!reader.is(Role.ADMINISTRATOR)) {
            throw new NotAllowedException("The index is for administrators");
        }
    }
}
