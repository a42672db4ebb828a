package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TemporaryResources;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Reads attachments and other documents within a document into the same transcript; one that is broken costs itself. */
final class EmbeddedDocuments implements EmbeddedDocumentExtractor {

    /** Kinds of picture that hold no text without character recognition. */
    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/jpg", "image/pjpeg", "image/png",
            "image/x-png", "image/gif", "image/bmp", "image/x-ms-bmp", "image/tiff", "image/webp", "image/jp2");
    private static final Set<String> PICTURE_SUFFIXES = Set.of("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff",
            "webp");
    private static final int MAX_NAME = 200;

    private final Parser parser;
    private final ParseContext context;
    private final Transcript transcript;
    private final long length;

    /** @param length of the file in bytes */
    EmbeddedDocuments(Parser parser, ParseContext context, Transcript transcript, long length) {
        this.parser = parser;
        this.context = context;
        this.transcript = transcript;
        this.length = length;
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        boolean picture = isPicture(metadata);
        if (picture) {
            transcript.picturePart();
        }
        return !picture;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler outer, Metadata metadata, boolean html)
            throws SAXException, IOException {
        transcript.admitDocument();
        if (isPicture(metadata) || !transcript.admitDepth()) {
            return;
        }
        boolean unpacked = transcript.unpacks();
        TextHandler handler = transcript.open(name(metadata), metadata, 0);
        try (TemporaryResources temporary = new TemporaryResources()) {
            TikaInputStream in = TikaInputStream.get(CloseShieldInputStream.wrap(stream), temporary, metadata);
            if (stream instanceof TikaInputStream tika && tika.getOpenContainer() != null) {
                open(in, tika);
            }
            parser.parse(in, handler, metadata, context);
        } catch (TikaException | RuntimeException | StackOverflowError broken) {
            if (Ending.isEncrypted(broken)) {
                transcript.encryptedPart();
            } else {
                transcript.damagedPart();
            }
            if (unpacked && Wrapping.mayHideWords(metadata) && !Ending.isWithoutContent(broken)) {
                transcript.missedPart();
            }
        } finally {
            transcript.close(handler);
        }
        if (unpacked && handler.isScan()) {
            transcript.scannedPart();
        }
        transcript.goOn();
    }

    /** What was opened already may have no bytes left to read; without a length it would pass for a bomb. */
    private void open(TikaInputStream in, TikaInputStream from) throws IOException {
        long own = from.hasLength() ? from.getLength() : 0;
        in.setOpenContainer(from.getOpenContainer(), own > 0 ? own : length);
    }

    private String name(Metadata metadata) {
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        if (name == null || name.isBlank()) {
            name = "#" + transcript.next();
        }
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}]", "").strip();
        @Nullable
        String within = transcript.openPart();
        String path = within == null ? name : within + "/" + name;
        return path.length() <= MAX_NAME ? path : path.substring(path.length() - MAX_NAME);
    }

    private static boolean isPicture(Metadata metadata) {
        String type = metadata.get(HttpHeaders.CONTENT_TYPE);
        if (type != null) {
            return PICTURES.contains(type.toLowerCase(Locale.ROOT));
        }
        String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
        return name != null && PICTURE_SUFFIXES
                .contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }
}
