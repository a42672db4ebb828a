package eu.counterpoint.ui;

import com.vaadin.flow.component.Component;

/**
 * The size of a file as people read it: decimal units, as on a shelf.
 *
 * @param bytes not negative
 */
public record FileSize(long bytes) {

    private static final long KB = 1_000;
    private static final long MB = 1_000_000;
    private static final long TENTHS_UNTIL = 10 * MB;

    /** In the language of a component. */
    public String text(Component where) {
        if (bytes < KB) {
            return where.getTranslation("ui.size.bytes", bytes);
        }
        if (bytes < MB) {
            return where.getTranslation("ui.size.kb", Math.round(bytes / (double) KB));
        }
        double megabytes = bytes / (double) MB;
        return where.getTranslation("ui.size.mb", bytes < TENTHS_UNTIL ? megabytes : Math.round(megabytes));
    }
}
