package eu.counterpoint.ingest.clamd;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code counterpoint.ingest.clamd*}.
 *
 * @param clamd        {@code host:port}, or the path of a unix socket; empty where nothing is scanned
 * @param clamdTimeout the longest time for one file, from the connection to the answer
 */
@ConfigurationProperties("counterpoint.ingest")
record ClamdSettings(@DefaultValue("") String clamd, @DefaultValue("3m") Duration clamdTimeout) {}
