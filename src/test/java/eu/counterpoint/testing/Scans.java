package eu.counterpoint.testing;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Pages as a scanner or a camera makes them: grey, a little crooked, with specks, in JPEG. */
public final class Scans {

    public static final String ENGLISH = """
            Credible voices from civil society answer extremist
            propaganda. Young people trust those whom they know:
            teachers, trainers, neighbours and former members.""";
    public static final String FRENCH = """
            Les personnalités crédibles de la société civile
            répondent à la propagande extrémiste. Des bénévoles
            et des éducateurs accompagnent les élèves.""";
    public static final String GERMAN = """
            Glaubwürdige Stimmen der Zivilgesellschaft antworten
            auf Hetze. Jugendliche hören auf Menschen, die sie
            kennen: Straßensozialarbeiter und Übungsleiter.""";

    private static final int DOTS_PER_INCH = 200;
    private static final int WIDTH = 1654;
    /** The upper half of a sheet: to look through white paper takes as long as to read. */
    private static final int HEIGHT = 1169;
    private static final float POINTS_PER_INCH = 72;
    /** How much of the light is missing where there is least. */
    private static final double SHADOW = 0.15;
    private static final int NOISE = 12;

    private Scans() {}

    /** The Tesseract of this machine. */
    public static Optional<Path> tesseract() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> Path.of(folder, "tesseract"))
                .filter(Files::isExecutable).findFirst();
    }

    /** Half a sheet of A4 with these lines. */
    public static BufferedImage sheet(String lines) {
        BufferedImage sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = sheet.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(new Color(232, 232, 228));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.rotate(Math.toRadians(0.8), WIDTH / 2.0, HEIGHT / 2.0);
        graphics.setColor(new Color(45, 45, 45));
        graphics.setFont(new Font(Font.SERIF, Font.PLAIN, Math.round(13 * DOTS_PER_INCH / POINTS_PER_INCH)));
        int y = DOTS_PER_INCH;
        for (String line : lines.split("\n")) {
            graphics.drawString(line, DOTS_PER_INCH / 2, y);
            y += graphics.getFontMetrics().getHeight();
        }
        graphics.dispose();
        speckle(sheet.getRaster());
        return sheet;
    }

    private static void speckle(WritableRaster pixels) {
        Random random = new Random(WIDTH);
        for (int i = 0; i < WIDTH * HEIGHT / 2000; i++) {
            pixels.setSample(random.nextInt(WIDTH), random.nextInt(HEIGHT), 0, random.nextInt(256));
        }
    }

    /**
     * The sheet as a camera takes it that is held upright, while its sensor lies: turned in the file, with a note how. The lamp stands
     * at the left, and the sensor is noisy.
     */
    public static byte[] photograph(String lines) {
        BufferedImage sheet = sheet(lines);
        BufferedImage lying = new BufferedImage(HEIGHT, WIDTH, BufferedImage.TYPE_BYTE_GRAY);
        Random noise = new Random(HEIGHT);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                double light = sheet.getRaster().getSample(x, y, 0) * (1 - SHADOW * x / WIDTH);
                lying.getRaster().setSample(y, WIDTH - 1 - x, 0, (int) light + noise.nextInt(NOISE));
            }
        }
        byte[] jpeg = encoded(lying, "jpg");
        // APP1: a TIFF header and one entry, the orientation (0x0112) with the value 6: turn it to the right.
        int[] note = {0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0,
                0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
        ByteArrayOutputStream photograph = new ByteArrayOutputStream();
        photograph.write(jpeg, 0, 2);
        for (int b : note) {
            photograph.write(b);
        }
        photograph.write(jpeg, 2, jpeg.length - 2);
        return photograph.toByteArray();
    }

    /** A picture in a format of ImageIO's. */
    public static byte[] encoded(BufferedImage picture, String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A PDF with one page for each: a picture of the lines, or the text itself where it begins with {@code text:}, or nothing. */
    public static byte[] pdf(List<String> pages) {
        try (PDDocument pdf = new PDDocument()) {
            for (String lines : pages) {
                PDPage page = new PDPage(
                        new PDRectangle(WIDTH * POINTS_PER_INCH / DOTS_PER_INCH,
                                HEIGHT * POINTS_PER_INCH / DOTS_PER_INCH));
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    if (lines.startsWith("text:")) {
                        content.beginText();
                        content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 11);
                        content.newLineAtOffset(50, 350);
                        content.showText(lines.substring("text:".length()).strip());
                        content.endText();
                    } else if (!lines.isEmpty()) {
                        content.drawImage(JPEGFactory.createFromImage(pdf, sheet(lines), 0.7f), 0, 0,
                                page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
                    }
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
