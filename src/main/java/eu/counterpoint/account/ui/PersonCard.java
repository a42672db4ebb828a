package eu.counterpoint.account.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.People;
import eu.counterpoint.account.Person;
import eu.counterpoint.account.RefusedException;
import eu.counterpoint.account.Role;
import eu.counterpoint.ui.Badge;

/** One person in the list, with what an administrator may change about them. */
class PersonCard extends ListItem {

    private Person person;
    private final People people;
    private final CurrentReader reader;
    private final Div head = new Div();
    final Select<Role> role = new Select<>();
    final Checkbox vetted = new Checkbox();
    final Checkbox enabled = new Checkbox();
    final Said said = new Said();
    final ShownOnce password;
    private final Div sure = new Div();

    PersonCard(Person person, People people, CurrentReader reader) {
        this.person = person;
        this.people = people;
        this.reader = reader;
        password = new ShownOnce(getTranslation("account.people.password"));
        addClassName("card");
        getStyle().set("overflow-wrap", "anywhere");
        var change = new NativeDetails(getTranslation("account.people.change", person.name()));
        change.setContent(form());
        change.getStyle().set("margin-top", "10px");
        add(head, change);
        show(person);
    }

    static void offerRoles(Select<Role> role) {
        role.setLabel(role.getTranslation("account.people.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(item -> role.getTranslation("account.role." + item));
        role.setWidthFull();
    }

    private Div form() {
        offerRoles(role);
        vetted.setLabel(getTranslation("account.vetted"));
        enabled.setLabel(getTranslation("account.people.enabled"));
        var save = new NativeButton(getTranslation("account.people.save"), click -> save());
        save.addClassName("btn");
        var reset = new NativeButton(getTranslation("account.people.reset"), click -> sure.setVisible(true));
        reset.addClassNames("btn", "quiet");
        var yes = new NativeButton(getTranslation("account.people.reset.yes"), click -> reset());
        yes.addClassNames("btn", "quiet");
        sure.add(new Paragraph(getTranslation("account.people.reset.sure", person.name())), yes);
        sure.getElement().setAttribute("role", "status");
        sure.setVisible(false);
        var buttons = new Div(save, reset);
        buttons.addClassName("row");
        var form = new Div(role, vetted, enabled, new Div(said, buttons), sure, password);
        form.addClassName("stack");
        return form;
    }

    private void show(Person now) {
        person = now;
        role.setValue(now.role());
        vetted.setValue(now.vetted());
        enabled.setValue(now.enabled());
        head.removeAll();
        var username = new Span(now.username());
        username.addClassName("muted");
        head.addClassName("row");
        head.add(new H3(now.name()), username, badge("account.role." + now.role(), Badge.Tone.PLAIN));
        if (now.vetted()) {
            head.add(badge("account.vetted", Badge.Tone.GOOD));
        }
        if (!now.enabled()) {
            head.add(badge("account.people.disabled", Badge.Tone.WARN));
        } else if (now.mustChangePassword()) {
            head.add(badge("account.people.waits", Badge.Tone.KIND));
        }
    }

    private Badge badge(String key, Badge.Tone tone) {
        return new Badge(getTranslation(key), tone);
    }

    private void save() {
        try {
            show(people.change(reader.get(), person.id(), role.getValue(), vetted.getValue(), enabled.getValue()));
            said.well(getTranslation("account.people.saved", person.name()));
        } catch (RefusedException e) {
            show(person);
            said.badly(e.getMessage());
        }
    }

    private void reset() {
        sure.setVisible(false);
        try {
            var given = people.resetPassword(reader.get(), person.id());
            password.show(getTranslation("account.people.reset.done", person.name()), given);
        } catch (RefusedException e) {
            said.badly(e.getMessage());
        }
    }
}
