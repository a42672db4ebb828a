package eu.counterpoint.ingest.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.ingest.batch.BatchRow.Plan;
import eu.counterpoint.ingest.batch.KnownKeys.Known;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.library.Status;
import eu.counterpoint.ui.Texts;

/**
 * What is missing of a row: all of it, a change, or nothing.
 *
 * @param newFiles that the material does not have yet, and never had from a batch
 * @param describe whether the row says something else than when it was last imported
 * @param publish  whether the material is to be published and is not
 * @param notes    why it is left alone although it changed
 */
record Decision(Plan plan, List<NewFile> newFiles, boolean describe, boolean publish, List<Fault> notes) {

    static Decision create(List<NewFile> files, boolean publish) {
        return new Decision(Plan.CREATE, files, true, publish, List.of());
    }

    /** Decides by what became of the row before. What a person has changed here since is never written over. */
    @Component
    static class Maker {

        private final Library library;
        private final Texts texts;

        Maker(Library library, Texts texts) {
            this.library = library;
            this.texts = texts;
        }

        /**
         * @param known    what became of the row before; null where it is new
         * @param material likewise, as it is now; null where it is gone
         * @param past     of the material
         * @param publish  whether the batch's materials are published
         */
        Decision decide(@Nullable Known known, @Nullable Material material, Past past, String digest,
                List<NewFile> files, boolean publish, Reader owner) {
            if (known == null || material == null) {
                return create(files, publish);
            }
            Set<Sha256> there = material.files().stream().map(MaterialFile::sha256).collect(Collectors.toSet());
            List<NewFile> newFiles = files.stream()
                    .filter(file -> !there.contains(file.original().sha256()) && !past.brought(file)).toList();
            boolean describe = !known.digest().equals(digest);
            boolean toPublish = publish && material.status() != Status.PUBLISHED
                    && material.status() != Status.WITHDRAWN;
            if (newFiles.isEmpty() && !describe && !toPublish) {
                return leave(List.of());
            }
            String why = obstacle(known, material, past, describe, owner);
            if (why != null) {
                return leave(List.of(new Fault("", texts.get("batch.left." + why))));
            }
            return new Decision(Plan.UPDATE, newFiles, describe, toPublish, List.of());
        }

        private @Nullable String obstacle(Known known, Material material, Past past, boolean describe,
                Reader owner) {
            if (material.status() == Status.WITHDRAWN) {
                return "withdrawn";
            }
            if (!library.mayEdit(material, owner)) {
                return "submitted";
            }
            return describe && past.described() > known.revision() ? "edited" : null;
        }

        private static Decision leave(List<Fault> notes) {
            return new Decision(Plan.SKIP, List.of(), false, false, new ArrayList<>(notes));
        }
    }
}
