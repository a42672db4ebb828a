package eu.counterpoint.exchange;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the REST interface.
 *
 * @param uploads         where parts of a request wait while it arrives; emptied at start
 * @param idempotencyKeys how long an answer is remembered under its key
 */
@ConfigurationProperties("counterpoint.exchange")
record ExchangeSettings(@DefaultValue("./data/tmp/uploads") Path uploads,
        @DefaultValue("1d") Duration idempotencyKeys) {}
