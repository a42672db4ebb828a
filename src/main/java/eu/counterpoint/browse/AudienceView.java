package eu.counterpoint.browse;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.library.Covers;
import eu.counterpoint.search.Search;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;

/** One of the audiences: what it means, and its records. */
@Route("audiences/:id")
@AnonymousAllowed
class AudienceView extends ConceptView {

    AudienceView(Search search, Vocabulary vocabulary, Covers covers, CurrentReader reader) {
        super(Scheme.AUDIENCE, search, vocabulary, covers, reader);
    }
}
