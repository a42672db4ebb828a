package eu.counterpoint.search;

import eu.counterpoint.search.RebuildState.Problem;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** A rebuild did not come to its end; the index that is searched is as it was. */
class RebuildFailedException extends RuntimeException {

    private final Problem problem;

    RebuildFailedException(Problem problem, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.problem = problem;
    }

    /** What it means that this was thrown in the middle of one. */
    static RebuildFailedException of(RuntimeException thrown) {
        return switch (thrown) {
            case RebuildFailedException e -> e;
            case Bulk.RefusedDocumentException e -> because(Problem.RECORD_REFUSED, e.getCause());
            case SearchUnavailableException e -> because(Problem.ENGINE_AWAY, e.getCause());
            case UncheckedIOException e -> because(Problem.TEXT_UNREADABLE, e.getCause());
            default -> because(Problem.UNEXPECTED, thrown);
        };
    }

    private static RebuildFailedException because(Problem problem, @Nullable Throwable cause) {
        String detail = cause == null ? "" : cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new RebuildFailedException(problem, detail, cause);
    }

    Problem problem() {
        return problem;
    }
}
