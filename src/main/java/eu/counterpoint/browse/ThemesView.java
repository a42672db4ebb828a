package eu.counterpoint.browse;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.Search;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;

/** All themes with their counts. */
@Route("themes")
@AnonymousAllowed
class ThemesView extends ConceptListView {

    ThemesView(Search search, Vocabulary vocabulary, CurrentReader reader) {
        super(Scheme.THEME, search, vocabulary, reader);
    }
}
