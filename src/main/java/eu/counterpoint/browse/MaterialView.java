package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Reader;
import eu.counterpoint.library.Covers;
import eu.counterpoint.library.Description;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.ui.RecordCovers;
import eu.counterpoint.review.Review;
import eu.counterpoint.review.ui.ReviewPanel;
import eu.counterpoint.search.Similar;
import eu.counterpoint.search.ui.EvidenceBadge;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.vocabulary.Scheme;
import eu.counterpoint.vocabulary.Vocabulary;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of a material. It answers in order: what is it, did it work, how was it made, may I have it, may I reuse it,
 * what is like it.
 */
@Route("materials/:id")
@AnonymousAllowed
class MaterialView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Library library;
    private final Covers covers;
    private final Review review;
    private final Similar similar;
    private final Vocabulary vocabulary;
    private final Accounts accounts;
    private final CurrentReader reader;
    private String title = "";

    MaterialView(Library library, Covers covers, Review review, Similar similar, Vocabulary vocabulary,
            Accounts accounts, CurrentReader reader) {
        this.library = library;
        this.covers = covers;
        this.review = review;
        this.similar = similar;
        this.vocabulary = vocabulary;
        this.accounts = accounts;
        this.reader = reader;
    }

    /** Throws what the error views answer: not there (404), or withdrawn (410). */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters().get("id").filter(MaterialId::isWellFormed).map(MaterialId::new)
                .orElseThrow(NotFoundException::new));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", title);
    }

    private void show(MaterialId id) {
        Reader who = reader.get();
        Material material = visible(id, who);
        title = material.description().title().isBlank()
                ? getTranslation("browse.material.untitled")
                : material.description().title();
        removeAll();
        boolean concerned = ReviewPanel.concerns(material, who);
        if (concerned) {
            add(new ReviewPanel(material, library, review, reader::get, () -> show(id)));
        }
        Article record = new Article(head(material));
        record.add(new EvidenceSection(material.description(), vocabulary));
        if (material.description().gammma().reported() || isCampaign(material.description())) {
            record.add(new GammmaSection(material.description().gammma()));
        }
        record.add(new FileSection(material, vocabulary, who, library.mayEdit(material, who)
                ? (file, language) -> correctLanguage(id, file, language)
                : null), new SubjectSection(material.description(), vocabulary));
        if (concerned) {
            record.add(new HistorySection(library.history(id), accounts));
        }
        Aside aside = new Aside(new ReuseCard(material, vocabulary),
                new SimilarSection(material, similar, vocabulary, who));
        Div columns = new Div(record, aside);
        columns.addClassName("record");
        add(columns);
    }

    private void correctLanguage(MaterialId id, FileId file, String language) {
        library.correctLanguage(id, file, language, reader.get());
        show(id);
    }

    private Material visible(MaterialId id, Reader who) {
        try {
            return library.visible(id, who);
        } catch (MaterialNotFoundException e) {
            throw new NotFoundException();
        }
    }

    private static boolean isCampaign(Description description) {
        return "campaign".equals(description.one(Scheme.KIND));
    }

    private Component head(Material material) {
        Description description = material.description();
        Div badges = new Div();
        badges.addClassName("badges");
        description.all(Scheme.KIND).forEach(
                kind -> badges.add(new Badge(vocabulary.label(Scheme.KIND, kind, getLocale()), Badge.Tone.KIND)));
        EvidenceBadge.of(description.one(Scheme.EVIDENCE_DESIGN), vocabulary, getLocale()).ifPresent(badges::add);
        if (material.starter()) {
            badges.add(new Badge(getTranslation("browse.material.starter"), Badge.Tone.PLAIN));
        }
        Paragraph facts = new Paragraph(Stream
                .of(description.organisation(), labels(description, Scheme.COUNTRY),
                        description.year() == null ? "" : description.year().toString(),
                        labels(description, Scheme.LANGUAGE))
                .filter(fact -> !fact.isBlank()).collect(Collectors.joining(" · ")));
        facts.addClassName("muted");
        Div head = new Div();
        new RecordCovers(List.of(material.id()), covers).picture(material.id(), title).ifPresent(cover -> {
            head.add(cover);
            head.addClassName("around-cover");
        });
        head.add(badges, new H1(title), facts);
        if (!description.authors().isEmpty()) {
            Paragraph authors = new Paragraph(
                    getTranslation("browse.material.authors", String.join(", ", description.authors())));
            authors.addClassNames("small", "muted");
            head.add(authors);
        }
        Paragraph summary = new Paragraph(description.summary().isBlank()
                ? getTranslation("browse.material.no-summary")
                : description.summary());
        summary.addClassName("summary");
        head.add(summary);
        return head;
    }

    private String labels(Description description, Scheme scheme) {
        return description.all(scheme).stream().map(id -> vocabulary.label(scheme, id, getLocale()))
                .collect(Collectors.joining(", "));
    }
}
