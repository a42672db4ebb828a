package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableSupplier;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.QuarantinedFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of the quarantine. A row that stays keeps its place on the page, the keyboard and what is typed into it. */
class QuarantineList extends UnorderedList {

    private final SerializableSupplier<QuarantineRow> newRow;
    private final Map<FileId, QuarantineRow> rows = new LinkedHashMap<>();
    private List<QuarantinedFile> shown = List.of();

    QuarantineList(SerializableSupplier<QuarantineRow> newRow) {
        this.newRow = newRow;
        addClassName("rows");
    }

    void show(List<QuarantineRow.State> states, Reader reader) {
        List<QuarantinedFile> files = states.stream().map(QuarantineRow.State::file).toList();
        shown = files;
        List<FileId> wanted = files.stream().map(file -> file.file().id()).toList();
        new ArrayList<>(rows.keySet()).stream().filter(id -> !wanted.contains(id))
                .forEach(id -> remove(rows.remove(id)));
        int place = 0;
        for (QuarantineRow.State state : states) {
            QuarantineRow row = rows.computeIfAbsent(state.file().file().id(), id -> newRow.get());
            if (place >= getComponentCount() || getComponentAt(place) != row) {
                addComponentAtIndex(place, row);
            }
            row.show(state, reader);
            place++;
        }
        setVisible(!files.isEmpty());
    }

    /** Whether a file is here with this outcome. */
    boolean shows(FileId file, Outcome outcome) {
        return shown.stream().anyMatch(one -> one.file().id().equals(file) && one.file().outcome() == outcome);
    }

    /** Ticks all that the reader may have read again, or none; answers which these are. */
    List<FileId> tickAll(boolean ticked, Reader reader) {
        List<FileId> ids = shown.stream().filter(file -> file.mayBeReadAgain(reader)).map(file -> file.file().id())
                .toList();
        ids.forEach(id -> rows.get(id).tick(ticked));
        return ids;
    }

    void focus(FileId file) {
        QuarantineRow row = rows.get(file);
        if (row != null) {
            row.focus();
        }
    }
}
