package eu.counterpoint.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.counterpoint.extraction.CoverMaker.Result;
import eu.counterpoint.testing.Scans;
import eu.counterpoint.testing.Sheets;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Small pictures of first pages: of whom, how large, and what hostile files come to. */
class CoversTest {

    private static final CoverPool POOL = pool(Duration.ofSeconds(20));
    /** Of 255: as far as JPEG may take a colour. */
    private static final int CLOSE = 12;

    @RegisterExtension
    static final LeavesNothing AFTERWARDS = new LeavesNothing(POOL::pids);

    @TempDir
    Path folder;

    @AfterAll
    static void close() {
        POOL.close();
    }

    @Test
    void showsTheFirstPageOfAPdf() throws Exception {
        BufferedImage cover = drawn(Sheets.pdf("A report", Color.RED, Color.BLUE));
        assertThat(cover.getWidth()).isEqualTo(400);
        assertThat(cover.getHeight()).isBetween(565, 567);
        assertColour(cover, 200, 100, Color.RED);
        assertColour(cover, 390, 560, Color.WHITE);
        assertThat(darkPixels(cover)).as("the letters").isGreaterThan(50);
    }

    @Test
    void showsTheFirstSlide() throws Exception {
        BufferedImage cover = drawn(Sheets.slides("A talk", Color.GREEN, Color.BLUE));
        assertThat(cover.getWidth()).isEqualTo(400);
        assertThat(cover.getHeight()).isEqualTo(300);
        assertColour(cover, 200, 75, Color.GREEN);
        assertColour(cover, 390, 290, Color.WHITE);
        assertThat(darkPixels(cover)).as("the letters").isGreaterThan(50);
    }

    @Test
    void showsPicturesUprightAndNoneOfTheirBytes() throws Exception {
        byte[] photograph = Scans.photograph(Scans.GERMAN);
        Result.Drawn drawn = (Result.Drawn) POOL.make(file(photograph));
        assertThat(drawn.width()).isEqualTo(400);
        assertThat(drawn.height()).as("the camera lay").isLessThan(drawn.width());
        assertThat(new String(drawn.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");

        BufferedImage picture = new BufferedImage(1000, 250, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.BLUE);
        graphics.fillRect(0, 0, 500, 250);
        graphics.dispose();
        for (String format : new String[]{"png", "gif", "tiff"}) {
            BufferedImage cover = drawn(Scans.encoded(picture, format));
            assertThat(cover.getWidth()).as(format).isEqualTo(400);
            assertThat(cover.getHeight()).as(format).isEqualTo(100);
            assertColour(cover, 100, 50, Color.BLUE);
        }
        assertColour(drawn(Scans.encoded(picture, "png")), 300, 50, Color.WHITE);
    }

    @Test
    void enlargesNothing() throws Exception {
        BufferedImage sheet = new BufferedImage(120, 90, BufferedImage.TYPE_INT_RGB);
        sheet.setRGB(60, 45, 0xFFFFFF);
        assertThat(drawn(Scans.encoded(sheet, "png")).getWidth()).isEqualTo(120);
    }

    @Test
    void takesThePictureThatAProgramHasPutIntoItsFileWhereItCannotDrawThat() throws Exception {
        byte[] thumbnail = Scans.encoded(Scans.sheet(Scans.ENGLISH).getSubimage(0, 0, 724, 1024), "png");
        BufferedImage odt = drawn(zip("mimetype", "application/vnd.oasis.opendocument.text".getBytes(),
                "Thumbnails/thumbnail.png", thumbnail));
        assertThat(odt.getHeight()).isBetween(565, 567);
        BufferedImage broken = drawn(zip("ppt/presentation.xml", "<broken".getBytes(), "docProps/thumbnail.png",
                thumbnail));
        assertThat(broken.getHeight()).isBetween(565, 567);
    }

    @Test
    void leavesFilesThatShowNothingWithoutACover() throws Exception {
        for (byte[] file : new byte[][]{
                new byte[0],
                "Words alone.".getBytes(),
                Scans.pdf(List.of("")),
                Arrays.copyOf(Sheets.pdf("Cut off", Color.RED), 300),
                Arrays.copyOf(Scans.encoded(Scans.sheet(Scans.ENGLISH), "jpg"), 200),
                Scans.encoded(new BufferedImage(900, 600, BufferedImage.TYPE_BYTE_GRAY), "png"),
                Scans.encoded(new BufferedImage(4000, 10, BufferedImage.TYPE_BYTE_GRAY), "png"),
                zip("word/document.xml", "<document/>".getBytes(), "docProps/app.xml", "<app/>".getBytes())}) {
            assertThat(POOL.make(file(file))).isEqualTo(new Result.None());
        }
    }

    @Test
    void givesNoCoverToPicturesThatExplode() throws Exception {
        byte[] bomb = Scans.encoded(new BufferedImage(30_000, 30_000, BufferedImage.TYPE_BYTE_BINARY), "png");
        assertThat(POOL.make(file(bomb))).isEqualTo(new Result.None());
        byte[] claim = Scans.encoded(new BufferedImage(100, 100, BufferedImage.TYPE_BYTE_INDEXED), "gif");
        Arrays.fill(claim, 6, 10, (byte) 0xFF);
        assertThat(POOL.make(file(claim))).isEqualTo(new Result.None());
        byte[] within = zip("Thumbnails/thumbnail.png", bomb, "mimetype", new byte[0]);
        assertThat(POOL.make(file(within))).isEqualTo(new Result.None());
        for (byte[] picture : new byte[][]{HostilePictures.endlessTiff(120_000, 120_000, 2), HostilePictures.jpeg2000(),
                HostilePictures.tiff(14_000, 14_000, 1, 8), HostilePictures.webp(16_383, 16_383)}) {
            assertThat(POOL.make(file(picture))).isEqualTo(new Result.None());
        }
        showsTheFirstPageOfAPdf();
    }

    @Test
    void survivesAPdfWhosePictureTakesAllMemory() throws Exception {
        Path bomb = folder.resolve("bomb.pdf");
        try (PDDocument pdf = new PDDocument()) {
            HostilePictures.addTo(pdf);
            pdf.save(bomb.toFile());
        }
        assertThat(POOL.make(bomb)).as("its picture costs it no cover").isInstanceOf(Result.Drawn.class);
        showsTheFirstPageOfAPdf();
    }

    @Test
    void survivesSlidesWhosePictureTakesAllMemory() throws Exception {
        assertThat(POOL.make(file(Sheets.slidesWith(
                Scans.encoded(new BufferedImage(30_000, 30_000, BufferedImage.TYPE_BYTE_BINARY), "png")))))
                .isEqualTo(new Result.None());
        showsTheFirstPageOfAPdf();
    }

    @Test
    void survivesFontsWhoseLettersNeverEnd() throws Exception {
        assertThat(POOL.make(file(HostileFonts.endless()))).isInstanceOf(Result.Drawn.class);
        assertThat(POOL.make(file(HostileFonts.doubling()))).isEqualTo(new Result.None());
        assertThat(POOL.make(file(HostileFonts.damaged()))).isInstanceOf(Result.Drawn.class);
        showsTheFirstPageOfAPdf();
    }

    @Test
    void givesUpAPageThatTakesTooLong() throws Exception {
        try (CoverPool hasty = pool(Duration.ofSeconds(3))) {
            assertThat(hasty.make(file(Sheets.slowPdf(Sheets.VERY_LONG)))).isEqualTo(new Result.None());
        }
    }

    @Test
    void saysThatItsWorkerWasKilledAndStartsAnother() throws Exception {
        Path slow = file(Sheets.slowPdf(Sheets.VERY_LONG));
        try (CoverPool pool = pool(Duration.ofMinutes(2))) {
            CompletableFuture<Result> drawing = CompletableFuture.supplyAsync(() -> {
                try {
                    return pool.make(slow);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().atMost(Duration.ofMinutes(2)).until(() -> pool.isDrawing() && pool.pids().size() == 1);
            pool.pids().forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
            assertThat(drawing.get()).isEqualTo(new Result.WorkerLost(true));
            assertThat(pool.make(file(Sheets.pdf("Next", Color.RED)))).isInstanceOf(Result.Drawn.class);
        }
    }

    @Test
    void asksForCoversOfFilesThatHaveAFirstPage() {
        for (String type : new String[]{"application/pdf", "image/jpeg", "image/tiff",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation",
                "application/vnd.ms-powerpoint", "application/vnd.oasis.opendocument.text"}) {
            assertThat(POOL.canHelp(type)).as(type).isTrue();
        }
        for (String type : new String[]{"text/plain", "image/svg+xml", "audio/mpeg", "application/zip"}) {
            assertThat(POOL.canHelp(type)).as(type).isFalse();
        }
        assertThat(POOL.canHelp(null)).isFalse();
        try (CoverPool off = new CoverPool(Pools.settings(1), new CoverSettings(false, Duration.ofSeconds(20)))) {
            assertThat(off.canHelp("application/pdf")).isFalse();
        }
    }

    private static CoverPool pool(Duration timeout) {
        return new CoverPool(Pools.settings(1), new CoverSettings(true, timeout));
    }

    private BufferedImage drawn(byte[] file) throws Exception {
        Result result = POOL.make(file(file));
        assertThat(result).isInstanceOf(Result.Drawn.class);
        Result.Drawn drawn = (Result.Drawn) result;
        BufferedImage cover = ImageIO.read(new ByteArrayInputStream(drawn.jpeg()));
        assertThat(cover.getWidth()).isEqualTo(drawn.width());
        assertThat(cover.getHeight()).isEqualTo(drawn.height());
        return cover;
    }

    private static void assertColour(BufferedImage cover, int x, int y, Color expected) {
        Color found = new Color(cover.getRGB(x, y));
        assertThat(found.getRed()).as("red at %d, %d of %s", x, y, found).isBetween(expected.getRed() - CLOSE,
                expected.getRed() + CLOSE);
        assertThat(found.getGreen()).as("green at %d, %d of %s", x, y, found).isBetween(expected.getGreen() - CLOSE,
                expected.getGreen() + CLOSE);
        assertThat(found.getBlue()).as("blue at %d, %d of %s", x, y, found).isBetween(expected.getBlue() - CLOSE,
                expected.getBlue() + CLOSE);
    }

    private static long darkPixels(BufferedImage cover) {
        return Arrays.stream(cover.getRGB(0, 0, cover.getWidth(), cover.getHeight(), null, 0, cover.getWidth()))
                .filter(pixel -> (pixel & 255) + (pixel >> 8 & 255) + (pixel >> 16 & 255) < 200).count();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(folder.resolve("a"), content);
    }

    private static byte[] zip(String first, byte[] content, String second, byte[] other) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(first));
            zip.write(content);
            zip.putNextEntry(new ZipEntry(second));
            zip.write(other);
        }
        return bytes.toByteArray();
    }
}
