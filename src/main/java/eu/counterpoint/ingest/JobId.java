package eu.counterpoint.ingest;

import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import java.util.UUID;

/** Names a job that reads a file; a file that is read again gets another job. */
record JobId(MaterialId material, FileId file, UUID job) {

    static JobId of(String text) {
        String[] parts = text.split(":");
        return new JobId(new MaterialId(parts[0]), new FileId(Long.parseLong(parts[1])), UUID.fromString(parts[2]));
    }

    String text() {
        return material + ":" + file + ":" + job;
    }
}
