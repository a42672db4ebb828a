package eu.counterpoint.bench;

import java.io.BufferedReader;
import java.io.IOException;
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
    private static final String WITHOUT_OCR = """
            <properties><parsers><parser class="org.apache.tika.parser.DefaultParser">
            <parser-exclude class="org.apache.tika.parser.ocr.TesseractOCRParser"/></parser></parsers></properties>""";

    private BareTika() {}

    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (var walk = Files.walk(Path.of(args[0]))) {
            files = walk.filter(Files::isRegularFile).sorted().toList();
        }
        Path config = Files.createTempFile("tika", ".xml");
        Files.writeString(config, WITHOUT_OCR);
        Parser parser = new AutoDetectParser(new TikaConfig(config));
        Files.delete(config);
        var in = new BufferedReader(new InputStreamReader(System.in));
        while (in.readLine() != null) {
            System.out.println("SECONDS " + pass(files, parser));
        }
    }

    private static double pass(List<Path> files, Parser parser) throws InterruptedException {
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        files.forEach(file -> threads.execute(() -> parse(file, parser)));
        threads.shutdown();
        threads.awaitTermination(10, TimeUnit.MINUTES);
        return (System.nanoTime() - start) / 1e9;
    }

    private static void parse(Path file, Parser parser) {
        Metadata metadata = new Metadata();
        try (var in = TikaInputStream.get(file, metadata)) {
            parser.parse(in, new BodyContentHandler(-1), metadata, new ParseContext());
        } catch (IOException | org.xml.sax.SAXException | org.apache.tika.exception.TikaException
                | RuntimeException e) {
            // A file that Tika cannot read costs what it costs: it is part of the floor.
        }
    }
}
