package eu.counterpoint.browse;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.RouteConfiguration;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.MaterialWithdrawnException;
import eu.counterpoint.ui.Texts;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The first answer to a browser is an empty page that then builds its view. This gives that answer the status that the
 * view will have, and the title and description that search engines and link previews read, which never see the view.
 */
@Component
class FirstAnswer implements VaadinServiceInitListener {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAnswer.class);
    private static final Pattern MATERIAL = Pattern.compile("materials/([^/]+)(/files/(\\d{1,18})/text)?");
    private static final Pattern CONCEPT = Pattern.compile("(theme|audience)s/([^/]+)");
    private static final int PREVIEW = 300;

    private final Library library;
    private final Vocabulary vocabulary;
    private final CurrentReader reader;
    private final Texts texts;

    FirstAnswer(Library library, Vocabulary vocabulary, CurrentReader reader, Texts texts) {
        this.library = library;
        this.vocabulary = vocabulary;
        this.reader = reader;
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(this::answer);
        event.getSource().addSessionInitListener(session -> session.getSession().setErrorHandler(problem -> {
            LOG.error("Something went wrong in a view", problem.getThrowable());
            problem.getComponent().flatMap(com.vaadin.flow.component.Component::getUI).ifPresent(
                    ui -> ui.access(() -> Notification.show(texts.get("browse.fault.text"))));
        }));
    }

    private void answer(IndexHtmlResponse response) {
        String info = response.getVaadinRequest().getPathInfo();
        String path = info == null
                ? ""
                : info.replaceAll("^/+|/+$", "").replaceFirst("^" + ThemeAddresses.SEEN_AS + "(?=/|$)", "themes");
        response.getDocument().head().appendElement("link").attr("rel", "icon").attr("type", "image/svg+xml")
                .attr("href", "look/mark.svg");
        Matcher material = MATERIAL.matcher(path);
        Matcher concept = CONCEPT.matcher(path);
        if (material.matches()) {
            material(response, material.group(1));
        } else if (concept.matches()) {
            concept(response, Scheme.of(concept.group(1)).orElseThrow(), concept.group(2));
        } else if (RouteConfiguration.forApplicationScope().getRoute(path).isEmpty()) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        } else {
            describe(response, texts.get("browse.home.title"), texts.get("browse.home.lead"));
        }
    }

    private void material(IndexHtmlResponse response, String id) {
        try {
            Description description = Optional.of(id).filter(MaterialId::isWellFormed).map(MaterialId::new)
                    .map(known -> library.visible(known, reader.get()).description())
                    .orElseThrow(() -> new MaterialNotFoundException(id));
            describe(response, description.title(), description.summary());
        } catch (MaterialNotFoundException e) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
        } catch (MaterialWithdrawnException e) {
            response.getVaadinResponse().setStatus(HttpServletResponse.SC_GONE);
        }
    }

    private void concept(IndexHtmlResponse response, Scheme scheme, String id) {
        vocabulary.find(scheme, id).ifPresentOrElse(
                concept -> describe(response, concept.label(Locale.ENGLISH),
                        concept.description(Locale.ENGLISH)),
                () -> response.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND));
    }

    private void describe(IndexHtmlResponse response, String title, String text) {
        var head = response.getDocument().head();
        response.getDocument().title(texts.get("ui.of-site", title));
        head.appendElement("meta").attr("property", "og:title").attr("content", title);
        if (!text.isBlank()) {
            String preview = text.length() <= PREVIEW ? text : text.substring(0, PREVIEW) + "…";
            head.appendElement("meta").attr("name", "description").attr("content", preview);
            head.appendElement("meta").attr("property", "og:description").attr("content", preview);
        }
    }
}
