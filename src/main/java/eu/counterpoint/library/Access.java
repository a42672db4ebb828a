package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;

/** Who may see and change a material. */
final class Access {

    private Access() {}

    /**
     * @throws MaterialNotFoundException  when this reader may not know of it
     * @throws MaterialWithdrawnException when all that is left for this reader is the tombstone
     */
    static Material seen(Material material, Reader reader) {
        boolean insider = reader.is(Role.EDITOR) || owns(material, reader);
        if (insider || material.status() == Status.PUBLISHED && allows(material, reader)) {
            return material;
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
        boolean onItsOwnersDesk = material.status() == Status.DRAFT || material.status() == Status.CHANGES_REQUESTED;
        return reader.is(Role.EDITOR) || onItsOwnersDesk && owns(material, reader);
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
        return switch (material.description().visibility()) {
            case PUBLIC -> true;
            case SIGNED_IN -> reader.signedIn();
            case VETTED -> reader.vetted() || reader.is(Role.EDITOR);
        };
    }
}
