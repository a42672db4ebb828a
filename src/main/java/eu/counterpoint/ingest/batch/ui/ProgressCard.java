package eu.counterpoint.ingest.batch.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import eu.counterpoint.ingest.batch.Batch;
import eu.counterpoint.ingest.batch.BatchFile.State;
import eu.counterpoint.ingest.batch.Progress;
import eu.counterpoint.ui.FileSize;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far an import is. Where it stands is read out when that changes; the numbers are there for whoever looks. */
class ProgressCard extends Div {

    private static final Duration SECONDS_UNTIL = Duration.ofSeconds(90);
    private static final Duration MINUTES_UNTIL = Duration.ofHours(2);

    private final Element bar = new Element("progress");
    private final Paragraph far = new Paragraph();
    private final Paragraph rate = new Paragraph();

    ProgressCard() {
        addClassNames("card", "batch-progress");
        bar.setAttribute("max", "100").setAttribute("aria-label", getTranslation("batch.progress"));
        rate.addClassNames("small", "muted");
        getElement().appendChild(far.getElement(), bar, rate.getElement());
    }

    void show(Batch batch, Progress progress) {
        bar.setAttribute("value", Integer.toString(percent(progress)));
        far.setText(progress.files() == 0
                ? getTranslation("batch.progress.rows", imported(progress), progress.rowsWanted())
                : getTranslation("batch.progress.files", progress.filesSettled(), progress.files(),
                        new FileSize(progress.bytesSettled()).text(this), new FileSize(progress.bytes()).text(this),
                        imported(progress), progress.rowsWanted()));
        boolean runs = batch.state() == Batch.State.RUNNING;
        rate.setText(runs ? rate(progress) : "");
        rate.setVisible(runs);
    }

    /** What takes longer than a second is counted by the minute: nobody wants to read of 0.1 files. */
    private String rate(Progress progress) {
        String left = left(progress.left());
        if (progress.files() == 0 || progress.filesPerSecond() == 0) {
            return left;
        }
        boolean slow = progress.filesPerSecond() < 1;
        int seconds = slow ? 60 : 1;
        return getTranslation(slow ? "batch.rate.minute" : "batch.rate", progress.filesPerSecond() * seconds,
                new FileSize(Math.round(progress.bytesPerSecond() * seconds)).text(this), left);
    }

    private String left(@Nullable Duration left) {
        if (left == null) {
            return getTranslation("batch.time.unknown");
        }
        if (left.isZero()) {
            return getTranslation("batch.time.almost");
        }
        if (left.compareTo(SECONDS_UNTIL) < 0) {
            return getTranslation("batch.time.seconds", left.toSeconds());
        }
        return left.compareTo(MINUTES_UNTIL) < 0
                ? getTranslation("batch.time.minutes", Math.round(left.toSeconds() / 60.0))
                : getTranslation("batch.time.hours", Math.round(left.toMinutes() / 60.0));
    }

    static long imported(Progress progress) {
        return Math.max(0, progress.rowsWanted() - progress.rowsWaiting() - progress.rowsFailed());
    }

    private static int percent(Progress progress) {
        long all = progress.files() + progress.rowsWanted();
        long done = progress.files(State.DONE) + progress.files(State.FAILED) + progress.rowsWanted()
                - progress.rowsWaiting();
        return all == 0 ? 100 : (int) (done * 100 / all);
    }
}
