package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/**
 * What comes out of one file, on its way to the application: counts against the limits, and remembers what decides how the
 * file ended. The parser's thread writes; {@link #tick} may come from another.
 */
final class Transcript {

    /** Enough to tell the language. */
    private static final int SAMPLE = 4_000;
    /** Characters of properties. */
    private static final int MAX_ABOUT = 200_000;
    private static final int MAX_VALUES = 20;
    private static final int MAX_VALUE = 1_000;

    /** Thrown through the parser when a limit is reached. */
    static final class LimitReached extends SAXException {
        LimitReached(Reason limit) {
            super(limit.key());
        }
    }

    private final FrameWriter out;
    private final Limits limits;
    private final Metadata metadata;
    private final List<TextHandler> open = new ArrayList<>();
    private final StringBuilder sample = new StringBuilder();
    private final PassageLanguages languages;
    private final PagesWithWords worded = new PagesWithWords();
    private int left;
    private int documents;
    private long events;
    private long eventsAtLastTick;
    private boolean slow;
    private @Nullable Reason limit;
    private boolean tooDeep;
    private boolean unsupported;
    private boolean encryptedParts;
    private boolean damagedParts;
    private boolean missedParts;
    private boolean scannedParts;
    private boolean pictureParts;
    private boolean text;
    private int pages;

    Transcript(FrameWriter out, Limits limits, Metadata metadata, PassageLanguages languages) {
        this.languages = languages;
        this.out = out;
        this.limits = limits;
        this.metadata = metadata;
        this.left = limits.characters();
    }

    /** Begins the file itself, or a document embedded in the one that was opened last. */
    synchronized TextHandler open(@Nullable String part, Metadata of, int slides) {
        TextHandler handler = new TextHandler(this, documents++, part, of, slides);
        open.add(handler);
        return handler;
    }

    synchronized void close(TextHandler handler) {
        handler.finish();
        open.remove(handler);
        if (handler.document() == 0) {
            pages = handler.pages();
        }
    }

    /** How many documents are open within one another, with the file itself. */
    synchronized int depth() {
        return open.size();
    }

    /** The number that the next document gets. */
    synchronized int next() {
        return documents;
    }

    /** Whether what comes next stands in nothing but archives and messages. */
    synchronized boolean unpacks() {
        return open.stream().allMatch(TextHandler::isWrapping);
    }

    synchronized @Nullable String openPart() {
        return open.isEmpty() ? null : open.getLast().part();
    }

    /** Throws when no further embedded document may be read. */
    synchronized void admitDocument() throws LimitReached {
        events++;
        if (documents > limits.documents()) {
            stop(Reason.TOO_MANY_PARTS);
        }
        goOn();
    }

    /** Whether one more document within the open ones is not too deep. */
    synchronized boolean admitDepth() {
        boolean admitted = open.size() <= limits.depth();
        tooDeep |= !admitted;
        return admitted;
    }

    /** Something happened; throws when a limit was reached before, for a parser that went on regardless. */
    void goOn() throws LimitReached {
        events++;
        if (limit != null) {
            throw new LimitReached(limit);
        }
        if (slow) {
            slow = false;
            about();
        }
    }

    /** How many more characters may be taken. */
    int left() {
        return Math.max(left, 0);
    }

    void took(int characters) {
        left -= characters;
    }

    void stop(Reason reason) throws LimitReached {
        limit = reason;
        throw new LimitReached(reason);
    }

    void passage(Frame.Text passage) {
        text = true;
        took(passage.counts() - passage.text().length());
        if (sample.length() < SAMPLE) {
            sample.append(passage.text(), 0, Math.min(passage.text().length(), SAMPLE)).append('\n');
        }
        languages.add(passage.text());
        if (passage.document() == 0 && passage.page() > 0) {
            worded.add(passage.page(), passage.text());
        }
        write(passage);
    }

    /** So many of the pages that need text recognition have had it. */
    synchronized void recognised(int pages, int of) throws LimitReached {
        goOn();
        write(new Frame.Recognised(pages, of));
        flush();
    }

    /** Sends what was written. */
    void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Called every now and then while a file is being read: tells that it goes on, and saves what is unfinished. */
    synchronized void tick() {
        if (events != eventsAtLastTick) {
            eventsAtLastTick = events;
            slow = true;
            List<Frame.Text> drafts = open.stream().map(TextHandler::draft).filter(draft -> !draft.text().isBlank())
                    .toList();
            write(drafts.isEmpty() ? new Frame.Progress() : new Frame.Draft(drafts));
        }
        flush();
    }

    /** Sends what is known of the file so far. */
    void about() {
        Map<String, List<String>> about = new LinkedHashMap<>();
        int room = MAX_ABOUT;
        for (String name : Stream.of(metadata.names()).sorted(Comparator.comparing(Transcript::isOptional)).toList()) {
            List<String> values = new ArrayList<>();
            for (String value : metadata.getValues(name)) {
                String start = value.length() <= MAX_VALUE ? value : value.substring(0, MAX_VALUE);
                room -= name.length() + start.length();
                if (room > 0 && values.size() < MAX_VALUES) {
                    values.add(start);
                }
            }
            if (!values.isEmpty()) {
                about.put(name, values);
            }
        }
        write(new Frame.About(about));
    }

    /** What is wanted of every file comes first, should there be too much. */
    private static boolean isOptional(String property) {
        return !property.startsWith("dc") && !property.startsWith("Content-") && !property.startsWith("xmpTPg:")
                && !property.startsWith("meta:") && !property.startsWith("prism:");
    }

    void unsupported() {
        unsupported = true;
    }

    void encryptedPart() {
        encryptedParts = true;
    }

    void damagedPart() {
        damagedParts = true;
    }

    /** One that may have words, and that somebody put there: see {@link Wrapping}. */
    void missedPart() {
        missedParts = true;
    }

    /** A PDF of pictures of pages, in an archive or a message. */
    void scannedPart() {
        scannedParts = true;
    }

    /** What comes next is a picture, which may be one of a page. */
    void picturePart() {
        pictureParts |= unpacks();
    }

    @Nullable
    Reason limit() {
        return limit;
    }

    boolean tooDeep() {
        return tooDeep;
    }

    boolean isUnsupported() {
        return unsupported;
    }

    boolean hasEncryptedParts() {
        return encryptedParts;
    }

    boolean hasDamagedParts() {
        return damagedParts;
    }

    boolean hasMissedParts() {
        return missedParts;
    }

    boolean hasScannedParts() {
        return scannedParts;
    }

    boolean hasPictureParts() {
        return pictureParts;
    }

    boolean hasText() {
        return text;
    }

    int pages() {
        return pages;
    }

    /** Of the file itself, from 1: the pages with a word at all. */
    Set<Integer> pagesWithWords() {
        return worded.withAny();
    }

    CharSequence sample() {
        return sample;
    }

    private void write(Frame frame) {
        try {
            out.write(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
