package eu.counterpoint.library;

import java.time.Instant;

/**
 * A published material and where it stands.
 *
 * @param version   counts every change
 * @param changedAt when the last one was made
 */
public record PublishedVersion(MaterialId id, long version, Instant changedAt) {

    /** For the database's rows. */
    PublishedVersion(String id, long version, Instant changedAt) {
        this(new MaterialId(id), version, changedAt);
    }
}
