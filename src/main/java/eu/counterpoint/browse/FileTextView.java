package eu.counterpoint.browse;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
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
import eu.counterpoint.search.FileSearch;
import eu.counterpoint.search.SearchUnavailableException;
import eu.counterpoint.search.ui.PassageLink;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.MarkedText;
import eu.counterpoint.ui.Pager;
import eu.counterpoint.ui.PlayTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The text of a file as the library read it, page by page. {@code #p-3} is page 3; {@code ?page=3} and
 * {@code ?passage=17} open the screen on which they stand, for an anchor never reaches the server. {@code ?q=words} marks words
 * and lists where they stand.
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
    private String title = "";

    FileTextView(Library library, ExtractedTexts texts, CurrentReader reader, FileSearch fileSearch) {
        this.library = library;
        this.texts = texts;
        this.reader = reader;
        this.fileSearch = fileSearch;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Material material = material(event);
        MaterialFile file = event.getRouteParameters().get("file").filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> material.file(new FileId(Long.parseLong(id)))).orElseThrow(NotFoundException::new);
        title = getTranslation("browse.text.title", file.name());
        removeAll();
        Paragraph back = new Paragraph(new Link("materials/" + material.id(),
                getTranslation("browse.text.back", material.description().title())));
        back.addClassName("small");
        add(back, new H1(file.name()));
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

    private Material material(BeforeEnterEvent event) {
        try {
            return library.visible(event.getRouteParameters().get("id").filter(MaterialId::isWellFormed)
                    .map(MaterialId::new).orElseThrow(NotFoundException::new), reader.get());
        } catch (MaterialNotFoundException e) {
            throw new NotFoundException();
        }
    }

    private void show(Material material, MaterialFile file, QueryParameters parameters) throws IOException {
        String address = "materials/" + material.id() + "/files/" + file.id();
        OptionalInt sought = number(parameters, "passage");
        if (!file.mayBeTaken(reader.get())) {
            String why = file.outcome() == Outcome.PENDING ? "browse.text.unchecked" : "browse.text.withheld";
            add(new EmptyState(getTranslation(why), getTranslation(why + ".text")));
            return;
        }
        TextScreen screen = file.extractor() == null
                ? new TextScreen(List.of(), 0, 0)
                : read(file, parameters, sought);
        if (screen.blocks().isEmpty()) {
            add(new EmptyState(getTranslation("browse.text.none"), getTranslation("browse.text.none.text"),
                    download(address)));
            return;
        }
        Paragraph lead = new Paragraph(getTranslation("browse.text.lead"));
        lead.addClassName("lead");
        add(lead);
        String words = parameters.getSingleParameter("q").orElse("").strip();
        Map<Integer, String> marked = marked(words, material, file, screen);
        Set<Integer> named = new HashSet<>();
        screen.blocks().forEach(block -> add(block(block, named, sought, marked)));
        Pager pager = new Pager(screen.number(), screen.screens(),
                number -> address + "/text?screen=" + number + PassageLink.asked(words));
        add(pager, download(address));
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
    private Map<Integer, String> marked(String words, Material material, MaterialFile file, TextScreen screen) {
        if (words.isEmpty()) {
            return Map.of();
        }
        try {
            add(new PlacesSection(fileSearch.places(words, material, file.id()), material.id().value(), words));
            return fileSearch.marked(words, material, file.id(),
                    screen.blocks().getFirst().passages().getFirst().number(),
                    screen.blocks().getLast().passages().getLast().number());
        } catch (SearchUnavailableException e) {
            return Map.of();
        }
    }

    private Component block(TextScreen.Block block, Set<Integer> named, OptionalInt sought,
            Map<Integer, String> marked) {
        Article page = new Article();
        page.addClassNames("card", "text-page");
        String heading = Stream
                .of(block.part() == null ? "" : getTranslation("browse.text.part", block.part()),
                        block.page() == null ? "" : getTranslation("browse.text.page", block.page()))
                .filter(part -> !part.isEmpty()).reduce((part, number) -> part + " · " + number).orElse("");
        if (!heading.isEmpty()) {
            page.add(new H2(heading));
        }
        if (block.page() != null && named.add(block.page())) {
            page.setId("p-" + block.page());
        }
        for (Passage passage : block.passages()) {
            String html = marked.get(passage.number());
            Paragraph text = html == null
                    ? new Paragraph(passage.text())
                    : new Paragraph(new MarkedText(html));
            if (passage.second() != null) {
                Span time = new Span(PlayTime.of(passage.second()) + " ");
                time.addClassNames("muted", "small");
                text.addComponentAsFirst(time);
            }
            text.setId("t-" + passage.number());
            text.setClassName("sought", sought.isPresent() && sought.getAsInt() == passage.number());
            page.add(text);
        }
        return page;
    }

    private Component download(String address) {
        return Link.outsideViews(address, getTranslation("browse.files.download"), "btn", "quiet");
    }

    private static OptionalInt number(QueryParameters parameters, String name) {
        return parameters.getSingleParameter(name).filter(value -> value.matches("\\d{1,7}")).map(Integer::parseInt)
                .map(OptionalInt::of).orElse(OptionalInt.empty());
    }
}
