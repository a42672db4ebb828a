package eu.counterpoint.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;

/** PDF files for tests. */
public final class Pdfs {

    private static final int KEY_BITS = 256;
    private static final AtomicLong made = new AtomicLong();

    private Pdfs() {}

    /** A page with this text. */
    public static byte[] saying(String text) {
        return pages(1, page -> text, null);
    }

    /** The same, which only its password opens. */
    public static byte[] locked(String text, String password) {
        return pages(1, page -> text, password);
    }

    /** Another PDF, which only its password opens from now on. */
    public static byte[] locked(byte[] pdf, String password) {
        try (PDDocument open = Loader.loadPDF(pdf)) {
            return bytes(open, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Many pages, each with this text, which only its password opens. */
    public static byte[] locked(int pages, String text, String password) {
        return pages(pages, page -> text, password);
    }

    /** Many pages; on each is its number. */
    public static byte[] numbered(int pages) {
        return pages(pages, page -> "page " + page + ".", null);
    }

    /** A page without text, as a scanner makes it. */
    public static byte[] scanned() {
        return pages(1, page -> "", null);
    }

    /** Begins as a PDF does, and goes on as none does. */
    public static byte[] broken() {
        return "%PDF-1.7\nNothing that follows makes any sense.\n".getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] pages(int count, IntFunction<String> texts, @Nullable String password) {
        try (PDDocument pdf = new PDDocument()) {
            // Each is a file of its own. Otherwise it has its number from the clock, and two of one millisecond are the same file.
            pdf.setDocumentId(made.incrementAndGet());
            PDType1Font font = new PDType1Font(FontName.HELVETICA);
            for (int number = 1; number <= count; number++) {
                String text = texts.apply(number);
                PDPage page = new PDPage();
                pdf.addPage(page);
                if (!text.isEmpty()) {
                    try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                        content.beginText();
                        content.setFont(font, 12);
                        content.newLineAtOffset(50, 700);
                        content.showText(text);
                        content.endText();
                    }
                }
            }
            return bytes(pdf, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(PDDocument pdf, @Nullable String password) throws IOException {
        if (password != null) {
            StandardProtectionPolicy policy = new StandardProtectionPolicy(password, password, new AccessPermission());
            policy.setEncryptionKeyLength(KEY_BITS);
            pdf.protect(policy);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        pdf.save(bytes);
        return bytes.toByteArray();
    }
}
