package eu.counterpoint.account.ui;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.People;
import eu.counterpoint.account.Role;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.testing.Chromium;
import eu.counterpoint.testing.WholeApplication;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Sign-in, one's account and people, before the eyes and under the fingers of a person. */
@WholeApplication
@Tag("once")
class AccountInBrowserIT {

    private static Chromium chromium;

    @LocalServerPort
    private int port;
    @Autowired
    private ApplicationContext application;
    @Autowired
    private Accounts accounts;
    @Autowired
    private People people;

    @BeforeAll
    static void open() {
        chromium = Chromium.start();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void takesANewcomerFromTheFirstSignInToATokenByKeyboard() {
        var username = "new." + System.nanoTime();
        var added = people.add(accounts.firstAdministrator(), username, "Newcomer", Role.CONTRIBUTOR, true);
        try (var visitor = chromium.visitor("http://localhost:" + port, Chromium.PHONE)) {
            var page = visitor.page();
            visitor.open("/sign-in");
            isFine(visitor);
            visitor.picture("sign-in-390");
            page.getByLabel("Username").fill(username);
            page.keyboard().press("Tab");
            page.keyboard().type("not the password");
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.ALERT)).hasText(Pattern.compile("is not right"));
            isFine(visitor);

            visitor.signInWithTheForm(username, added.password());
            assertThat(page).hasURL(Pattern.compile("/account$"));
            assertThat(page.getByText("Please choose one of your own first")).isVisible();
            page.getByLabel("Current password").fill(added.password());
            page.getByLabel("New password", exactly()).fill("quiet lamp green");
            page.getByLabel("New password again").fill("quiet lamp green");
            press(page, "Change password");
            assertThat(page.getByText("Your password is changed.")).isVisible();

            page.getByLabel("What is the token for?").fill("harvest script");
            press(page, "Make a token");
            assertThat(page.getByLabel("New token")).hasValue(Pattern.compile("cpt_.{43}"));
            isFine(visitor);
            visitor.picture("account-390");
        }
    }

    @Test
    void letsAnAdministratorLookAfterPeople() {
        var admin = accounts.own(TestPeople.administrator(application)).orElseThrow();
        var anna = accounts.own(TestPeople.contributor(application)).orElseThrow();
        try (var visitor = chromium.visitor("http://localhost:" + port, Chromium.DESK)) {
            var page = visitor.page();
            visitor.signIn(admin.username(), TestPeople.PASSWORD);
            visitor.open("/people");
            page.getByLabel("Find a person").fill(anna.username());
            var card = page.locator("main li");
            assertThat(card).hasCount(1);
            card.locator("summary").press("Enter");
            visitor.onEachScreen(width -> {
                assertThat(card.getByLabel("May sign in")).isChecked();
                isFine(visitor);
                visitor.picture("people-" + width);
            });
        }
    }

    /** axe asks again for imported style sheets, at the wrong address; so what went wrong is looked at before. */
    private static void isFine(Chromium.Visitor visitor) {
        visitor.assertNothingWentWrong();
        visitor.assertAccessible();
        visitor.forgetConsole();
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).press("Enter");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
