package eu.counterpoint.account.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Waiting;
import eu.counterpoint.ui.Texts;
import java.time.Duration;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;

/** A plain form that the browser itself sends, so that password managers know it. */
@Route("sign-in")
@AnonymousAllowed
class SignInView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final long LONGEST_WAIT_SHOWN = Duration.ofMinutes(15).toSeconds();

    private final Paragraph problem = new Paragraph();
    private final TextField username = new TextField();
    private final PasswordField password = new PasswordField();
    private final CurrentReader currentReader;
    private final Texts texts;

    SignInView(CurrentReader currentReader, Texts texts) {
        this.currentReader = currentReader;
        this.texts = texts;
        addClassNames("sign-in", "narrow");
        problem.setId("problem");
        problem.getElement().setAttribute("role", "alert");
        problem.addClassNames("notice", "bad");
        problem.setVisible(false);
        add(new H1(getTranslation("account.sign-in.title")), muted("account.sign-in.why"), problem, form(),
                muted("account.sign-in.lost"));
    }

    private Component form() {
        username.setLabel(getTranslation("account.sign-in.username"));
        username.getElement().setAttribute("name", "username");
        username.setAutocomplete(Autocomplete.USERNAME);
        username.setAutocapitalize(com.vaadin.flow.component.textfield.Autocapitalize.NONE);
        username.setAutofocus(true);
        username.setWidthFull();
        password.setLabel(getTranslation("account.sign-in.password"));
        password.getElement().setAttribute("name", "password");
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setWidthFull();

        var form = new Div();
        form.addClassName("card");
        form.add(username, password);
        var sent = new Element("form").setAttribute("method", "post").setAttribute("action", "sign-in");
        csrf().ifPresent(token -> sent.appendChild(new Element("input").setAttribute("type", "hidden")
                .setAttribute("name", token.getParameterName()).setAttribute("value", token.getToken())));
        var submit = new Element("button").setAttribute("type", "submit").setAttribute("class", "btn")
                .setText(getTranslation("account.sign-in.submit"));
        submit.getStyle().set("margin-top", "1rem");
        form.getElement().appendChild(submit);
        sent.appendChild(form.getElement());
        var holder = new Div();
        holder.getElement().appendChild(sent);
        return holder;
    }

    private static Optional<CsrfToken> csrf() {
        return Optional.ofNullable(VaadinRequest.getCurrent())
                .map(request -> (CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentReader.get().signedIn()) {
            event.forwardTo(AccountView.class);
            return;
        }
        sentence(event.getLocation().getQueryParameters()).ifPresent(sentence -> {
            problem.setText(sentence);
            problem.setVisible(true);
        });
    }

    private Optional<String> sentence(QueryParameters why) {
        if (why.getParameters().containsKey("error")) {
            return Optional.of(getTranslation("account.sign-in.wrong"));
        }
        if (why.getParameters().containsKey("disabled")) {
            return Optional.of(getTranslation("account.sign-in.disabled"));
        }
        if (why.getParameters().containsKey("again")) {
            return Optional.of(getTranslation("account.sign-in.again"));
        }
        return why.getSingleParameter("wait").filter(wait -> wait.matches("\\d{1,4}")).map(Long::valueOf)
                .map(wait -> Duration.ofSeconds(Math.min(wait, LONGEST_WAIT_SHOWN)))
                .map(wait -> Waiting.sentence(wait, texts));
    }

    private Paragraph muted(String key) {
        var text = new Paragraph(getTranslation(key));
        text.addClassName("muted");
        text.getStyle().set("margin", "0.8rem 0");
        return text;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("account.sign-in.title"));
    }
}
