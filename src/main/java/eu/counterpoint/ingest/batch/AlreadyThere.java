package eu.counterpoint.ingest.batch;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.Duplicate;
import eu.counterpoint.library.Duplicates;
import eu.counterpoint.library.Duplicates.Holder;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.ui.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which files of a batch, or their texts, are in the library already, or twice in the batch. Worth knowing, and no fault. */
@Component
class AlreadyThere {

    private final Duplicates duplicates;
    private final Texts texts;

    AlreadyThere(Duplicates duplicates, Texts texts) {
        this.duplicates = duplicates;
        this.texts = texts;
    }

    /** Looks for many files together. */
    Shelf of(List<NewFile> files, Reader owner) {
        return new Shelf(duplicates.holders(files.stream().map(file -> file.original().sha256()).toList(), owner));
    }

    /** Says of those that were read which other material has nearly the same text, where the reader may see that. */
    List<BatchFile> marked(List<BatchFile> files, Reader reader) {
        Map<FileId, Duplicate> nearest = duplicates.nearest(
                files.stream().filter(BatchFile::wasRead).map(BatchFile::id).toList(), reader);
        return files.stream().map(file -> file.id() == null ? file : file.with(nearest.get(file.id()))).toList();
    }

    /** A file of a row that an earlier row has as well. */
    Fault twice(NewFile file, int before) {
        return new Fault(Columns.FILES, texts.get("batch.known.row", file.name(), before));
    }

    /** What was found. */
    class Shelf {

        private final Map<Sha256, List<Holder>> holders;

        private Shelf(Map<Sha256, List<Holder>> holders) {
            this.holders = holders;
        }

        /**
         * One note a file: of the first material that has it.
         *
         * @param own what the row became before; or null
         */
        List<Fault> notes(List<NewFile> files, @Nullable MaterialId own) {
            return files.stream().flatMap(file -> note(file, own)).toList();
        }

        private Stream<Fault> note(NewFile file, @Nullable MaterialId own) {
            return holders.getOrDefault(file.original().sha256(), List.of()).stream()
                    .filter(holder -> !holder.material().equals(own)).limit(1)
                    .map(holder -> new Fault(Columns.FILES, texts.get("batch.known", file.name(),
                            holder.title().isBlank() ? texts.get("library.untitled") : holder.title()),
                            holder.material().value()));
        }
    }
}
