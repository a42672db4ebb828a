package eu.counterpoint.account;

import org.springframework.stereotype.Component;

/** What other modules need to know of people. */
@Component
public class Accounts {

    /** The name of a person for people, or an empty text where the account is gone. */
    public String name(AccountId id) {
        return "";
    }

    /** The first administrator, in whose name the library itself acts. */
    public Reader firstAdministrator() {
        throw new IllegalStateException("There is no administrator yet");
    }
}
