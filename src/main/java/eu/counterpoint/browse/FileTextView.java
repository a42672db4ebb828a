package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.file.ExtractedTexts;
import eu.counterpoint.file.Passage;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.Library;
import eu.counterpoint.library.Material;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialId;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Status;
import eu.counterpoint.search.FileHits;
import eu.counterpoint.search.FileSearch;
import eu.counterpoint.search.PassageHit;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.ui.PassageLink;
import eu.counterpoint.ui.Badge;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.Notice;
import eu.counterpoint.ui.Pager;
import eu.counterpoint.ui.SearchField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of a file as the library read it, page by page. {@code #p-3} is page 3; {@code ?page=3} and
 * {@code ?passage=17} open the screen on which they stand, for an anchor never reaches the server. {@code ?q=words} marks words
 * and lists where they stand; the field for them stays while the rest is made anew, so that it keeps the focus.
 */
@Route("materials/:id/files/:file/text")
@AnonymousAllowed
class FileTextView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /**
     * Goes to the anchor, and fetches the screen on which it stands when that is another one. A moment later, because the
     * router sets the address and the place only after it has shown the view.
     */
    private static final String GO_TO_ANCHOR = """
            setTimeout(() => {
              const page = /^#p-(\\d+)$/.exec(location.hash);
              const place = location.hash && document.getElementById(location.hash.slice(1));
              const sought = this.querySelector('.sought') || place;
              if (sought) { sought.scrollIntoView(); }
              else if (page && !/[?&](page|passage)=/.test(location.search)) {
                location.replace(location.pathname + '?page=' + page[1] + location.hash);
              }
            }, 100)""";

    private final Library library;
    private final ExtractedTexts texts;
    private final CurrentReader reader;
    private final FileSearch fileSearch;
    private final Div head = new Div();
    private final SearchField field;
    private final Span spoken = new Span();
    private final Div body = new Div();
    private String address = "";
    private String title = "";

    FileTextView(Library library, ExtractedTexts texts, CurrentReader reader, FileSearch fileSearch) {
        this.library = library;
        this.texts = texts;
        this.reader = reader;
        this.fileSearch = fileSearch;
        field = new SearchField(getTranslation("browse.text.find"), getTranslation("browse.text.find"),
                getTranslation("browse.text.find.button"), this::find);
        field.getElement().getClassList().add("in-file");
        spoken.addClassName("unseen");
        spoken.getElement().setAttribute("role", "status");
        body.addClassName("text");
        add(head, field, spoken, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Material material = material(event);
        MaterialFile file = event.getRouteParameters().get("file").filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> material.file(new FileId(Long.parseLong(id)))).orElseThrow(NotFoundException::new);
        title = getTranslation("browse.text.title", file.name());
        address = "materials/" + material.id() + "/files/" + file.id();
        head.removeAll();
        body.removeAll();
        spoken.setText("");
        field.setVisible(false);
        Paragraph back = new Paragraph(new Link("materials/" + material.id(),
                getTranslation("browse.text.back", material.description().title())));
        back.addClassName("small");
        head.add(back, new H1(file.name()));
        try {
            show(material, file, event.getLocation().getQueryParameters());
        } catch (IOException e) {
            throw new UncheckedIOException("The text of " + file.sha256() + " cannot be read", e);
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", title);
    }

    private void find(String words) {
        getUI().ifPresent(ui -> ui.navigate(address + "/text",
                words.isEmpty() ? QueryParameters.empty() : QueryParameters.of("q", words)));
    }

    private Material material(BeforeEnterEvent event) {
        try {
            return library.visible(event.getRouteParameters().get("id").filter(MaterialId::isWellFormed)
                    .map(MaterialId::new).orElseThrow(NotFoundException::new), reader.get());
        } catch (MaterialNotFoundException e) {
            throw new NotFoundException();
        }
    }

    private void show(Material material, MaterialFile file, QueryParameters parameters) throws IOException {
        OptionalInt sought = number(parameters, "passage");
        if (!file.mayBeTaken(reader.get())) {
            String why = file.outcome() == Outcome.PENDING ? "browse.text.unchecked" : "browse.text.withheld";
            head.add(new EmptyState(getTranslation(why), getTranslation(why + ".text")));
            return;
        }
        TextScreen screen = file.extractor() == null
                ? new TextScreen(List.of(), 0, 0)
                : read(file, parameters, sought);
        if (screen.blocks().isEmpty()) {
            head.add(new EmptyState(getTranslation("browse.text.none"), getTranslation("browse.text.none.text"),
                    download()));
            return;
        }
        Paragraph lead = new Paragraph(getTranslation("browse.text.lead"));
        lead.addClassName("lead");
        head.add(lead);
        String words = parameters.getSingleParameter("q").orElse("").strip();
        field.setValue(words);
        // Nothing else is in the index.
        field.setVisible(material.status() == Status.PUBLISHED && !file.withheld());
        Map<Integer, String> marked = marked(words, material, file, screen);
        Set<Integer> named = new HashSet<>();
        for (TextScreen.Block block : screen.blocks()) {
            TextPage page = new TextPage(block, sought, marked);
            if (block.page() != null && named.add(block.page())) {
                page.setId("p-" + block.page());
            }
            body.add(block.page() != null && block.part() == null && file.isPdf()
                    ? page.with(new PdfLink(address, block.page()))
                    : page);
        }
        Pager pager = new Pager(screen.number(), screen.screens(),
                number -> address + "/text?screen=" + number + PassageLink.asked(words));
        body.add(pager, download());
        getElement().executeJs(GO_TO_ANCHOR);
    }

    private TextScreen read(MaterialFile file, QueryParameters parameters, OptionalInt sought) throws IOException {
        OptionalInt page = number(parameters, "page");
        int screen = number(parameters, "screen").orElse(0);
        if (sought.isPresent() || page.isPresent()) {
            Predicate<Passage> place = sought.isPresent()
                    ? passage -> passage.number() >= sought.getAsInt()
                    : passage -> passage.page() != null && passage.page() >= page.getAsInt();
            try (Stream<Passage> passages = texts.passages(file.sha256(), file.extractor())) {
                screen = TextScreen.find(passages, place);
            }
        }
        try (Stream<Passage> passages = texts.passages(file.sha256(), file.extractor())) {
            return TextScreen.read(passages, screen);
        }
    }

    /** Lists where the words stand, and marks them on this screen; without an answer of the engine the text stands alone. */
    private Map<Integer, String> marked(String words, Material material, MaterialFile file, TextScreen screen)
            throws IOException {
        if (words.isEmpty()) {
            return Map.of();
        }
        try {
            FileHits hits = fileSearch.places(words, material, file.id());
            PlacesSection places = new PlacesSection(hits, material.id().value(), address, words,
                    file.isPdf() ? onItsPages(file, hits.places()) : Set.of());
            body.add(places);
            spoken.setText(places.title());
            return fileSearch.marked(words, material, file.id(),
                    screen.blocks().getFirst().passages().getFirst().number(),
                    screen.blocks().getLast().passages().getLast().number());
        } catch (SearchUnavailableException e) {
            body.add(new Notice(Badge.Tone.WARN, getTranslation("browse.away"),
                    getTranslation("browse.text.find.away.text")));
            return Map.of();
        }
    }

    /** Which of them stand on pages of the file itself: what is attached to a PDF has pages of its own, which its viewer does not turn to. */
    private Set<Integer> onItsPages(MaterialFile file, List<PassageHit> places) throws IOException {
        Set<Integer> numbers = places.stream().map(PassageHit::number).collect(Collectors.toSet());
        try (Stream<Passage> passages = texts.passages(file.sha256(), file.extractor())) {
            return passages.filter(passage -> passage.part() == null && numbers.contains(passage.number()))
                    .map(Passage::number).collect(Collectors.toSet());
        }
    }

    private Component download() {
        return Link.outsideViews(address, getTranslation("browse.files.download"), "btn", "quiet");
    }

    private static OptionalInt number(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).filter(value -> value.matches("\\d{1,7}")).map(Integer::parseInt)
                .map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
