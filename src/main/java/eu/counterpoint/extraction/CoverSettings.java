package eu.counterpoint.extraction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How covers are made.
 *
 * @param enabled whether they are
 * @param timeout for one of them
 */
@ConfigurationProperties("counterpoint.covers")
record CoverSettings(@DefaultValue("true") boolean enabled, @DefaultValue("20s") Duration timeout) {}
