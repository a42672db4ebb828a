package eu.counterpoint.bench;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.tika.config.TikaConfig;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.sax.BodyContentHandler;

/**
 * The floor under every ingestion: the files of a folder parsed by Apache Tika and nothing else, without OCR, on two threads. For each
 * line on its standard input it makes one pass and prints the seconds.
 */
final class BareTika {

    private static final int THREADS = 2;
    /** A file's longest text, in characters, as for the library's own workers. */
    private static final int LONGEST = 5_000_000;
    private static final String WITHOUT_OCR = """
            <properties><parsers><parser class="org.apache.tika.parser.DefaultParser">
            <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/></parser></parsers></properties>""";

    private BareTika() {}

    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (var walk = Files.walk(Path.of(args[0]))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        var in = new BufferedReader(new InputStreamReader(System.in));
        while (in.readLine() != null) {
            System.out.println("SECONDS " + pass(files));
        }
    }

    private static double pass(List<Path> files) throws Exception {
        long start = System.nanoTime();
        Parser parser = new AutoDetectParser(new TikaConfig(new ByteArrayInputStream(WITHOUT_OCR.getBytes())));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        files.forEach(file -> threads.execute(() -> parse(file, parser)));
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.MINUTES);
        return (System.nanoTime() - start) / 1e9;
    }

    private static void parse(Path file, Parser parser) {
        ParseContext context = new ParseContext();
        context.set(Parser.class, parser);
        try (var in = TikaInputStream.get(file)) {
            parser.parse(in, new BodyContentHandler(LONGEST), new Metadata(), context);
        } catch (Exception | Error e) {
            // A file that Tika cannot read costs what it costs: it is part of the floor.
        }
    }
}
