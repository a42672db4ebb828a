package eu.counterpoint.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.library.Covers;
import eu.counterpoint.search.AnswerResult;
import eu.counterpoint.search.NarrativeAnswers;
import eu.counterpoint.search.NarrativeTooLongException;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.vocabulary.Vocabulary;

/**
 * Where a narrative is pasted that somebody met, and what answers it is shown. The narrative is in this view alone: the address
 * and the title of the page stay what they are.
 */
@Route("answer")
@AnonymousAllowed
class AnswerView extends Div implements HasDynamicTitle {

    private static final int SHOWN = 20;

    private final NarrativeAnswers answers;
    private final Vocabulary vocabulary;
    private final Covers covers;
    private final CurrentReader reader;
    private final NarrativeField field = new NarrativeField(NarrativeAnswers.MOST_CHARACTERS);
    private final Paragraph status = new Paragraph();
    private final Div results = new Div();

    AnswerView(NarrativeAnswers answers, Vocabulary vocabulary, Covers covers, CurrentReader reader) {
        this.answers = answers;
        this.vocabulary = vocabulary;
        this.covers = covers;
        this.reader = reader;
        Paragraph lead = new Paragraph(getTranslation("search.ui.answer.lead"));
        lead.addClassName("lead");
        NativeButton find = new NativeButton(getTranslation("search.ui.answer.button"), event -> find());
        find.addClassName("btn");
        Paragraph kept = new Paragraph(getTranslation("search.ui.answer.kept"));
        kept.addClassNames("small", "muted", "measure");
        Div form = new Div(field, find, kept);
        form.addClassNames("card", "narrative");
        status.getElement().setAttribute("role", "status");
        status.addClassName("strong");
        add(new H1(getTranslation("search.ui.answer.title")), lead, form, status, results);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("search.ui.answer.title"));
    }

    private void find() {
        results.removeAll();
        status.setText("");
        field.complain("");
        String text = field.text();
        if (text.isBlank()) {
            field.complain(getTranslation("search.ui.answer.empty"));
            return;
        }
        try {
            show(answers.answer(text, SHOWN, reader.get()));
        } catch (NarrativeTooLongException e) {
            field.complain(getTranslation("search.ui.answer.too-long", NarrativeAnswers.MOST_CHARACTERS,
                    e.characters() - NarrativeAnswers.MOST_CHARACTERS));
        } catch (SearchUnavailableException e) {
            results.add(new EmptyState(getTranslation("search.ui.away"), getTranslation("search.ui.answer.away")));
        }
    }

    private void show(AnswerResult result) {
        status.setText(getTranslation("search.ui.answer.found", result.answers().size()));
        results.add(result.answers().isEmpty() ? nothing() : new AnswerGroups(result.answers(), vocabulary, covers));
    }

    private Component nothing() {
        return new EmptyState(getTranslation("search.ui.answer.none"), getTranslation("search.ui.answer.none.text"),
                new Link("search", getTranslation("search.ui.title"), "chip"),
                new Link("themes", getTranslation("search.ui.none.themes"), "chip"),
                new Link("audiences", getTranslation("search.ui.none.audiences"), "chip"));
    }
}
