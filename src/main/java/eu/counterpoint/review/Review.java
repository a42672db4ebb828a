package eu.counterpoint.review;

import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.Status;
import org.springframework.stereotype.Service;

/** The way of a contribution: submitted, returned with a note, published, withdrawn. */
@Service
public class Review {

    private final Library library;

    Review(Library library) {
        this.library = library;
    }

    public Material submit(MaterialId id, Reader by) {
        return library.move(id, Status.SUBMITTED, null, by);
    }

    public Material requestChanges(MaterialId id, String note, Reader by) {
        return library.move(id, Status.CHANGES_REQUESTED, note, by);
    }

    public Material publish(MaterialId id, Reader by) {
        return library.move(id, Status.PUBLISHED, null, by);
    }

    /** @param reason shown to the public on the tombstone */
    public Material withdraw(MaterialId id, String reason, Reader by) {
        return library.move(id, Status.WITHDRAWN, reason, by);
    }
}
