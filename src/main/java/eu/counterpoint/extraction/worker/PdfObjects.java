package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
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
 * Opens PDFs as PDFBox does, but makes the table of all objects once, and looks for objects of a type only where there can be any. PDFBox
 * (3.0.7) makes the table anew for each stream of objects, of which there are the more, the more objects there are, and parses them all to
 * find a few: {@code docs/decisions/0021}.
 */
final class PdfObjects extends PDFParser {

    private static final String TYPE = "/Type";
    /** A name of which letters are written as numbers. */
    private static final Pattern IN_NUMBERS = Pattern.compile("/[^\\s/<>\\[\\](){}%]*#");

    /** What was read of a stream, and not asked for yet; by the stream's number. */
    private final Map<Long, Map<COSObjectKey, COSBase>> waiting = new HashMap<>();

    private PdfObjects(RandomAccessRead file, @Nullable String password, StreamCacheCreateFunction cache)
            throws IOException {
        super(file, password, null, null, cache);
        document.close();
        document = new Found(cache);
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

    /** Whether the type of an object in this stream can be one that is looked for. */
    private boolean mayHave(long stream, List<COSName> types) {
        if (waiting.containsKey(stream)) {
            return true;
        }
        if (!(document.getObjectFromPool(getObjectKey(stream, 0)).getObject() instanceof COSStream objects)) {
            return true;
        }
        try (InputStream content = objects.createInputStream()) {
            String text = new String(content.readAllBytes(), StandardCharsets.ISO_8859_1);
            return types.stream().anyMatch(type -> text.contains(type.getName())) || hasTypeElsewhere(text)
                    || text.indexOf('#') >= 0 && IN_NUMBERS.matcher(text).find();
        } catch (IOException e) {
            return true;
        }
    }

    /** Whether it is said of an object in which other object its type stands. */
    private static boolean hasTypeElsewhere(String text) {
        for (int at = text.indexOf(TYPE); at >= 0; at = text.indexOf(TYPE, at)) {
            at += TYPE.length();
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            if (at < text.length() && Character.isDigit(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Finds objects of a type without parsing the streams that have none. */
    private final class Found extends COSDocument {

        Found(StreamCacheCreateFunction cache) {
            super(cache, PdfObjects.this);
        }

        @Override
        public List<COSObject> getObjectsByType(COSName type, @Nullable COSName orType) {
            List<COSName> types = orType == null ? List.of(type) : List.of(type, orType);
            Map<Long, Boolean> streams = new HashMap<>();
            Set<COSObjectKey> looked = new HashSet<>();
            List<COSObject> found = new ArrayList<>();
            // Whatever is looked at may show that the table of a damaged file lacks some.
            while (looked.size() < getXrefTable().size()) {
                for (Map.Entry<COSObjectKey, Long> place : List.copyOf(getXrefTable().entrySet())) {
                    COSObject object = looked.add(place.getKey()) ? getObjectFromPool(place.getKey()) : null;
                    if (object != null && (object.isDereferenced() || place.getValue() >= 0
                            || streams.computeIfAbsent(-place.getValue(), stream -> mayHave(stream, types)))
                            && object.getObject() instanceof COSDictionary dictionary
                            && types.stream().anyMatch(one -> one.equals(dictionary.getCOSName(COSName.TYPE)))) {
                        found.add(object);
                    }
                }
            }
            return found;
        }
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
