package eu.counterpoint.bench;

import eu.counterpoint.testing.RestClient;
import eu.counterpoint.testing.RunningApplication;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Single files from the upload to the search, on a library that has nothing else to do, with the heap that the application is
 * run with: of usual size with pictures and without, of very many pages, and as large as any that is taken.
 * {@code mvn -B test -Dtest=LargeFilesBenchmark} prints how long each takes and how much memory the application has had by then.
 */
class LargeFilesBenchmark {

    private static final int LINES = 40;
    private static final int USUAL_PAGES = 40;
    private static final int TEXT_PAGES = 1_500;
    private static final int VERY_MANY_PAGES = 10_000;
    /** So that the last of very many pages lies within the text that is taken of a file. */
    private static final int FEW_LINES = 6;
    private static final int LARGE_PAGES = 64;
    /** Of three bytes a point, which cannot be packed any smaller. */
    private static final int POINTS = 1024;
    private static final int SMALL_POINTS = 90;
    private static final long PAUSE = 50;

    private final Random random = new Random(2015);
    private final PDType1Font font = new PDType1Font(FontName.HELVETICA);

    @TempDir
    private Path folder;

    @Test
    void fromTheUploadToTheSearch() throws Exception {
        Path first = pdf("first.pdf", 1, LINES, 0, "firstword");
        Path usual = pdf("text-and-pictures.pdf", USUAL_PAGES, LINES, SMALL_POINTS, "usualword");
        Path text = pdf("text-alone.pdf", TEXT_PAGES, LINES, 0, "textword");
        Path manyPages = pdf("very-many-pages.pdf", VERY_MANY_PAGES, FEW_LINES, 0, "manyword");
        Path large = pdf("large.pdf", LARGE_PAGES, LINES, POINTS, "largeword");
        try (RunningApplication application = RunningApplication.start(folder.resolve("home"),
                "--counterpoint.meaning.enabled=false")) {
            RestClient client = RestClient.asAdmin(application::uri);
            measure(application, client, first, "firstword", 1);
            measure(application, client, usual, "usualword", USUAL_PAGES);
            measure(application, client, text, "textword", TEXT_PAGES);
            measure(application, client, manyPages, "manyword", VERY_MANY_PAGES);
            measure(application, client, large, "largeword", LARGE_PAGES);
        }
    }

    /** The word stands on the last page alone. */
    private static void measure(RunningApplication application, RestClient client, Path file, String word, int pages)
            throws Exception {
        // It and its workers get ready and make covers for some time.
        Rest.await(application.process());
        long start = System.nanoTime();
        String id = client.upload("/api/materials?publish=true", null, List.of(file)).expect(201).json().get("id")
                .asString();
        double taken = seconds(start);
        while (client.get("/api/search?q=" + word).expect(200).json().get("total").asInt() == 0) {
            Thread.sleep(PAUSE);
        }
        double found = seconds(start);
        JsonNode record = client.get("/api/materials/" + id).expect(200).json().get("files").get(0);
        System.out.printf("%-22s %,7.1f MB %,6d pages: taken after %.1f s, found by its last page after %.1f s, %s; "
                + "the application has had %s of memory at most%n", file.getFileName(), Files.size(file) / 1e6, pages,
                taken, found, record.get("outcome").asString(), mostMemory(application));
    }

    /** Of the whole process, its heap and everything else; where the system tells. */
    private static String mostMemory(RunningApplication application) throws IOException {
        Path status = Path.of("/proc", Long.toString(application.process().pid()), "status");
        return Files.exists(status)
                ? Files.readAllLines(status).stream().filter(line -> line.startsWith("VmHWM:"))
                        .map(line -> line.replaceAll("\\D", "")).map(kib -> Long.parseLong(kib) / 1024 + " MiB")
                        .findFirst().orElse("an unknown amount")
                : "an unknown amount";
    }

    /** @param points of a picture on each page, in each direction; 0 for none */
    private Path pdf(String name, int pages, int lines, int points, String lastWord) throws IOException {
        Path file = folder.resolve(name);
        try (PDDocument pdf = new PDDocument()) {
            for (int page = 1; page <= pages; page++) {
                PDPage sheet = new PDPage();
                pdf.addPage(sheet);
                write(pdf, sheet, lines, page == pages ? lastWord : "");
                if (points > 0) {
                    BufferedImage noise = new BufferedImage(points, points, BufferedImage.TYPE_INT_RGB);
                    noise.setRGB(0, 0, points, points, random.ints((long) points * points).toArray(), 0, points);
                    try (PDPageContentStream content = new PDPageContentStream(pdf, sheet,
                            PDPageContentStream.AppendMode.APPEND, true)) {
                        content.drawImage(LosslessFactory.createFromImage(pdf, noise), 50, 50, 100, 100);
                    }
                }
            }
            pdf.save(file.toFile());
        }
        return file;
    }

    private void write(PDDocument pdf, PDPage sheet, int lines, String lastWord) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(pdf, sheet)) {
            content.beginText();
            content.setFont(font, 10);
            content.setLeading(14);
            content.newLineAtOffset(50, 750);
            for (int line = 0; line < lines; line++) {
                content.showText("In " + random.nextInt(3000) + " they told their story to " + random.nextInt(100_000)
                        + " people, of whom " + random.nextInt(100_000) + " answered.");
                content.newLine();
            }
            content.showText(lastWord);
            content.endText();
        }
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
