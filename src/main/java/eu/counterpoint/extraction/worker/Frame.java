package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Extraction.Status;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a worker says. A file is any number of frames, then its {@link End}. */
public sealed interface Frame {

    /** The worker has started and waits for its first file. */
    record Ready() implements Frame {}

    /** The worker is still reading; sent while nothing else is. */
    record Progress() implements Frame {}

    /**
     * A finished passage.
     *
     * @param document 0 for the file itself, then a number for each document embedded in it, in order of appearance
     * @param page     from 1; 0 where there is none
     * @param part     name of the embedded document; null for the file itself
     * @param second   from the beginning, in subtitles; -1 where there is none
     */
    record Text(int document, int page, @Nullable String part, String text, int second) implements Frame {

        /** Characters: what is kept and indexed beside the words of a passage takes as much room as these. */
        private static final int LEAST = 100;

        /** How many characters it counts as against the limit: a passage of one word costs the application far more than its word. */
        public int counts() {
            return Math.max(text.length(), LEAST + (part == null ? 0 : part.length()));
        }
    }

    /** The unfinished end of a page, in case the worker does not live to finish it; the next text replaces it. */
    record Draft(List<Text> texts) implements Frame {}

    /** So many of the pages that need text recognition have had it. */
    record Recognised(int pages, int of) implements Frame {}

    /**
     * The first page, small.
     *
     * @param width  1 to {@value #WIDEST} pixels
     * @param height 1 to {@value #HIGHEST} pixels: a sheet of A4 has 566
     * @param jpeg   the picture; not of the file's own bytes
     */
    record Picture(int width, int height, byte[] jpeg) implements Frame {

        public static final int WIDEST = 400;
        public static final int HIGHEST = 600;
        private static final int LARGEST = 1 << 20;

        /** Whether it may be one: the worker that sent it has read a file that may be hostile, and may be no longer itself. */
        public boolean isPlausible() {
            return width > 0 && width <= WIDEST && height > 0 && height <= HIGHEST
                    && jpeg.length > 3 && jpeg.length <= LARGEST
                    && jpeg[0] == (byte) 0xFF && jpeg[1] == (byte) 0xD8 && jpeg[2] == (byte) 0xFF;
        }
    }

    /** What the file says of itself, by Tika's names; later ones replace earlier ones. */
    record About(Map<String, List<String>> metadata) implements Frame {}

    /**
     * The file has been read, as far as it could be.
     *
     * @param language ISO 639-1, of the text; null when it is not clear
     * @param others   languages of passages that are in another, by number in the order of arrival, from 0
     * @param pages    pages, slides or sheets met; 0 where the kind of file has none
     */
    record End(Status status, @Nullable Reason reason, @Nullable String language, Map<Integer, String> others,
            int pages) implements Frame {}
}
