package eu.counterpoint.search.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.dom.Element;
import eu.counterpoint.search.RebuildState;
import java.util.Objects;

/** How far a rebuild is. What it is doing is read out when it changes; how far it is, is there for whoever looks. */
class RebuildBar extends Div {

    private final Element bar = new Element("progress");
    private final Paragraph doing = new Paragraph();
    private final Span far = new Span();

    RebuildBar() {
        addClassNames("card", "rebuild");
        doing.getElement().setAttribute("role", "status");
        bar.setAttribute("max", "100").setAttribute("aria-label", getTranslation("search.index.progress"));
        far.addClassNames("small", "muted");
        getElement().appendChild(doing.getElement(), bar, far.getElement());
    }

    void show(RebuildState state) {
        if (!state.running()) {
            return;
        }
        String now = getTranslation("search.index.stage." + state.stage().id());
        String why = getTranslation("search.index.reason." + Objects.requireNonNull(state.reason()).id());
        String sentence = now + " " + why;
        if (!sentence.equals(doing.getText())) {
            doing.setText(sentence);
        }
        if (state.stage() == RebuildState.Stage.CHECKING) {
            showStep("search.index.brought-in", state.percentBroughtIn(), state.broughtIn(),
                    state.broughtIn() == state.changed() ? 0 : state.changed());
        } else {
            showStep("search.index.far", state.percent(), state.records(), state.total());
        }
    }

    /** Where it is not known how much there is to do, the bar only shows that something is done. */
    private void showStep(String text, int percent, long done, long total) {
        if (total == 0) {
            bar.removeAttribute("value");
            far.setText("");
        } else {
            bar.setAttribute("value", Integer.toString(percent));
            far.setText(getTranslation(text, percent, done, total));
        }
    }
}
