package eu.counterpoint.ingest.batch;

import eu.counterpoint.account.Reader;
import eu.counterpoint.file.Sha256;
import eu.counterpoint.library.Duplicates;
import eu.counterpoint.library.Duplicates.Holder;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NewFile;
import eu.counterpoint.ui.Texts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which files of rows are in the library already, in other materials. Worth knowing, and no fault. */
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
