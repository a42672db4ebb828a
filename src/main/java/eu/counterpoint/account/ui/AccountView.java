package eu.counterpoint.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Person;
import eu.counterpoint.account.RefusedException;
import eu.counterpoint.account.Tokens;
import eu.counterpoint.ui.Badge;
import jakarta.annotation.security.PermitAll;

/** A person's own account: name, password, tokens. */
@Route("account")
@PermitAll
class AccountView extends Div implements HasDynamicTitle {

    private final Accounts accounts;
    private final CurrentReader reader;

    final PasswordField current = new PasswordField();
    final PasswordField wanted = new PasswordField();
    final PasswordField repeated = new PasswordField();
    final Said passwordSaid = new Said();
    final TextField name = new TextField();
    final Said nameSaid = new Said();
    private final Paragraph changeFirst = new Paragraph();

    AccountView(Accounts accounts, CurrentReader reader, Tokens tokens) {
        this.accounts = accounts;
        this.reader = reader;
        addClassName("account");
        addClassName("measure");
        changeFirst.setText(getTranslation("account.own.change-first"));
        changeFirst.addClassNames("notice", "warn");
        changeFirst.setVisible(accounts.mustChangePassword(reader.get()));
        add(new H1(getTranslation("account.own.title")));
        accounts.own(reader.get()).ifPresent(person -> add(who(person), changeFirst, password(), name(person),
                new TokenSection(tokens, reader)));
    }

    private Div who(Person person) {
        var line = new Div();
        line.addClassNames("muted", "row");
        line.add(new Span(person.username()),
                new Badge(getTranslation("account.role." + person.role()), Badge.Tone.PLAIN));
        if (person.vetted()) {
            line.add(new Badge(getTranslation("account.vetted"), Badge.Tone.GOOD));
        }
        return line;
    }

    private Section password() {
        current.setLabel(getTranslation("account.own.password.current"));
        current.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        wanted.setLabel(getTranslation("account.own.password.new"));
        wanted.setAutocomplete(Autocomplete.NEW_PASSWORD);
        repeated.setLabel(getTranslation("account.own.password.repeat"));
        repeated.setAutocomplete(Autocomplete.NEW_PASSWORD);
        var about = new Paragraph(getTranslation("account.own.password.about"));
        about.addClassNames("muted", "small");
        var change = new NativeButton(getTranslation("account.own.password.change"), click -> changePassword());
        change.addClassName("btn");
        return section("account.own.password", about, current, wanted, repeated, new Div(passwordSaid, change));
    }

    void changePassword() {
        if (!wanted.getValue().equals(repeated.getValue())) {
            passwordSaid.badly(getTranslation("account.password.differ"));
            return;
        }
        try {
            accounts.changePassword(reader.get(), current.getValue(), wanted.getValue());
        } catch (RefusedException e) {
            passwordSaid.badly(e.getMessage());
            return;
        }
        current.clear();
        wanted.clear();
        repeated.clear();
        changeFirst.setVisible(false);
        passwordSaid.well(getTranslation("account.own.password.changed"));
    }

    private Section name(Person person) {
        name.setLabel(getTranslation("account.own.name"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setValue(person.name());
        var save = new NativeButton(getTranslation("account.own.name.save"), click -> rename());
        save.addClassNames("btn", "quiet");
        return section("account.own.name", name, new Div(nameSaid, save));
    }

    private void rename() {
        try {
            accounts.rename(reader.get(), name.getValue());
            nameSaid.well(getTranslation("account.own.name.saved"));
        } catch (RefusedException e) {
            nameSaid.badly(e.getMessage());
        }
    }

    private Section section(String titleKey, com.vaadin.flow.component.Component... parts) {
        var card = new Div(parts);
        card.addClassNames("card", "stack");
        for (var part : parts) {
            if (part instanceof com.vaadin.flow.component.HasSize field
                    && part instanceof com.vaadin.flow.component.HasLabel) {
                field.setWidthFull();
            }
        }
        var title = new H2(getTranslation(titleKey));
        title.addClassName("section");
        return new Section(title, card);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("account.own.title"));
    }
}
