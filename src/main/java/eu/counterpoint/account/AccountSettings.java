package eu.counterpoint.account;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of accounts.
 *
 * @param adminPassword      password that the first start gives to {@code admin}; later starts leave the account alone.
 *                           Empty: the first start makes one and prints it once
 * @param resetAdminPassword gives {@code admin} a new password at this start (the one above, or a made one that is
 *                           printed), and ends the account's sign-ins and tokens. For one start only: left on, it does
 *                           so at each
 */
@ConfigurationProperties("counterpoint.account")
record AccountSettings(@DefaultValue("") String adminPassword, @DefaultValue("false") boolean resetAdminPassword) {

    @Override
    public String toString() {
        return "AccountSettings[resetAdminPassword=" + resetAdminPassword + "]";
    }
}
