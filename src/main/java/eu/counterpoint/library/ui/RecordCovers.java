package eu.counterpoint.library.ui;

import com.vaadin.flow.component.Component;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.ui.Cover;
import eu.counterpoint.ui.CoverPicture;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The covers of the records on a page, asked for together. Whether the reader may see the records is the page's to check. */
public final class RecordCovers {

    private final Map<MaterialId, Covers.Cover> covers;

    public RecordCovers(Collection<MaterialId> records, Covers covers) {
        this.covers = covers.of(records);
    }

    /** The cover of a record, where it has one. */
    public Optional<Component> picture(MaterialId record, String title) {
        return Optional.ofNullable(covers.get(record)).map(cover -> new CoverPicture(
                "materials/" + record + "/files/" + cover.file() + "/cover", title, cover.width(), cover.height()));
    }

    /** The cover of a record, or what stands in its place. */
    public Component of(MaterialId record, String title) {
        return picture(record, title).orElseGet(() -> new Cover(record.value(), title));
    }
}
