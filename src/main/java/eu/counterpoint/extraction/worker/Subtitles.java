package eu.counterpoint.extraction.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.io.input.CloseShieldInputStream;
import org.apache.tika.detect.AutoDetectReader;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/**
 * Subtitles in SubRip (SRT) and WebVTT, which differ little: what is said, in stretches of some sentences, each a {@code div.cue}
 * whose {@code title} is the second at which it begins.
 */
public final class Subtitles implements Parser {

    static final String CUE = "cue";
    static final Set<MediaType> TYPES = Set.of(MediaType.application("x-subrip"), MediaType.text("vtt"));

    private static final Pattern TIMES = Pattern
            .compile("\\s*(?:(\\d{1,3}):)?(\\d{1,2}):(\\d{2})(?:[.,]\\d{1,3})?\\s+-->.*");
    private static final Pattern SPEAKER = Pattern.compile("<v(?:\\.[^ >]*)?\\s+([^>]{1,100})>");
    private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,200}>|\\{\\\\[^{}]{0,100}\\}");
    /** Blocks of WebVTT that nobody says. */
    private static final Pattern ASIDE = Pattern.compile("(NOTE|STYLE|REGION)(\\s.*)?");
    private static final int LONGEST_LINE = 10_000;

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return TYPES;
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        String type = metadata.get(HttpHeaders.CONTENT_TYPE);
        try (AutoDetectReader reader = new AutoDetectReader(CloseShieldInputStream.wrap(stream), metadata)) {
            // The detection of the characters may have taken it for plain text.
            if (type != null) {
                metadata.set(HttpHeaders.CONTENT_TYPE, type);
            }
            XHTMLContentHandler xhtml = new XHTMLContentHandler(handler, metadata);
            xhtml.startDocument();
            new Script(reader, xhtml).read();
            xhtml.endDocument();
        }
    }

    /** Reads line by line. */
    private static final class Script {

        /** Characters of a stretch, once a sentence ends, and whether it ends or not. */
        private static final int ENOUGH = 240;
        private static final int MOST = 480;
        private static final int SECONDS = 60;

        private final BufferedReader lines;
        private final XHTMLContentHandler xhtml;
        private final StringBuilder stretch = new StringBuilder();
        private int begins;
        private int now = -1;
        /** A line that is said, unless a line of times follows: then it was the name of the next cue. */
        private @Nullable String waiting;
        private String before = "";
        private boolean aside;

        Script(BufferedReader lines, XHTMLContentHandler xhtml) {
            this.lines = lines;
            this.xhtml = xhtml;
        }

        void read() throws IOException, SAXException {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher times = TIMES.matcher(line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE));
                if (times.matches()) {
                    waiting = null;
                    aside = false;
                    cue(seconds(times));
                } else if (line.isBlank()) {
                    say();
                    aside = false;
                } else if (aside || waiting == null && ASIDE.matcher(line).matches()) {
                    aside = true;
                } else {
                    say();
                    waiting = line;
                }
            }
            say();
            end();
        }

        private static int seconds(Matcher times) {
            int hours = times.group(1) == null ? 0 : Integer.parseInt(times.group(1));
            return (hours * 60 + Integer.parseInt(times.group(2))) * 60 + Integer.parseInt(times.group(3));
        }

        private void cue(int second) throws SAXException {
            boolean sentence = stretch.length() >= ENOUGH && ".!?\u2026\"\u00BB\u201D".indexOf(
                    stretch.charAt(stretch.length() - 1)) >= 0;
            if (sentence || stretch.length() >= MOST || second - begins >= SECONDS || second < now) {
                end();
            }
            if (stretch.isEmpty()) {
                begins = second;
            }
            now = second;
        }

        /** Before the first times stands nothing that is said; a line that rolls up is said once. */
        private void say() {
            if (waiting != null && now >= 0) {
                String said = MARKUP.matcher(SPEAKER.matcher(waiting).replaceAll("$1: ")).replaceAll("").strip()
                        .replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
                if (!said.isEmpty() && !said.equals(before)) {
                    stretch.append(stretch.isEmpty() ? "" : "\n").append(said);
                    before = said;
                }
            }
            waiting = null;
        }

        private void end() throws SAXException {
            if (!stretch.isEmpty()) {
                AttributesImpl attributes = new AttributesImpl();
                attributes.addAttribute("", "class", "class", "CDATA", CUE);
                attributes.addAttribute("", "title", "title", "CDATA", String.valueOf(begins));
                xhtml.startElement("div", attributes);
                xhtml.characters(stretch.toString());
                xhtml.endElement("div");
                stretch.setLength(0);
            }
        }
    }
}
