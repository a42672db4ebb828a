package eu.counterpoint.account;

import static org.assertj.core.api.Assertions.assertThat;

import eu.counterpoint.ui.Texts;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Starts accounts alone, again and again, on one database. */
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {

    private static final Pattern PRINTED = Pattern.compile("with the password {2}(\\S+)");

    private final String database = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    private ConfigurableApplicationContext running;

    @BeforeEach
    void startForTheFirstTime() {
        running = start();
    }

    @AfterEach
    void stop() {
        running.close();
    }

    @Test
    void printsAMadePasswordOnceAndNeverAgain(CapturedOutput console) {
        restart();
        restart();
        assertThat(PRINTED.matcher(console.getAll()).results().count()).isEqualTo(1);
        assertThat(opens(printed(console))).isTrue();
        assertThat(running.getBean(Accounts.class).firstAdministrator().is(Role.ADMINISTRATOR)).isTrue();
    }

    @Test
    void takesThePasswordOfTheSettingsAndPrintsNothing(CapturedOutput console) {
        var mine = startNew("counterpoint.account.admin-password=quiet lamp green");
        var account = mine.getBean(AccountRows.class).findByUsername("admin").orElseThrow();
        assertThat(mine.getBean(Passwords.class).matches("quiet lamp green", account.passwordHash())).isTrue();
        mine.close();
        assertThat(console.getAll()).doesNotContain("quiet lamp green");
    }

    @Test
    void leavesAPasswordAloneThatTheAdministratorChanged(CapturedOutput console) {
        var accounts = running.getBean(Accounts.class);
        accounts.changePassword(accounts.firstAdministrator(), printed(console), "a password of my own");
        restart("counterpoint.account.admin-password=quiet lamp green");
        assertThat(opens("a password of my own")).isTrue();
        assertThat(opens("quiet lamp green")).isFalse();
    }

    @Test
    void letsTheAdministratorBackInWhenThePasswordIsLost(CapturedOutput console) {
        var lost = printed(console);
        var admin = running.getBean(Accounts.class).firstAdministrator();
        var token = running.getBean(Tokens.class).create(admin, "a program");
        int before = account().standing().generation();

        restart("counterpoint.account.reset-admin-password=true");

        var results = PRINTED.matcher(console.getAll()).results().toList();
        assertThat(results).hasSize(2);
        assertThat(opens(results.getLast().group(1))).isTrue();
        assertThat(opens(lost)).isFalse();
        assertThat(running.getBean(Tokens.class).lookup(token)).isEmpty();
        assertThat(account().standing().generation()).isGreaterThan(before);
    }

    @Test
    void switchesTheAdministratorOnAgainWithAReset() {
        var accounts = running.getBean(Accounts.class);
        var people = running.getBean(People.class);
        var admin = accounts.firstAdministrator();
        var other = people.add(admin, "other", "Other", Role.ADMINISTRATOR, false).person();
        people.change(accounts.reader(other.id()).orElseThrow(), admin.account(), Role.CONTRIBUTOR, false, false);

        restart("counterpoint.account.reset-admin-password=true",
                "counterpoint.account.admin-password=quiet lamp green");

        assertThat(opens("quiet lamp green")).isTrue();
        assertThat(account().person()).returns(true, Person::enabled).returns(Role.ADMINISTRATOR, Person::role);
    }

    private boolean opens(String password) {
        return running.getBean(Passwords.class).matches(password, account().passwordHash());
    }

    private Account account() {
        return running.getBean(AccountRows.class).findByUsername("admin").orElseThrow();
    }

    private static String printed(CapturedOutput console) {
        return PRINTED.matcher(console.getAll()).results().findFirst().orElseThrow().group(1);
    }

    private void restart(String... settings) {
        running.close();
        running = start(settings);
    }

    private ConfigurableApplicationContext start(String... settings) {
        return start(database, settings);
    }

    private ConfigurableApplicationContext startNew(String... settings) {
        return start("jdbc:h2:mem:" + UUID.randomUUID(), settings);
    }

    private static ConfigurableApplicationContext start(String database, String... settings) {
        return new SpringApplicationBuilder(AccountsAlone.class).web(WebApplicationType.NONE)
                .properties("spring.config.name=none", "spring.datasource.url=" + database,
                        "spring.messages.basename=messages/account", "spring.main.banner-mode=off")
                .properties(settings).run();
    }

    @Configuration(proxyBeanMethods = false)
    @AutoConfigurationPackage(basePackages = "eu.counterpoint.account")
    @EnableConfigurationProperties(AccountSettings.class)
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
            HibernateJpaAutoConfiguration.class, DataJpaRepositoriesAutoConfiguration.class,
            TransactionAutoConfiguration.class, MessageSourceAutoConfiguration.class,
            JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
    @Import({FirstAdministrator.class, Accounts.class, People.class, Tokens.class, Standings.class, Passwords.class,
            SignInThrottle.class, Texts.class})
    static class AccountsAlone {}
}
