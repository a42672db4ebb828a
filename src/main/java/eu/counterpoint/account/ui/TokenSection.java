package eu.counterpoint.account.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.RefusedException;
import eu.counterpoint.account.Tokens;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** A person's tokens: make one, see it once, revoke it. */
class TokenSection extends Section {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(Locale.UK).withZone(ZoneId.systemDefault());

    private final Tokens tokens;
    private final CurrentReader reader;
    final TextField name = new TextField();
    final ShownOnce made;
    final Said said = new Said();
    final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();

    TokenSection(Tokens tokens, CurrentReader reader) {
        this.tokens = tokens;
        this.reader = reader;
        made = new ShownOnce(getTranslation("account.tokens.value"));
        var title = new H2(getTranslation("account.tokens.title"));
        title.addClassName("section");
        var about = new Paragraph(getTranslation("account.tokens.about"));
        about.addClassNames("muted", "small");
        name.setLabel(getTranslation("account.tokens.name"));
        name.setMaxLength(120);
        name.setWidthFull();
        var create = new NativeButton(getTranslation("account.tokens.create"), click -> create());
        create.addClassName("btn");
        none.setText(getTranslation("account.tokens.none"));
        none.addClassName("muted");
        list.addClassNames("plain-list", "stack");
        list.getStyle().set("margin-top", "16px");
        var card = new Div(about, name, new Div(said, create), made);
        card.addClassNames("card", "stack");
        none.addClassName("small");
        add(title, card, none, list);
        refresh();
    }

    private void create() {
        try {
            var token = tokens.create(reader.get(), name.getValue());
            made.show(getTranslation("account.tokens.once"), token);
            name.clear();
            said.nothing();
            refresh();
        } catch (RefusedException e) {
            said.badly(e.getMessage());
        }
    }

    private void revoke(Tokens.Token token) {
        tokens.revoke(reader.get(), token.id());
        made.forget();
        said.well(getTranslation("account.tokens.revoked", token.name()));
        refresh();
    }

    private void refresh() {
        var now = tokens.list(reader.get());
        none.setVisible(now.isEmpty());
        list.setVisible(!now.isEmpty());
        list.removeAll();
        now.forEach(token -> list.add(row(token)));
    }

    private ListItem row(Tokens.Token token) {
        var what = new Div(new Span(token.name()));
        var when = new Div(getTranslation("account.tokens.created", day(token.created())) + ", "
                + (token.lastUsed() == null
                        ? getTranslation("account.tokens.never-used")
                        : getTranslation("account.tokens.used", day(token.lastUsed()))));
        when.addClassNames("muted", "small");
        what.add(when);
        what.getStyle().set("flex", "1").set("min-width", "12rem").set("overflow-wrap", "anywhere");
        var revoke = new NativeButton(getTranslation("account.tokens.revoke"), click -> revoke(token));
        revoke.addClassNames("btn", "quiet");
        revoke.getElement().setAttribute("aria-label", getTranslation("account.tokens.revoke-named", token.name()));
        var row = new ListItem(what, revoke);
        row.addClassNames("card", "row");
        return row;
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }
}
