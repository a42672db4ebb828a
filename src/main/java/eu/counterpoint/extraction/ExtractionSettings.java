package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How files are read.
 *
 * @param workers        processes, and so files, at once; 0 for as many as there are cores
 * @param heap           of each worker
 * @param timeout        for one file, by the clock
 * @param stall          for a worker that neither finds anything nor says that it goes on
 * @param startup        for a worker to be ready
 * @param maxCharacters  of text taken from one file; a passage counts as a hundred at least
 * @param maxEmbedded    documents read within one file
 * @param maxDepth       of documents within documents
 * @param maxTemporary   that one file may unpack to
 * @param filesPerWorker before it is replaced: parsers may leak, but a new worker needs a thousand files to get warm
 * @param warm           whether workers start with the application, rather than with the first file
 */
@ConfigurationProperties("counterpoint.extraction")
record ExtractionSettings(@DefaultValue("0") int workers, @DefaultValue("512MB") DataSize heap,
        @DefaultValue("60s") Duration timeout, @DefaultValue("30s") Duration stall,
        @DefaultValue("2m") Duration startup,
        @DefaultValue("5000000") int maxCharacters, @DefaultValue("500") int maxEmbedded,
        @DefaultValue("12") int maxDepth,
        @DefaultValue("2GB") DataSize maxTemporary, @DefaultValue("10000") int filesPerWorker,
        @DefaultValue("true") boolean warm) {

    ExtractionSettings {
        workers = workers > 0 ? workers : Runtime.getRuntime().availableProcessors();
    }

    Limits limits() {
        return new Limits(maxCharacters, maxEmbedded, maxDepth);
    }
}
