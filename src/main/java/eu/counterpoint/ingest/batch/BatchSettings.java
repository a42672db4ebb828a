package eu.counterpoint.ingest.batch;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code counterpoint.batch.*}.
 *
 * @param maxRows           the most rows that one table may have, and the most files that may come with a batch
 * @param maxManifestSize   the largest table taken
 * @param maxArchiveEntries the most entries of one ZIP, folders included
 * @param maxArchiveSize    the most that one ZIP may unpack to
 * @param maxArchiveRatio   how many times its packed size an entry may have when it is unpacked
 * @param filesAhead        how many files of a batch wait to be read at most; the rest waits in the batch, so that a file
 *                          that somebody sends meanwhile has its turn soon, and a pause is one
 * @param folder            of the server, whose files administrators may send without uploading them; null, the default, for
 *                          none
 */
@ConfigurationProperties("counterpoint.batch")
record BatchSettings(@DefaultValue("10000") int maxRows, @DefaultValue("20MB") DataSize maxManifestSize,
        @DefaultValue("20000") int maxArchiveEntries, @DefaultValue("5GB") DataSize maxArchiveSize,
        @DefaultValue("200") int maxArchiveRatio, @DefaultValue("60") int filesAhead,
        @Nullable Path folder) {}
