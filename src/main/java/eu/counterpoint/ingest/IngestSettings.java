package eu.counterpoint.ingest;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings {@code counterpoint.ingest.*}.
 *
 * @param maxFileSize the largest file taken
 * @param retryAfter  how long a file rests after its worker died or ran out of time, before it is tried again the first time; later four times as long each time
 */
@ConfigurationProperties("counterpoint.ingest")
record IngestSettings(@DefaultValue("200MB") DataSize maxFileSize, @DefaultValue("3s") Duration retryAfter) {}
