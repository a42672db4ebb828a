package eu.counterpoint.search.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.IndexState;
import eu.counterpoint.search.RebuildState;
import eu.counterpoint.search.RebuildState.Reason;
import eu.counterpoint.search.RebuildState.Stage;
import eu.counterpoint.search.SearchIndex;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.Notice;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How the index stands, and the button that rebuilds it; for administrators. While it is rebuilt the page follows. */
@Route("search-index")
@RolesAllowed("ADMINISTRATOR")
class IndexView extends Div implements HasDynamicTitle {

    private static final int LOOK_AGAIN_MILLIS = 1_000;
    /** While the engine is away. */
    private static final int LOOK_SELDOM_MILLIS = 5_000;
    private static final int NO_LOOKING = -1;

    private final SearchIndex index;
    private final CurrentReader reader;
    private final DescriptionList facts = new DescriptionList();
    private final Div rebuild = new Div();
    private final RebuildBar bar = new RebuildBar();
    private @Nullable RebuildState shown;
    private boolean available;
    private @Nullable Registration looking;

    IndexView(SearchIndex index, CurrentReader reader) {
        this.index = index;
        this.reader = reader;
        addClassNames("measure");
        Paragraph what = new Paragraph(getTranslation("search.index.what"));
        what.addClassName("lead");
        facts.addClassName("facts");
        Div card = new Div(facts);
        card.addClassName("card");
        H2 title = new H2(getTranslation("search.index.rebuild.title"));
        title.addClassName("section");
        add(new H1(getTranslation("search.index.title")), what, card, title, rebuild);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("search.index.title"));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(poll -> look());
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (looking != null) {
            looking.remove();
        }
        event.getUI().setPollInterval(NO_LOOKING);
    }

    /** Shows how it stands now. While a rebuild is under way, the browser asks again. */
    void look() {
        RebuildState before = shown;
        RebuildState now = index.rebuild(reader.get());
        boolean changed = before == null || (now.running() ? !before.running() : !now.equals(before));
        if (changed || !available) {
            IndexState state = index.state(reader.get());
            available = state.available();
            show(state, before != null && before.running());
        }
        bar.show(now);
        shown = now;
        getUI().ifPresent(ui -> ui.setPollInterval(now.running()
                ? LOOK_AGAIN_MILLIS
                : available ? NO_LOOKING : LOOK_SELDOM_MILLIS));
    }

    private void show(IndexState state, boolean watched) {
        facts.removeAll();
        if (state.available()) {
            fact("search.index.records", getTranslation("ui.number", state.records()));
            fact("search.index.passages", getTranslation("ui.number", state.passages()));
            fact("search.index.layout",
                    getTranslation(state.current() ? "search.index.layout.current" : "search.index.layout.old"));
        } else {
            fact("search.index.engine", getTranslation("search.index.engine.away"));
        }
        Instant rebuilt = state.rebuild().rebuiltAt();
        fact("search.index.rebuilt",
                rebuilt == null
                        ? getTranslation("search.index.rebuilt.never")
                        : getTranslation("search.index.moment", Date.from(rebuilt)));
        rebuild.removeAll();
        if (state.rebuild().running()) {
            rebuild.add(bar);
        } else if (state.rebuild().stage() == Stage.FAILED) {
            rebuild.add(failed(state.rebuild()));
        } else {
            if (watched && state.rebuild().stage() == Stage.DONE) {
                rebuild.add(done(state.rebuild()));
            }
            Paragraph about = new Paragraph(getTranslation("search.index.rebuild.about"));
            about.addClassName("muted");
            rebuild.add(about, button("search.index.rebuild"));
        }
    }

    private void fact(String term, String text) {
        facts.add(new DescriptionList.Term(getTranslation(term)), new DescriptionList.Description(text));
    }

    private Component done(RebuildState done) {
        Duration took = Duration.between(Objects.requireNonNull(done.askedAt()),
                Objects.requireNonNull(done.finishedAt()));
        return new Notice(Badge.Tone.GOOD, getTranslation("search.index.done"),
                getTranslation("search.index.done.text", done.records(), took.toSeconds(), took.toMinutes()))
                .announced();
    }

    private Component failed(RebuildState failed) {
        String why = getTranslation("search.index.problem." + Objects.requireNonNull(failed.problem()).id());
        String text = failed.reason() == Reason.ASKED
                ? getTranslation("search.index.failed.old-stays")
                : getTranslation("search.index.failed.by-itself");
        Notice notice = new Notice(Badge.Tone.BAD, getTranslation("search.index.failed"), why + " " + text,
                button("search.index.again")).announced();
        if (failed.detail() != null) {
            Paragraph detail = new Paragraph(getTranslation("search.index.detail", failed.detail()));
            detail.addClassNames("small", "muted");
            notice.addComponentAtIndex(2, detail);
        }
        return notice;
    }

    private NativeButton button(String key) {
        NativeButton button = new NativeButton(getTranslation(key), click -> {
            index.startRebuild(reader.get());
            look();
        });
        button.addClassName("btn");
        return button;
    }
}
