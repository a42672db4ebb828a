package eu.counterpoint.library;

import eu.counterpoint.account.Reader;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;

/** The catalogue of materials. Every method is one transaction, and every change publishes {@link MaterialChanged}. */
@Service
public class Library {

    /** Makes a draft. */
    public Material create(Description description, Reader owner) {
        throw new UnsupportedOperationException();
    }

    /** Makes a record of the starter collection under a given id; does nothing and answers it where it is there already. */
    public Material createStarter(MaterialId id, Description description, Reader owner) {
        throw new UnsupportedOperationException();
    }

    /** The record, whoever asks. For jobs; what people see goes through {@link #visible}. */
    public Optional<Material> find(MaterialId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * The record as a reader may see it.
     *
     * @throws MaterialNotFoundException  when there is none, or none that this reader may know of
     * @throws MaterialWithdrawnException when it was withdrawn and the reader is neither its owner nor an editor
     */
    public Material visible(MaterialId id, Reader reader) {
        throw new UnsupportedOperationException();
    }

    /**
     * Replaces the description.
     *
     * @param revision the revision that the edit was made on
     * @throws StaleRevisionException      when the record has changed since
     * @throws InvalidDescriptionException when something in it is wrong; names each field
     * @throws NotAllowedException         when this reader may not
     */
    public Material describe(MaterialId id, long revision, Description description, Reader by) {
        throw new UnsupportedOperationException();
    }

    /** Adds files, each {@link Outcome#PENDING}. Throws as {@link #describe}. */
    public Material addFiles(MaterialId id, List<NewFile> files, Reader by) {
        throw new UnsupportedOperationException();
    }

    /** Takes a file off the record; the original stays in the store. Throws as {@link #describe}. */
    public Material removeFile(MaterialId id, FileId file, Reader by) {
        throw new UnsupportedOperationException();
    }

    /** Notes what reading a file brought. Does nothing where the file is gone. */
    public void fileRead(MaterialId id, FileId file, ReadFile read) {
        throw new UnsupportedOperationException();
    }

    /** Sets a file back to {@link Outcome#PENDING}, to be read again. */
    public void readAgain(MaterialId id, FileId file) {
        throw new UnsupportedOperationException();
    }

    /**
     * Moves a material on its way: its owner may submit; editors may do the rest.
     *
     * @param note for changes requested and for a withdrawal; else null
     * @throws IncompleteException  when it is to be submitted or published and something needed is missing; names each field
     * @throws NotAllowedException  when this reader may not
     * @throws WrongStatusException when it cannot go there from where it is
     */
    public Material move(MaterialId id, Status to, @Nullable String note, Reader by) {
        throw new UnsupportedOperationException();
    }

    /** What is still missing before a material can be submitted: names of {@link Description}'s fields. */
    public List<String> missing(Description description) {
        throw new UnsupportedOperationException();
    }

    /** A person's own materials, last changed first. */
    public Page<Material> ownedBy(Reader owner, Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** Materials in a status, the longest waiting first. */
    public Page<Material> in(Status status, Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** Ids of published materials above a given one, in order: how a rebuild walks through the catalogue. */
    public List<MaterialId> publishedAfter(@Nullable MaterialId last, int limit) {
        throw new UnsupportedOperationException();
    }

    /** How many materials there are, whatever their status. */
    public long count() {
        throw new UnsupportedOperationException();
    }
}
