package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableFunction;
import eu.counterpoint.ingest.batch.Batches.Slice;
import java.util.List;

/**
 * A list of any length, of which a page is loaded. Looked at again, it makes anew the lines alone that have changed, so that
 * it may be looked at every second, and whoever is reading or has something in focus is not disturbed.
 */
class LongList<T> extends Div {

    private static final int PAGE = 50;

    private final SerializableFunction<T, Component> line;
    private final UnorderedList lines = new UnorderedList();
    private final Span where = new Span();
    private final NativeButton previous;
    private final NativeButton next;
    private final Div turning;
    private transient Source<T> source = (from, most) -> new Slice<>(List.of(), 0);
    private List<T> shown = List.of();
    private long from;

    /** Where the list comes from. */
    interface Source<T> {
        Slice<T> load(long from, int most);
    }

    LongList(SerializableFunction<T, Component> line) {
        this.line = line;
        previous = turn("ui.pager.previous", -PAGE);
        next = turn("ui.pager.next", PAGE);
        lines.addClassNames("plain-list", "batch-lines");
        where.addClassNames("small", "muted");
        where.getElement().setAttribute("role", "status");
        turning = new Div(previous, where, next);
        turning.addClassNames("row", "batch-turning");
        add(lines, turning);
    }

    private NativeButton turn(String key, int by) {
        NativeButton button = new NativeButton(getTranslation(key), click -> {
            from = Math.max(0, from + by);
            look();
        });
        button.addClassNames("btn", "quiet");
        return button;
    }

    /** Shows another list, from its beginning. */
    void show(Source<T> other) {
        source = other;
        from = 0;
        look();
    }

    /** Makes every line anew, where the list was: they look different now, though what they show is the same. */
    void redraw() {
        lines.removeAll();
        shown = List.of();
        look();
    }

    /** Looks at the list again, where it was. */
    void look() {
        Slice<T> slice = source.load(from, PAGE);
        if (slice.some().isEmpty() && from > 0) {
            from = Math.max(0, (slice.total() - 1) / PAGE * PAGE);
            slice = source.load(from, PAGE);
        }
        List<T> now = slice.some();
        for (int i = 0; i < now.size(); i++) {
            if (i >= shown.size()) {
                lines.add(new ListItem(line.apply(now.get(i))));
            } else if (!now.get(i).equals(shown.get(i))) {
                lines.replace(lines.getComponentAt(i), new ListItem(line.apply(now.get(i))));
            }
        }
        while (lines.getComponentCount() > now.size()) {
            lines.remove(lines.getComponentAt(lines.getComponentCount() - 1));
        }
        shown = now;
        turning.setVisible(slice.total() > PAGE);
        previous.setEnabled(from > 0);
        next.setEnabled(from + PAGE < slice.total());
        String text = getTranslation("batch.list.where", from + 1, from + now.size(), slice.total());
        if (!text.equals(where.getText())) {
            where.setText(text);
        }
    }
}
