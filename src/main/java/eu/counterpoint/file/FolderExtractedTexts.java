package eu.counterpoint.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/** Extracted passages in a folder: one JSON object a line, in gzip. */
@Component
class FolderExtractedTexts implements ExtractedTexts {

    private static final int BUFFER_BYTES = 64 * 1024;

    /** Of its own, so that what is kept does not change with how the application writes JSON elsewhere. */
    private final JsonMapper json = JsonMapper.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
    private final StoreFolder folder;

    FolderExtractedTexts(StoreFolder folder) {
        this.folder = folder;
    }

    @Override
    public void keep(Sha256 sha256, String extractor, List<Passage> passages) throws IOException {
        Path temporary = folder.newTemporary();
        try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE)) {
            write(passages, channel);
            channel.force(false);
            channel.close();
            folder.settle(temporary, file(sha256, extractor));
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Override
    public Stream<Passage> passages(Sha256 sha256, String extractor) throws IOException {
        InputStream file;
        try {
            file = Files.newInputStream(file(sha256, extractor));
        } catch (NoSuchFileException e) {
            return Stream.empty();
        }
        try {
            MappingIterator<Passage> passages = json.readerFor(Passage.class)
                    .readValues(new GZIPInputStream(file, BUFFER_BYTES));
            return StreamSupport
                    .stream(Spliterators.spliteratorUnknownSize(passages, Spliterator.ORDERED | Spliterator.NONNULL),
                            false)
                    .onClose(() -> close(file));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private void write(List<Passage> passages, FileChannel channel) throws IOException {
        GZIPOutputStream packed = new Gzip(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER_BYTES));
        try (SequenceWriter lines = json.writerFor(Passage.class).withRootValueSeparator("\n").writeValues(packed)) {
            lines.writeAll(passages);
        }
        packed.finish();
        packed.flush();
    }

    private Path file(Sha256 sha256, String extractor) {
        String version = URLEncoder.encode(extractor, StandardCharsets.UTF_8).replace("*", "%2A");
        return folder.text(sha256, "." + version + ".jsonl.gz");
    }

    private static void close(InputStream file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Packs quickly: text shrinks to a third either way, and an ingest waits for it. */
    private static final class Gzip extends GZIPOutputStream {

        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
