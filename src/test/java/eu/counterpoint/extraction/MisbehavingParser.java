package eu.counterpoint.extraction;

import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.XHTMLContentHandler;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/** Does in the worker what each line of a file says, so that every way of going wrong can be had on demand. */
public final class MisbehavingParser implements Parser {

    @Override
    public Set<MediaType> getSupportedTypes(ParseContext context) {
        return Set.of(MediaType.application("x-misbehaving"));
    }

    @Override
    public void parse(InputStream stream, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        XHTMLContentHandler xhtml = new XHTMLContentHandler(handler, metadata);
        xhtml.startDocument();
        for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
            String[] words = line.split(" ", 2);
            String rest = words.length > 1 ? words[1] : "";
            switch (words[0]) {
                case "page" -> {
                    xhtml.startElement("div", "class", "page");
                    xhtml.element("p", rest);
                    xhtml.endElement("div");
                }
                case "say" -> xhtml.element("p", rest);
                case "surroundings" -> xhtml.element("p", String.join(" ", System.getenv().keySet()));
                case "hang" -> sleep();
                case "spin" -> {
                    while (true) {
                        xhtml.startElement("b");
                        xhtml.endElement("b");
                    }
                }
                case "hoard" -> {
                    List<long[]> hoard = new ArrayList<>();
                    while (true) {
                        hoard.add(new long[1 << 16]);
                    }
                }
                case "stumble" -> {
                    if (new File(rest).createNewFile()) {
                        System.exit(0);
                    }
                }
                case "stopped" -> {
                    // As if somebody had killed it, the first two times.
                    if (new File(rest + 1).createNewFile() || new File(rest + 2).createNewFile()) {
                        System.exit(128 + 9);
                    }
                }
                case "exit" -> System.exit(Integer.parseInt(rest));
                case "print" -> {
                    for (int i = 0; i < 100_000; i++) {
                        System.out.println("noise on standard output " + i);
                        System.err.println("noise on standard error " + i);
                    }
                }
                case "forge" -> {
                    try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                        out.write("noise past System.out, which reads as a frame of a gigabyte".getBytes());
                    }
                }
                case "litter" -> {
                    Path file = Files.createTempFile("litter", null);
                    Files.write(file, new byte[Integer.parseInt(rest)]);
                    sleep();
                }
                case "scratch" -> Files.delete(Files.createTempFile("scratch", null));
                case "fork" -> new ProcessBuilder("/bin/sleep", rest).start();
                case "detach" -> new ProcessBuilder("/bin/sh", "-c", "/bin/sleep " + rest + " &").start();
                case "wait" -> LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
                case "overflow" -> overflow(Map.of());
                case "fail" -> throw new TikaException(rest);
                default -> throw new IllegalArgumentException(line);
            }
        }
        xhtml.endDocument();
    }

    private static int overflow(Object of) {
        return 1 + overflow(Map.of(of, of));
    }

    private static void sleep() {
        while (true) {
            try {
                Thread.sleep(1_000_000);
            } catch (InterruptedException e) {
                // as deaf as a parser in an endless loop
            }
        }
    }
}
