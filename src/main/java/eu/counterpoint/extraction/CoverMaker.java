package eu.counterpoint.extraction;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Draws small pictures of the first pages of files, in a worker process of its own. */
public interface CoverMaker {

    /** Whether covers are wanted here at all. */
    boolean isOn();

    /** Whether files of this type may have a cover; false where covers are not wanted. */
    boolean canHelp(@Nullable String mediaType);

    /**
     * Draws the first page of a PDF, the first slide of a presentation, or a picture; waits for the worker. Never throws for
     * anything the file does. One call is one try: it is the caller's to try again where the worker was lost.
     *
     * @param file the original
     * @throws InterruptedException when the caller is asked to stop, which also ends the worker
     */
    Result make(Path file) throws InterruptedException;

    /** What came of it. */
    sealed interface Result {

        /**
         * A picture in JPEG, made anew: no byte of it is the file's.
         *
         * @param width  1 to 400 pixels
         * @param height 1 to 600 pixels
         */
        record Drawn(int width, int height, byte[] jpeg) implements Result {}

        /** The file has no first page that shows anything, is damaged, or asks for more time or pixels than there are. */
        record None() implements Result {}

        /**
         * The worker died over it.
         *
         * @param stopped whether it was stopped from outside: see {@link Extraction#workerWasStopped}
         */
        record WorkerLost(boolean stopped) implements Result {}
    }
}
