package eu.counterpoint.browse;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.library.Covers;
import eu.counterpoint.search.Search;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;

/** One of the themes: what it means, and its records. */
@Route("themes/:id")
@AnonymousAllowed
class ThemeView extends ConceptView {

    ThemeView(Search search, Vocabulary vocabulary, Covers covers, CurrentReader reader) {
        super(Scheme.THEME, search, vocabulary, covers, reader);
    }
}
