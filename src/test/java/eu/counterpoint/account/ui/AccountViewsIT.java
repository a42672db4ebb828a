package eu.counterpoint.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.People;
import eu.counterpoint.account.Person;
import eu.counterpoint.account.Reader;
import eu.counterpoint.account.Role;
import eu.counterpoint.account.TestPeople;
import eu.counterpoint.account.TestSignIn;
import eu.counterpoint.account.Tokens;
import eu.counterpoint.testing.WholeApplication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@WholeApplication
@ViewPackages(classes = AccountView.class)
class AccountViewsIT extends SpringBrowserlessTest {

    @Autowired
    private ApplicationContext application;
    @Autowired
    private Accounts accounts;
    @Autowired
    private People people;
    @Autowired
    private Tokens tokens;

    @AfterEach
    void nobodyIsSignedIn() {
        TestSignIn.nobody();
    }

    @Test
    void changesAPassword() {
        var anna = signIn(TestPeople.contributor(application));
        var view = navigate(AccountView.class);
        test(view.current).setValue(TestPeople.PASSWORD);
        test(view.wanted).setValue("quiet lamp green");
        test(view.repeated).setValue("quiet lamp grean");
        click(view, "Change password");
        assertThat(view.passwordSaid.getText()).isEqualTo("The two new passwords are not the same.");
        test(view.repeated).setValue("quiet lamp green");
        click(view, "Change password");
        assertThat(view.passwordSaid.getText()).isEqualTo("Your password is changed.");
        assertThat(view.current.getValue()).isEmpty();
        test(view.current).setValue(TestPeople.PASSWORD);
        test(view.wanted).setValue("another one of mine");
        test(view.repeated).setValue("another one of mine");
        click(view, "Change password");
        assertThat(view.passwordSaid.getText()).isEqualTo("The current password is not right.");
        assertThat(accounts.reader(anna.account())).isPresent();
    }

    @Test
    void showsATokenOnceAndRevokesIt() {
        var anna = signIn(TestPeople.contributor(application));
        var view = navigate(AccountView.class);
        var section = $(TokenSection.class, view).single();
        test(section.name).setValue("harvest script");
        click(view, "Make a token");
        var token = $(TextField.class, section.made).single().getValue();
        assertThat(tokens.lookup(token)).contains(anna);

        var later = application.getAutowireCapableBeanFactory().createBean(AccountView.class);
        UI.getCurrent().add(later);
        var laterSection = $(TokenSection.class, later).single();
        assertThat(laterSection.made.isVisible()).isFalse();
        assertThat(laterSection.list.getElement().getTextRecursively()).contains("harvest script");
        click(later, "Revoke");
        assertThat(tokens.lookup(token)).isEmpty();
        assertThat(laterSection.said.getText()).isEqualTo("The token \"harvest script\" is revoked.");
    }

    @Test
    void leadsANewPersonToAPasswordOfTheirOwn() {
        var admin = accounts.firstAdministrator();
        var added = people.add(admin, "new-" + System.nanoTime(), "Newcomer", Role.ADMINISTRATOR, false);
        signIn(accounts.reader(added.person().id()).orElseThrow());
        UI.getCurrent().navigate("people");
        assertThat(getCurrentView()).isInstanceOf(AccountView.class);
        var view = (AccountView) getCurrentView();
        assertThat(text(view)).contains("Please choose one of your own first.");
        test(view.current).setValue(added.password());
        test(view.wanted).setValue("quiet lamp green");
        test(view.repeated).setValue("quiet lamp green");
        click(view, "Change password");
        assertThat(navigate(PeopleView.class)).isNotNull();
    }

    @Test
    void addsAPersonAndShowsTheirPasswordOnce() {
        signIn(TestPeople.administrator(application));
        var view = navigate(PeopleView.class);
        var username = "new." + System.nanoTime();
        test(view.username).setValue(username.toUpperCase());
        test(view.name).setValue("Zoë <b>New</b>");
        view.role.setValue(Role.EDITOR);
        click(view, "Add");
        assertThat(text(view.password)).contains("Zoë <b>New</b> can sign in as \"" + username + "\"");
        assertThat(view.password.secret()).matches("([a-z2-9]{4}-){4}[a-z2-9]{4}");
        var person = person(username);
        assertThat(person).returns(Role.EDITOR, Person::role).returns(true, Person::mustChangePassword);

        test(view.username).setValue(username);
        test(view.name).setValue("Again");
        click(view, "Add");
        assertThat(view.said.getText()).contains("is taken");
        assertThat(view.password.isVisible()).isFalse();
    }

    @Test
    void changesWhatAPersonMayDo() {
        signIn(TestPeople.administrator(application));
        var anna = accounts.own(TestPeople.contributor(application)).orElseThrow();
        var view = navigate(PeopleView.class);
        view.filter.setValue(anna.username());
        var card = $(PersonCard.class, view).single();
        card.role.setValue(Role.EDITOR);
        card.vetted.setValue(true);
        click(card, "Save");
        assertThat(person(anna.username())).returns(Role.EDITOR, Person::role).returns(true, Person::vetted);
        assertThat(text(card)).contains("Editor", "Vetted practitioner", "Saved: Test contributor.");
    }

    @Test
    void keepsTheLastAdministrator() {
        var admin = accounts.firstAdministrator();
        var others = people.all(admin).stream()
                .filter(person -> person.role() == Role.ADMINISTRATOR && !person.id().equals(admin.account())).toList();
        others.forEach(person -> people.change(admin, person.id(), Role.CONTRIBUTOR, false, person.enabled()));
        signIn(admin);
        var view = navigate(PeopleView.class);
        view.filter.setValue("admin");
        var card = $(PersonCard.class, view).all().stream().filter(one -> text(one).contains("Change Administrator"))
                .findFirst().orElseThrow();
        card.enabled.setValue(false);
        click(card, "Save");
        assertThat(card.said.getText()).contains("This is the only administrator");
        assertThat(card.enabled.getValue()).isTrue();
        card.role.setValue(Role.EDITOR);
        click(card, "Save");
        assertThat(card.said.getText()).contains("This is the only administrator");
        assertThat(accounts.firstAdministrator()).isEqualTo(admin);
    }

    @Test
    void showsPeopleToAdministratorsOnly() {
        signIn(TestPeople.editor(application));
        UI.getCurrent().navigate("people");
        assertThat(getCurrentView()).isNotInstanceOf(PeopleView.class);
    }

    @Test
    void saysHowLongToWait() {
        UI.getCurrent().navigate("sign-in", QueryParameters.of("wait", "200"));
        assertThat($(Paragraph.class).withId("problem").single().getText())
                .isEqualTo("There were too many wrong tries. Please wait 4 minutes, then try again.");
    }

    private Person person(String username) {
        return people.all(accounts.firstAdministrator()).stream().filter(one -> one.username().equals(username))
                .findFirst().orElseThrow();
    }

    private Reader signIn(Reader reader) {
        TestSignIn.as(application, reader);
        return reader;
    }

    private void click(Component within, String button) {
        test($(NativeButton.class, within).all().stream().filter(one -> one.getText().equals(button)).findFirst()
                .orElseThrow()).click();
    }

    private static String text(Component component) {
        return component.getElement().getTextRecursively();
    }
}
