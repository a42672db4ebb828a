package eu.counterpoint.account;

import java.io.Serializable;
import java.security.Principal;

/**
 * Who signed in with a password, as the session keeps it: enough to ask what the account may do now.
 *
 * @param account    the account's id
 * @param generation of the account when it signed in
 */
record SignedIn(long account, String username, int generation) implements Principal, Serializable {

    AccountId id() {
        return new AccountId(account);
    }

    @Override
    public String getName() {
        return username;
    }
}
