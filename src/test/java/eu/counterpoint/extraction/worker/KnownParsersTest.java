package eu.counterpoint.extraction.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.util.Map;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.CompositeParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.junit.jupiter.api.Test;

/** {@link KnownParsers} chooses the parsers that Tika chooses. */
class KnownParsersTest {

    private static final MediaType DOCX = MediaType
            .application("vnd.openxmlformats-officedocument.wordprocessingml.document");

    @Test
    void choosesTheParsersThatTikaChooses() throws Exception {
        TikaConfig config;
        try (InputStream in = FileReader.class.getResourceAsStream("tika.xml")) {
            config = new TikaConfig(in);
        }
        ParseContext any = new ParseContext();
        Map<MediaType, Parser> known = new KnownParsers(config).getParsers(any);
        Map<MediaType, Parser> tika = new AutoDetectParser(config).getParsers(any);
        assertThat(known.keySet()).isEqualTo(tika.keySet()).hasSizeGreaterThan(200)
                .contains(MediaType.application("pdf"), MediaType.application("x-subrip"));
        tika.forEach((type, parser) -> assertThat(undecorated(known.get(type))).as("%s", type)
                .isSameAs(inmost(type, parser, any)).isNotInstanceOf(CompositeParser.class));
        assertThat(known.get(MediaType.application("pdf"))).isInstanceOf(PdfText.class);
        assertThat(known.get(DOCX)).isInstanceOf(OneXmlReader.class);
    }

    private static Parser undecorated(Parser parser) {
        return parser instanceof OneXmlReader office ? office.getWrappedParser() : parser;
    }

    private static Parser inmost(MediaType type, Parser parser, ParseContext any) {
        Parser chosen = parser;
        while (chosen instanceof CompositeParser group) {
            chosen = group.getParsers(any).get(type);
        }
        return chosen;
    }
}
