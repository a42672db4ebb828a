package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.apache.tika.detect.TextDetector;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.txt.TXTParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** For types that no parser knows: reads what is plain text all the same, such as tables of a laboratory. */
final class PlainText implements Parser {

    private final TextDetector detector = new TextDetector();
    private final Parser text = new TXTParser();

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of();
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        if (detector.detect(stream, metadata).equals(MediaType.TEXT_PLAIN)) {
            text.parse(stream, handler, metadata, context);
        } else if (context.get(Transcript.class).depth() == 1) {
            context.get(Transcript.class).unsupported();
        }
    }
}
