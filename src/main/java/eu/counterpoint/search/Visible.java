package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.library.Visibility;
import java.util.ArrayList;
import java.util.List;

/** What a reader may see: part of every question to the engine, so that nothing else leaves a trace. */
final class Visible {

    private Visible() {}

    /** The filters that leave only that; none for editors, who see all. */
    static List<Query> to(Reader reader) {
        if (reader.is(Role.EDITOR)) {
            return List.of();
        }
        List<String> visible = new ArrayList<>(List.of(Visibility.PUBLIC.id()));
        if (reader.signedIn()) {
            visible.add(Visibility.SIGNED_IN.id());
        }
        if (reader.vetted()) {
            visible.add(Visibility.VETTED.id());
        }
        return List.of(MaterialsRequest.terms("visibility", visible));
    }
}
