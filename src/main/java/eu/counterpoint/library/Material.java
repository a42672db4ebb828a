package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One catalogue record with its description and its files, as it was when read.
 *
 * @param revision    of the description and the status, from 1; an edit names the one it was made on
 * @param version     grows with every change, also of its files; what the index is versioned by
 * @param owner       who contributed it
 * @param note        the editor's note when changes were requested, or the public reason of a withdrawal; else null
 * @param starter     whether it belongs to the starter collection
 * @param publishedAt null until it was first published
 */
public record Material(MaterialId id, Description description, Status status, AccountId owner, long revision,
        long version, List<MaterialFile> files, @Nullable String note, boolean starter, Instant createdAt,
        Instant changedAt, @Nullable Instant publishedAt) {

    /** What is told of it to everybody who may see it: all but the files that are withheld. */
    public Material withoutWithheld() {
        List<MaterialFile> shown = files.stream().filter(file -> !file.withheld()).toList();
        return shown.size() == files.size()
                ? this
                : new Material(id, description, status, owner, revision, version, shown, note, starter, createdAt,
                        changedAt, publishedAt);
    }

    public Optional<MaterialFile> file(FileId id) {
        return files.stream().filter(file -> file.id().equals(id)).findFirst();
    }
}
