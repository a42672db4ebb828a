package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.pdf.PDFParser;
import org.jspecify.annotations.Nullable;

/** Tika's parser of PDFs, which are opened by {@link PdfObjects}. Tika makes it by its name. */
public final class PdfText extends PDFParser {

    private static final long serialVersionUID = 1L;

    @Override
    protected PDDocument getPDDocument(Path file, @Nullable String password, StreamCacheCreateFunction cache,
            Metadata metadata, ParseContext context) throws IOException {
        return PdfObjects.open(file, password, cache);
    }

    @Override
    protected PDDocument getPDDocument(InputStream in, @Nullable String password, StreamCacheCreateFunction cache,
            Metadata metadata, ParseContext context) throws IOException {
        return PdfObjects.open(new RandomAccessReadBuffer(in), password, cache);
    }
}
