package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;

/**
 * A file that did not become fully searchable, or waits to be read again, with what is told of its material beside it.
 *
 * @param title empty where the material has none yet
 */
public record QuarantinedFile(MaterialId material, String title, Status status, AccountId owner, MaterialFile file) {

    /** Whether this reader may have it read again: editors, and its owner; not what a password was needed for. */
    public boolean mayBeReadAgain(Reader reader) {
        return file.outcome().isForQuarantine() && !file.opened()
                && Access.mayReadAgain(status, owner, file.outcome(), reader);
    }

    /** Whether this reader may take it as it is: whoever may change its material. */
    public boolean mayBeAccepted(Reader reader) {
        return file.outcome().isForQuarantine() && file.accepted() == null && Access.mayCare(file.outcome(), reader)
                && Access.mayEdit(status, owner, reader);
    }

    /** Whether this reader may put another file in its place: whoever may change its material. */
    public boolean mayBeReplaced(Reader reader) {
        return file.outcome().isForQuarantine() && Access.mayEdit(status, owner, reader);
    }

    /** Whether this reader may open it with its password: whoever may change its material. */
    public boolean mayBeOpened(Reader reader) {
        return file.outcome() == Outcome.ENCRYPTED && Access.mayEdit(status, owner, reader);
    }
}
