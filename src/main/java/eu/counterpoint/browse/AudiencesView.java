package eu.counterpoint.browse;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.search.Search;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;

/** All audiences with their counts. */
@Route("audiences")
@AnonymousAllowed
class AudiencesView extends ConceptListView {

    AudiencesView(Search search, Vocabulary vocabulary, CurrentReader reader) {
        super(Scheme.AUDIENCE, search, vocabulary, reader);
    }
}
