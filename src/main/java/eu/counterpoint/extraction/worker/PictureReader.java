package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Extraction.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.tika.exception.TikaException;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.ocr.TesseractOCRConfig;
import org.apache.tika.parser.ocr.TesseractOCRParser;
import org.apache.tika.sax.BodyContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads the words in pictures of pages with Tesseract, page after page, each within its time. */
final class PictureReader implements TaskReader {

    /** Pages in a row that take too long; a file whose pages all do would occupy us for hours. */
    private static final int MOST_LATE = 5;

    /** Characters of one page; a newspaper has 30,000. */
    private static final int MAX_PAGE = 200_000;

    /** A word that the end of a line cuts. */
    private static final Pattern HYPHEN = Pattern.compile("(?<=\\p{Ll})[-\u00AD\u2010]\\R(?=\\p{Ll})");

    private final FrameWriter out;
    private final Limits limits;
    private final PageLimits pageLimits;
    private final TesseractOCRParser tesseract;
    private final Languages languages = new Languages();
    private volatile @Nullable Transcript current;
    /** For the page that is read now, however often that is looked at; by {@link System#nanoTime}. */
    private long deadline;
    /** The one language of the page before, out of several that the file may be in. */
    private @Nullable String likely;

    PictureReader(FrameWriter out, Limits limits, PageLimits pageLimits) throws IOException, TikaException {
        this.out = out;
        this.limits = limits;
        this.pageLimits = pageLimits;
        this.tesseract = new TesseractOCRParser();
        tesseract.initialize(Map.of());
        if (!tesseract.hasTesseract()) {
            throw new IOException("Tesseract does not start");
        }
        ImageIO.setUseCache(false);
    }

    @Override
    public void read(Task task) throws IOException {
        Metadata metadata = new Metadata();
        PassageLanguages passages = new PassageLanguages(languages);
        Transcript transcript = new Transcript(out, limits, metadata, passages);
        current = transcript;
        Ending ending = recognise(task, metadata, transcript);
        current = null;
        synchronized (transcript) {
            transcript.about();
            String language = passages.usual().orElseGet(() -> languages.of(transcript.sample()));
            out.write(new Frame.End(ending.status(), ending.reason(), language, passages.others(language),
                    transcript.pages()));
            out.flush();
        }
    }

    @Override
    public void tick() {
        Transcript transcript = current;
        if (transcript != null) {
            transcript.tick();
        }
    }

    private Ending recognise(Task task, Metadata metadata, Transcript transcript) {
        TextHandler handler = transcript.open(null, metadata, 0);
        boolean missed = false;
        int late = 0;
        likely = null;
        try (PagePictures pictures = PagePictures.of(task.file())) {
            metadata.set(HttpHeaders.CONTENT_TYPE, pictures.mediaType());
            List<Integer> wanted = pictures.wanted(task.known());
            int last = Math.min(wanted.size(), pageLimits.pages());
            for (int i = 0; i < last; i++) {
                transcript.recognised(i, last);
                boolean read = addPage(wanted.get(i), pictures, task.languages(), transcript, handler);
                missed |= !read;
                late = read || timeLeft() > 0 ? 0 : late + 1;
                if (late == MOST_LATE) {
                    transcript.close(handler);
                    return pagesMissed(transcript);
                }
            }
            transcript.recognised(last, last);
            transcript.close(handler);
            if (wanted.size() > last) {
                return new Ending(transcript.hasText() ? Status.TRUNCATED : Status.EMPTY, Reason.PAGE_LIMIT);
            }
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Exception | Error failure) {
            transcript.close(handler);
            return Ending.of(failure, transcript);
        }
        if (missed) {
            return pagesMissed(transcript);
        }
        return transcript.hasText() ? new Ending(Status.EXTRACTED, null) : new Ending(Status.EMPTY, Reason.NO_WORDS);
    }

    private static Ending pagesMissed(Transcript transcript) {
        return new Ending(transcript.hasText() ? Status.TRUNCATED : Status.UNREADABLE, Reason.PAGES_MISSED);
    }

    private void startClock() {
        deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(pageLimits.secondsPerPage());
    }

    /** In nanoseconds; not above 0 where the page has had its time. */
    private long timeLeft() {
        return deadline - System.nanoTime();
    }

    /** @return whether the page could be read, if only to find that it has no words; one that is broken costs itself */
    private boolean addPage(int page, PagePictures pictures, String languages, Transcript transcript,
            TextHandler handler) throws SAXException, IOException {
        Path picture = Files.createTempFile("page", null);
        try {
            startClock();
            if (pictures.draw(page, picture)) {
                startClock();
                String words = HYPHEN.matcher(best(picture, languages)).replaceAll("");
                boolean tooMany = words.length() > transcript.left();
                handler.addPage(page, words);
                if (tooMany) {
                    transcript.stop(Reason.TEXT_LIMIT);
                }
            }
            return true;
        } catch (IOException | TikaException | RuntimeException | StackOverflowError broken) {
            return false;
        } finally {
            Files.deleteIfExists(picture);
        }
    }

    /**
     * With one language Tesseract is quicker, and does not lose the accents. So a page is read once more in the language that it turns
     * out to have, and the next ones at once, until one turns out to have another.
     */
    private String best(Path picture, String languages) throws IOException, SAXException, TikaException {
        if (!languages.contains("+")) {
            return words(picture, languages);
        }
        if (likely != null) {
            try {
                String words = words(picture, likely);
                if (likely.equals(language(words))) {
                    return words;
                }
            } catch (IOException | TikaException failed) {
                // then in all of them
            }
        }
        String words = words(picture, languages);
        String one = language(words);
        likely = one != null && List.of(languages.split("\\+")).contains(one) ? one : null;
        if (likely == null) {
            return words;
        }
        try {
            return words(picture, likely);
        } catch (IOException | TikaException failed) {
            return words;
        }
    }

    private @Nullable String language(String words) {
        String language = languages.of(words);
        return language == null ? null : TesseractLanguage.of(language);
    }

    private String words(Path picture, String languages) throws IOException, SAXException, TikaException {
        long left = timeLeft();
        if (left <= 0) {
            throw new IOException("the page has had its time");
        }
        TesseractOCRConfig config = new TesseractOCRConfig();
        config.setLanguage(languages);
        config.setTimeoutSeconds((int) Math.ceilDiv(left, TimeUnit.SECONDS.toNanos(1)));
        config.setPageSegMode(pageLimits.orientation() ? "1" : "3");
        config.setMaxFileSizeToOcr(Long.MAX_VALUE);
        ParseContext context = new ParseContext();
        context.set(TesseractOCRConfig.class, config);
        BodyContentHandler words = new BodyContentHandler(MAX_PAGE);
        try (TikaInputStream in = TikaInputStream.get(picture)) {
            tesseract.parse(in, words, new Metadata(), context);
        }
        Transcript transcript = current;
        if (transcript != null) {
            transcript.goOn();
        }
        return words.toString();
    }
}
