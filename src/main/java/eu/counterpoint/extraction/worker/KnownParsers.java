package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.QuickTypes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.detect.CompositeDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypes;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.jspecify.annotations.Nullable;

/**
 * Tika's parsers by the types that they read, asked once. Tika asks each of a hundred parsers again what it reads, three times
 * over, for each document and for each that is in it.
 */
final class KnownParsers extends AutoDetectParser {

    private static final long serialVersionUID = 1L;

    private final @Nullable Map<MediaType, Parser> byType;

    KnownParsers(TikaConfig config) {
        super(config);
        setDetector(quick(getDetector()));
        ParseContext any = new ParseContext();
        byType = super.getParsers(any).entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey,
                        entry -> reads(entry.getKey(), entry.getValue(), any)));
    }

    @Override
    public Map<MediaType, Parser> getParsers(ParseContext context) {
        // Not yet there while Tika builds the object.
        return byType == null ? super.getParsers(context) : byType;
    }

    /** The parser itself, not the group of parsers that has it. */
    private static Parser reads(MediaType type, Parser parser, ParseContext any) {
        return switch (parser) {
            case CompositeParser group -> reads(type, group.getParsers(any).get(type), any);
            case OOXMLParser office -> new OneXmlReader(office);
            default -> parser;
        };
    }

    private Detector quick(Detector detector) {
        if (!(detector instanceof CompositeDetector all)) {
            return detector;
        }
        List<Detector> detectors = all.getDetectors().stream()
                .map(one -> one instanceof MimeTypes types ? new QuickTypes(types) : one).toList();
        return new CompositeDetector(getMediaTypeRegistry(), detectors);
    }
}
