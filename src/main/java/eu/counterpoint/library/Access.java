package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may see and change a material. */
final class Access {

    private Access() {}

    /**
     * The material, for all but its owner and editors without the files that are withheld.
     *
     * @throws MaterialNotFoundException  when this reader may not know of it
     * @throws MaterialWithdrawnException when all that is left for this reader is the tombstone
     */
    static Material seen(Material material, Reader reader) {
        boolean insider = reader.is(Role.EDITOR) || owns(material, reader);
        if (insider) {
            return material;
        }
        if (material.status() == Status.PUBLISHED && allows(material, reader)) {
            return material.withoutWithheld();
        }
        if (material.status() == Status.WITHDRAWN && allows(material, reader)) {
            throw new MaterialWithdrawnException(material);
        }
        throw unknown(material.id());
    }

    /** @throws NotAllowedException when this reader may not change it as it stands */
    static void checkEdit(Material material, Reader by) {
        seen(material, by);
        if (mayEdit(material, by)) {
            return;
        }
        if (!owns(material, by)) {
            throw new NotAllowedException("Only its owner and editors may change a material");
        }
        throw new NotAllowedException("Once submitted, a material is changed by editors");
    }

    static boolean mayEdit(Material material, Reader reader) {
        return mayEdit(material.status(), material.owner(), reader);
    }

    /**
     * The rights over a file that did not become searchable: whoever may change its material may do all; its owner may have
     * it read again at any time. What was rejected as harmful is for administrators alone.
     */
    static boolean mayReadAgain(Status status, AccountId owner, Outcome outcome, Reader reader) {
        return mayCare(outcome, reader) && status != Status.WITHDRAWN
                && (reader.is(Role.EDITOR) || owner.equals(reader.account()));
    }

    /** Whether this reader may take a file with this outcome as it is, or have it read again. */
    static boolean mayCare(Outcome outcome, Reader reader) {
        return outcome != Outcome.REJECTED || reader.is(Role.ADMINISTRATOR);
    }

    /** @throws NotAllowedException when not {@link #mayCare} */
    static void checkCare(Outcome outcome, Reader by) {
        if (!mayCare(outcome, by)) {
            throw new NotAllowedException("Only administrators decide on what was rejected as harmful");
        }
    }

    static boolean mayEdit(Status status, AccountId owner, Reader reader) {
        boolean onItsOwnersDesk = status == Status.DRAFT || status == Status.CHANGES_REQUESTED;
        return reader.is(Role.EDITOR) || onItsOwnersDesk && owner.equals(reader.account());
    }

    /** @throws NotAllowedException when this reader may not move it there */
    static void checkMove(Material material, Status to, Reader by) {
        seen(material, by);
        boolean may = by.is(Role.EDITOR) || to == Status.SUBMITTED && owns(material, by);
        if (!may) {
            throw new NotAllowedException(
                    to == Status.SUBMITTED
                            ? "Only its owner and editors may submit a material"
                            : "This is for editors");
        }
    }

    /** @throws NotAllowedException when nobody has signed in */
    static AccountId account(Reader reader) {
        AccountId account = reader.account();
        if (account == null) {
            throw new NotAllowedException("Sign in to contribute");
        }
        return account;
    }

    static MaterialNotFoundException unknown(MaterialId id) {
        return new MaterialNotFoundException("There is no material " + id);
    }

    private static boolean owns(Material material, Reader reader) {
        return material.owner().equals(reader.account());
    }

    private static boolean allows(Material material, Reader reader) {
        return visibilities(reader).contains(material.description().visibility());
    }

    /** What a published material may be kept to for this reader to see it. */
    static Set<Visibility> visibilities(Reader reader) {
        return Arrays.stream(Visibility.values()).filter(visibility -> switch (visibility) {
            case PUBLIC -> true;
            case SIGNED_IN -> reader.signedIn();
            case VETTED -> reader.vetted() || reader.is(Role.EDITOR);
        }).collect(Collectors.toUnmodifiableSet());
    }
}
