package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import eu.counterpoint.ingest.Advice;
import eu.counterpoint.ingest.RetryState;
import eu.counterpoint.library.QuarantineFilter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far the retries of many files are: those that run, and those that were seen running. */
class RetryBars extends Div {

    private final Advice advice;
    private final Map<Long, Bar> bars = new LinkedHashMap<>();

    RetryBars(Advice advice) {
        this.advice = advice;
        addClassName("stack");
        setVisible(false);
    }

    /** Answers whether one of them is still running. */
    boolean show(List<RetryState> states) {
        boolean running = false;
        for (RetryState state : states) {
            if (state.running() && !bars.containsKey(state.id())) {
                follow(state);
            }
            Bar bar = bars.get(state.id());
            if (bar != null) {
                bar.show(state);
            }
            running |= state.running();
        }
        return running;
    }

    /** Shows one from now on, also when it is over before anybody looks. */
    void follow(RetryState state) {
        if (!bars.containsKey(state.id())) {
            Bar bar = new Bar(state, kind(state.files()));
            bars.put(state.id(), bar);
            add(bar);
            setVisible(true);
        }
    }

    private String kind(QuarantineFilter files) {
        String kind = files.reasons().size() == 1
                ? advice.kind(files.reasons().iterator().next(), getLocale())
                : files.outcomes().size() == 1
                        ? getTranslation("quarantine.outcome." + files.outcomes().iterator().next().id())
                        : getTranslation("quarantine.all");
        return files.batch() == null ? kind : getTranslation("quarantine.progress.batch", kind);
    }

    private static final class Bar extends Div {

        private final Element progress = new Element("progress");
        private final Paragraph doing = new Paragraph();
        private final Span far = new Span();
        private final String kind;

        Bar(RetryState state, String kind) {
            this.kind = kind;
            addClassNames("card", "retry");
            doing.getElement().setAttribute("role", "status");
            progress.setAttribute("max", "100").setAttribute("aria-label", getTranslation("quarantine.progress"));
            far.addClassNames("small", "muted");
            getElement().appendChild(doing.getElement(), progress, far.getElement());
            show(state);
        }

        void show(RetryState state) {
            List<String> texts = new ArrayList<>();
            if (state.running()) {
                texts.add(getTranslation("quarantine.progress.doing", kind));
                texts.add(getTranslation("quarantine.progress.far", state.read(), state.total(), state.searchable()));
            } else {
                texts.add(getTranslation("quarantine.progress.done", kind));
                texts.add(getTranslation("quarantine.progress.result", state.read(), state.searchable()));
            }
            if (!texts.getFirst().equals(doing.getText())) {
                doing.setText(texts.getFirst());
            }
            far.setText(texts.getLast());
            progress.setVisible(state.running());
            progress.setAttribute("value", Integer.toString(state.percent()));
        }
    }
}
