package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import java.util.List;
import java.util.Map;

/** {@link Access#seen} as a condition of SQL, so that a limited answer is limited to what its reader may see. */
final class Seen {

    /** On the row {@code m} of a material. */
    static final String CONDITION = """
            (:editor = 1 or m.owner_id = :reader or m.status = 'PUBLISHED' and m.visibility in (:visibilities))""";

    /** No account has this id. */
    private static final long NOBODY = -1;

    private Seen() {}

    /** What {@link #CONDITION} needs to know. */
    static Map<String, Object> parameters(Reader reader) {
        AccountId account = reader.account();
        List<String> visibilities = Access.visibilities(reader).stream().map(Visibility::name).toList();
        return Map.of("editor", reader.is(Role.EDITOR) ? 1 : 0, "reader", account == null ? NOBODY : account.value(),
                "visibilities", visibilities);
    }
}
