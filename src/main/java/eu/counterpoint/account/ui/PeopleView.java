package eu.counterpoint.account.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocapitalize;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.People;
import eu.counterpoint.account.Person;
import eu.counterpoint.account.RefusedException;
import eu.counterpoint.account.Role;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** Everybody with an account, for administrators. */
@Route("people")
@RolesAllowed("ADMINISTRATOR")
class PeopleView extends Div implements HasDynamicTitle {

    private final People people;
    private final CurrentReader reader;
    final TextField username = new TextField();
    final TextField name = new TextField();
    final Select<Role> role = new Select<>();
    final Checkbox vetted = new Checkbox();
    final Said said = new Said();
    final ShownOnce password;
    final TextField filter = new TextField();
    final UnorderedList list = new UnorderedList();
    private final Paragraph count = new Paragraph();

    PeopleView(People people, CurrentReader reader) {
        this.people = people;
        this.reader = reader;
        password = new ShownOnce(getTranslation("account.people.password"));
        addClassName("people");
        addClassName("measure");
        list.addClassNames("plain-list", "stack");
        count.addClassNames("muted", "small");
        count.getElement().setAttribute("role", "status");
        filter.setLabel(getTranslation("account.people.filter"));
        filter.setWidthFull();
        filter.setClearButtonVisible(true);
        filter.setValueChangeMode(ValueChangeMode.LAZY);
        filter.addValueChangeListener(change -> refresh());
        var addTitle = new H2(getTranslation("account.people.add.title"));
        addTitle.addClassName("section");
        var findTitle = new H2(getTranslation("account.people.everybody"));
        findTitle.addClassName("section");
        add(new H1(getTranslation("account.people.title")), addTitle, adding(), findTitle, filter, count, list);
        refresh();
    }

    private Div adding() {
        var about = new Paragraph(getTranslation("account.people.add.about"));
        about.addClassNames("muted", "small");
        username.setLabel(getTranslation("account.people.username"));
        username.setAutocapitalize(Autocapitalize.NONE);
        username.setMaxLength(64);
        username.setWidthFull();
        name.setLabel(getTranslation("account.people.name"));
        name.setMaxLength(120);
        name.setWidthFull();
        PersonCard.offerRoles(role);
        role.setValue(Role.CONTRIBUTOR);
        vetted.setLabel(getTranslation("account.vetted"));
        var add = new NativeButton(getTranslation("account.people.add"), click -> addPerson());
        add.addClassName("btn");
        var card = new Div(about, username, name, role, vetted, new Div(said, add), password);
        card.addClassNames("card", "stack");
        return card;
    }

    private void addPerson() {
        try {
            var added = people.add(reader.get(), username.getValue(), name.getValue(), role.getValue(),
                    vetted.getValue());
            password.show(getTranslation("account.people.added", added.person().name(), added.person().username()),
                    added.password());
            said.nothing();
            username.clear();
            name.clear();
            vetted.clear();
            role.setValue(Role.CONTRIBUTOR);
            refresh();
        } catch (RefusedException e) {
            password.forget();
            said.badly(e.getMessage());
        }
    }

    private void refresh() {
        var wanted = filter.getValue().strip().toLowerCase(Locale.ROOT);
        var shown = people.all(reader.get()).stream().filter(person -> fits(person, wanted)).toList();
        count.setText(getTranslation("account.people.count", shown.size()));
        list.removeAll();
        shown.forEach(person -> list.add(new PersonCard(person, people, reader)));
    }

    private static boolean fits(Person person, String wanted) {
        return person.name().toLowerCase(Locale.ROOT).contains(wanted) || person.username().contains(wanted);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("account.people.title"));
    }
}
