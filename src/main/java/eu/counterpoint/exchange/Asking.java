package eu.counterpoint.exchange;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.NotAllowedException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who is asking, where the answer depends on it. */
@Component
class Asking {

    private final CurrentReader currentReader;
    private final Library library;

    Asking(CurrentReader currentReader, Library library) {
        this.currentReader = currentReader;
        this.library = library;
    }

    Reader anybody() {
        return currentReader.get();
    }

    /** @throws Refusal when it is a visitor */
    Reader signedIn() {
        Reader reader = currentReader.get();
        if (!reader.signedIn()) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "sign-in");
        }
        return reader;
    }

    /**
     * The material that a reader is about to change; looked at before anything is received for it.
     *
     * @throws NotAllowedException when they may not
     */
    Material editable(MaterialId id, Reader by) {
        Material material = library.visible(id, by);
        if (!library.mayEdit(material, by)) {
            throw new NotAllowedException(id + " is not theirs to change");
        }
        return material;
    }
}
