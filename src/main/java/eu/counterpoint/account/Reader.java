package eu.counterpoint.account;

import org.jspecify.annotations.Nullable;

/**
 * Who is asking.
 *
 * @param account their account; null for a visitor who has not signed in
 * @param name    name for people
 * @param role    what they may do; null for a visitor
 * @param vetted  whether they may see what is kept to vetted practitioners
 */
public record Reader(@Nullable AccountId account, String name, @Nullable Role role, boolean vetted) {

    /** Somebody who has not signed in. */
    public static final Reader VISITOR = new Reader(null, "", null, false);

    public boolean signedIn() {
        return account != null;
    }

    public boolean is(Role wanted) {
        return role != null && role.includes(wanted);
    }
}
