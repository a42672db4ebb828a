package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.component.html.Paragraph;
import eu.counterpoint.ingest.batch.BatchId;
import eu.counterpoint.ui.Link;

/** How many files of a batch did not become fully searchable, as the way to where something can be done about them. */
class NotSearchable extends Paragraph {

    private long shown;

    NotSearchable() {
        setVisible(false);
    }

    /** Leaves the page alone where nothing has changed. */
    void show(BatchId batch, long files) {
        if (files != shown) {
            shown = files;
            removeAll();
            add(new Link("quarantine?batch=" + batch, getTranslation("batch.quarantine", files)));
            setVisible(files > 0);
        }
    }
}
