package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.io.RandomAccessStreamCache.StreamCacheCreateFunction;
import org.apache.pdfbox.pdfparser.PDFObjectStreamParser;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * Opens PDFs as PDFBox does, but makes the table of all objects once. PDFBox (3.0.7) makes it anew for each stream of objects, of which
 * there are the more, the more objects there are: {@code docs/decisions/0021}.
 */
final class PdfObjects extends PDFParser {

    /** What was read of a stream, and not asked for yet; by the stream's number. */
    private final Map<Long, Map<COSObjectKey, COSBase>> waiting = new HashMap<>();

    private PdfObjects(RandomAccessRead file, @Nullable String password, StreamCacheCreateFunction cache)
            throws IOException {
        super(file, password, null, null, cache);
    }

    /** @throws IOException when it is no PDF, or damaged, or the password is not that of the file */
    static PDDocument open(Path file, @Nullable String password, StreamCacheCreateFunction cache) throws IOException {
        return open(new RandomAccessReadBufferedFile(file), password, cache);
    }

    /** The same, of what was opened already; closed with the document, or when that fails. */
    static PDDocument open(RandomAccessRead file, @Nullable String password, StreamCacheCreateFunction cache)
            throws IOException {
        try {
            return new PdfObjects(file, password, cache).parse();
        } catch (IOException | RuntimeException | Error e) {
            IOUtils.closeQuietly(file);
            throw e;
        }
    }

    @Override
    protected @Nullable COSBase parseObjectStreamObject(long stream, COSObjectKey key) throws IOException {
        Map<COSObjectKey, COSBase> others = waiting.computeIfAbsent(stream, any -> new HashMap<>());
        COSBase object = others.remove(key);
        if (object != null
                || !(document.getObjectFromPool(getObjectKey(stream, 0)).getObject() instanceof COSStream objects)) {
            return object;
        }
        try {
            Map<COSObjectKey, COSBase> all = new Stream(objects, document).parseAllObjects();
            object = all.remove(key);
            all.forEach(others::putIfAbsent);
        } catch (IOException e) {
            // Of a damaged file the rest is read.
            if (!isLenient()) {
                throw e;
            }
        }
        return object;
    }

    /** Looks objects up in the table of the file. */
    private final class Stream extends PDFObjectStreamParser {

        Stream(COSStream objects, COSDocument document) throws IOException {
            super(objects, document);
        }

        @Override
        protected COSObjectKey getObjectKey(long number, int generation) {
            return PdfObjects.this.getObjectKey(number, generation);
        }
    }
}
