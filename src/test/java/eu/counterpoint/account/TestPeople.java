package eu.counterpoint.account;

import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** People for tests, each new, with the same known password and no need to change it. */
public final class TestPeople {

    /** The password of everybody made here. */
    public static final String PASSWORD = "three-words-and-more";

    private TestPeople() {}

    public static Reader contributor(ApplicationContext application) {
        return add(application, "contributor", Role.CONTRIBUTOR, false);
    }

    public static Reader vettedContributor(ApplicationContext application) {
        return add(application, "vetted", Role.CONTRIBUTOR, true);
    }

    public static Reader editor(ApplicationContext application) {
        return add(application, "editor", Role.EDITOR, false);
    }

    public static Reader administrator(ApplicationContext application) {
        return add(application, "administrator", Role.ADMINISTRATOR, true);
    }

    /** What this person types to sign in. */
    public static String username(ApplicationContext application, Reader reader) {
        return application.getBean(Accounts.class).own(reader).orElseThrow().username();
    }

    /** A new token of this person. */
    public static String token(ApplicationContext application, Reader reader) {
        return application.getBean(Tokens.class).create(reader, "for a test");
    }

    private static Reader add(ApplicationContext application, String what, Role role, boolean vetted) {
        var username = what + "-" + UUID.randomUUID().toString().substring(0, 8);
        var hash = application.getBean(Passwords.class).encode(PASSWORD);
        var account = new Account(username, "Test " + what, role, vetted, hash);
        return application.getBean(AccountRows.class).save(account).standing().reader();
    }
}
