package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.Detector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.PasswordProvider;
import org.apache.tika.parser.pdf.PDFParserConfig;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/** Reads one file after another with Tika. */
final class FileReader implements TaskReader {

    private final TikaConfig config;
    private final AutoDetectParser parser;
    private final Languages languages = new Languages();
    private final FrameWriter out;
    private final Limits limits;
    private volatile @Nullable Transcript current;

    FileReader(FrameWriter out, Limits limits) throws IOException, TikaException, SAXException {
        this.out = out;
        this.limits = limits;
        try (InputStream in = Objects.requireNonNull(FileReader.class.getResourceAsStream("tika.xml"))) {
            config = new TikaConfig(in);
        }
        parser = new KnownParsers(config);
        parser.setFallback(new PlainText());
    }

    @Override
    public void read(Task task) throws IOException {
        Metadata metadata = new Metadata();
        PassageLanguages passages = new PassageLanguages(languages);
        Transcript transcript = new Transcript(out, limits, metadata, passages);
        current = transcript;
        Ending ending = parse(task, metadata, transcript);
        if (task.password() != null) {
            task.password().close();
        }
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

    private Ending parse(Task task, Metadata metadata, Transcript transcript) {
        TextHandler handler = transcript.open(null, metadata, slides(task));
        KnownPassword password = new KnownPassword(task.password());
        try (TikaInputStream in = TikaInputStream.get(task.file(), metadata)) {
            if (task.name().isEmpty()) {
                metadata.remove(TikaCoreProperties.RESOURCE_NAME_KEY);
            } else {
                metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, task.name());
            }
            ParseContext context = new ParseContext();
            // Or parsers of what embeds others make themselves one for each file, which tries to start programs.
            context.set(TikaConfig.class, config);
            context.set(Parser.class, parser);
            context.set(Detector.class, parser.getDetector());
            context.set(Transcript.class, transcript);
            context.set(PDFParserConfig.class, pagesAlone());
            if (task.password() != null) {
                context.set(PasswordProvider.class, password);
            }
            context.set(EmbeddedDocumentExtractor.class,
                    new EmbeddedDocuments(parser, context, transcript, in.getLength()));
            parser.parse(in, handler, metadata, context);
            transcript.close(handler);
            Recording.describe(task.file(), metadata);
            if (!transcript.hasText()) {
                readBesideTheText(task, metadata, transcript);
            }
            Ending ending = Ending.of(task.file(), transcript, metadata);
            return password.judge(ScannedPages.judge(ending, task, metadata, transcript));
        } catch (OutOfMemoryError e) {
            throw e;
        } catch (Exception | Error failure) {
            transcript.close(handler);
            return password.judge(Ending.of(failure, transcript));
        }
    }

    /** See {@link Bookmarks}. */
    private static PDFParserConfig pagesAlone() {
        PDFParserConfig config = new PDFParserConfig();
        config.setExtractBookmarksText(false);
        return config;
    }

    /** A document of pictures alone may still say what they show. */
    private static void readBesideTheText(Task task, Metadata metadata, Transcript transcript) {
        String type = Objects.requireNonNullElse(metadata.get(HttpHeaders.CONTENT_TYPE), "");
        Collection<String> words = type.contains("openxmlformats")
                ? PictureDescriptions.in(task.file())
                : type.startsWith("application/pdf") ? Bookmarks.in(task.file()) : List.of();
        if (!words.isEmpty()) {
            TextHandler handler = transcript.open(null, metadata, 0);
            words.forEach(handler::add);
            transcript.close(handler);
        }
    }

    /** Tika does not tell where the slides of an OpenDocument presentation end and its masters begin. */
    private static int slides(Task task) {
        if (!task.name().toLowerCase(Locale.ROOT).endsWith(".odp")) {
            return 0;
        }
        try (ZipFile zip = new ZipFile(task.file().toFile())) {
            var content = zip.getEntry("content.xml");
            return content == null ? 0 : count(zip.getInputStream(content), "<draw:page ");
        } catch (IOException notAnOpenDocument) {
            return 0;
        }
    }

    /** Counts to 10,000 at most, in 16 MB at most. */
    private static int count(InputStream in, String word) throws IOException {
        byte[] sought = word.getBytes(StandardCharsets.US_ASCII);
        byte[] text = in.readNBytes(16 << 20);
        int count = 0;
        for (int i = 0; i <= text.length - sought.length && count < 10_000; i++) {
            int j = 0;
            while (j < sought.length && text[i + j] == sought[j]) {
                j++;
            }
            count += j == sought.length ? 1 : 0;
        }
        return count;
    }
}
