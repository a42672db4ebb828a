package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import eu.counterpoint.ingest.suggestion.Quote;
import eu.counterpoint.ingest.suggestion.Reason;
import eu.counterpoint.ingest.suggestion.Suggested;
import eu.counterpoint.ingest.suggestion.SuggestedField;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.MarkedText;
import eu.counterpoint.ui.PlayTime;
import java.util.Objects;

/** One suggestion: what, why, the passage that led to it, and the button that takes it. */
class SuggestionLine extends ListItem {

    private static final int SIMILAR_SHOWN = 3;

    private final SuggestedField field;
    private final String label;
    private final MaterialId material;
    private final NativeButton use = new NativeButton();
    private final Div because = new Div();

    /** @param label the value for people */
    SuggestionLine(SuggestedField field, String label, MaterialId material, SerializableRunnable take) {
        this.field = field;
        this.label = label;
        this.material = material;
        addClassName("suggestion");
        Span value = new Span(label);
        value.addClassName("suggestion-value");
        use.addClassNames("btn", "quiet");
        use.addClickListener(click -> take.run());
        Div line = new Div(value, use);
        line.addClassName("suggestion-line");
        add(line, because);
    }

    /** Says why, which may change while files are being read; the button stays as it is. */
    void because(Suggested suggested) {
        Reason reason = suggested.reason();
        Paragraph why = new Paragraph(getTranslation(reason.key(), reason.times(), reason.places(), reason.of()));
        why.addClassNames("small", "muted");
        because.removeAll();
        because.add(why);
        suggested.quotes().stream().findFirst().ifPresent(quote -> because.add(quoted(quote)));
        if (reason.kind() == Reason.Kind.SIMILAR) {
            because.add(similar(suggested));
        }
    }

    /** @param replaces whether it takes the place of something that stands in the field */
    void replaces(boolean replaces) {
        String key = replaces ? "suggestion.use.instead" : "suggestion.use";
        if (!Objects.equals(use.getText(), getTranslation(key))) {
            use.setText(getTranslation(key));
            use.setAriaLabel(getTranslation(key + ".of", label,
                    getTranslation("contribute.field." + field.id())));
        }
    }

    void focus() {
        use.focus();
    }

    private Paragraph quoted(Quote quote) {
        String text = "materials/" + material + "/files/" + quote.file() + "/text?passage=" + quote.passage() + "#t-"
                + quote.passage();
        Paragraph quoted = new Paragraph(new MarkedText(quote.html()), new Span(" "),
                Link.beside(text, place(quote)));
        quoted.addClassNames("small", "suggestion-quote");
        return quoted;
    }

    private String place(Quote quote) {
        if (quote.second() != null) {
            return getTranslation("suggestion.second", PlayTime.of(quote.second()));
        }
        return quote.page() == null
                ? getTranslation("suggestion.passage")
                : getTranslation("suggestion.page", quote.page());
    }

    private Paragraph similar(Suggested suggested) {
        Paragraph records = new Paragraph();
        records.addClassNames("small", "suggestion-quote");
        suggested.alike().stream().limit(SIMILAR_SHOWN).forEach(record -> {
            if (records.getComponentCount() > 0) {
                records.add(new Span(" · "));
            }
            records.add(Link.beside("materials/" + record.id(), record.title()));
        });
        return records;
    }
}
