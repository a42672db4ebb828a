package eu.counterpoint.ingest.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.shared.Registration;
import eu.counterpoint.account.Accounts;
import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Reader;
import eu.counterpoint.ingest.Advice;
import eu.counterpoint.extraction.Password;
import eu.counterpoint.ingest.Intake;
import eu.counterpoint.ingest.Opening;
import eu.counterpoint.ingest.Retries;
import eu.counterpoint.ingest.batch.Batches;
import eu.counterpoint.library.FileId;
import eu.counterpoint.library.MaterialFile;
import eu.counterpoint.library.MaterialNotFoundException;
import eu.counterpoint.library.MaterialWithdrawnException;
import eu.counterpoint.library.NotAllowedException;
import eu.counterpoint.library.Outcome;
import eu.counterpoint.library.Quarantine;
import eu.counterpoint.library.QuarantineCounts;
import eu.counterpoint.library.QuarantineFilter;
import eu.counterpoint.library.QuarantinedFile;
import eu.counterpoint.ui.EmptyState;
import eu.counterpoint.ui.Pager;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;

/**
 * Everything that did not become fully searchable: why, and what to do about it. Editors see all of it, contributors their
 * own. The page follows by itself; a file that was put right stays in sight until the page is left.
 */
@Route(QuarantineAddress.PATH)
@PermitAll
class QuarantineView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int PAGE_SIZE = 25;
    private static final int LOOK_AGAIN_MILLIS = 1_000;
    /** While nothing is being read. */
    private static final int LOOK_SELDOM_MILLIS = 5_000;
    private static final int NO_LOOKING = -1;
    private static final String TICKED = "element.checked";

    private final Quarantine quarantine;
    private final Retries retries;
    private final Intake intake;
    private final Opening opening;
    private final Batches batches;
    private final Advice advice;
    private final CurrentReader reader;
    private final QuarantineList list;

    private QuarantineFilter filter = QuarantineFilter.ALL;
    private int page;
    private QuarantineFilters filters;
    private QuarantineBatch batch;
    private final Paragraph lead = new Paragraph();
    private final RetryBars bars;
    private final Paragraph news = new Paragraph();
    private final Element selectAll = new Element("input");
    private final NativeButton retrySelected = new NativeButton();
    private final NativeButton retryAll = new NativeButton();
    private final Div tools = new Div();
    private final Div empty = new Div();
    private final Div pages = new Div();
    private final Set<FileId> selected = new LinkedHashSet<>();
    /** Files that somebody here did something about; they stay in sight. */
    private final Set<FileId> touched = new HashSet<>();
    /** Files that somebody here gave a password for. */
    private final Map<FileId, Asked> openings = new HashMap<>();
    private final Map<FileId, String> problems = new HashMap<>();
    private int shownPages = -1;
    private @Nullable Registration looking;

    /** A file that is being opened, and how that will have gone. */
    private record Asked(MaterialFile file, CompletableFuture<Opening.Result> result) {}

    QuarantineView(Quarantine quarantine, Retries retries, Intake intake, Opening opening, Batches batches,
            Advice advice, Accounts accounts, CurrentReader reader) {
        this.quarantine = quarantine;
        this.retries = retries;
        this.intake = intake;
        this.opening = opening;
        this.batches = batches;
        this.advice = advice;
        this.reader = reader;
        this.filters = new QuarantineFilters(filter, advice);
        this.batch = new QuarantineBatch(filter, Map.of(), batches, reader.get());
        this.bars = new RetryBars(advice);
        this.list = new QuarantineList(() -> new QuarantineRow(advice, accounts, new Actions()));
        addClassName("quarantine");
        lead.addClassName("lead");
        news.addClassName("news");
        news.getElement().setAttribute("role", "status");
        tools();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("ui.of-site", getTranslation("quarantine"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        page = asked.getSingleParameter("page").filter(number -> number.matches("\\d{1,6}")).map(Integer::valueOf)
                .orElse(0);
        filter = QuarantineAddress.filter(asked);
        filters = new QuarantineFilters(filter, advice);
        Reader who = reader.get();
        batch = new QuarantineBatch(filter, who.signedIn() ? quarantine.batches(who) : Map.of(), batches, who);
        selected.clear();
        touched.clear();
        openings.clear();
        problems.clear();
        shownPages = -1;
        news.setText("");
        removeAll();
        add(new H1(getTranslation("quarantine")), lead, batch, filters, bars, tools, news, list, empty, pages);
        look();
    }

    @Override
    protected void onAttach(AttachEvent event) {
        looking = event.getUI().addPollListener(poll -> look());
        look();
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (looking != null) {
            looking.remove();
        }
        event.getUI().setPollInterval(NO_LOOKING);
    }

    /** Shows how everything stands now, and has the browser ask again. */
    void look() {
        Reader who = reader.get();
        if (!who.signedIn()) {
            return;
        }
        QuarantineCounts counts = quarantine.counts(who, filter.batch());
        Page<QuarantinedFile> found = quarantine.files(filter, who, PageRequest.of(page, PAGE_SIZE));
        tellOfTheOpened();
        List<QuarantinedFile> files = withTouched(found.getContent(), who);
        tellOfTheFinished(files);
        list.show(files.stream().map(this::state).toList(), who);
        filters.show(counts);
        setText(lead, lead(counts));
        boolean running = bars.show(retries.recent(who));
        selected.retainAll(files.stream().filter(file -> file.mayBeReadAgain(who)).map(file -> file.file().id())
                .toList());
        showTools(files.stream().anyMatch(file -> file.mayBeReadAgain(who)), who);
        showEmpty(counts, files, running);
        showPages(found.getTotalPages());
        boolean reading = !openings.isEmpty()
                || files.stream().anyMatch(file -> file.file().outcome() == Outcome.PENDING);
        getUI().ifPresent(
                ui -> ui.setPollInterval(running || reading ? LOOK_AGAIN_MILLIS : LOOK_SELDOM_MILLIS));
    }

    private String lead(QuarantineCounts counts) {
        if (filter.batch() == null) {
            return getTranslation("quarantine.lead", counts.all());
        }
        return batch.name().map(name -> getTranslation("quarantine.lead.batch", counts.all(), name))
                .orElseGet(() -> getTranslation("quarantine.lead.no-batch"));
    }

    private List<QuarantinedFile> withTouched(List<QuarantinedFile> found, Reader who) {
        Set<FileId> missing = new HashSet<>(touched);
        found.forEach(file -> missing.remove(file.file().id()));
        List<QuarantinedFile> files = new ArrayList<>(found);
        if (!missing.isEmpty()) {
            files.addAll(quarantine.files(missing, who));
            files.sort(Comparator.comparingLong((QuarantinedFile file) -> file.file().id().value()).reversed());
        }
        return files;
    }

    private QuarantineRow.State state(QuarantinedFile file) {
        FileId id = file.file().id();
        return new QuarantineRow.State(file, opening.isUnderWay(id), problems.get(id));
    }

    private void tellOfTheOpened() {
        openings.values().removeIf(asked -> {
            if (!asked.result().isDone()) {
                return false;
            }
            Opening.Result result = asked.result().join();
            String said = getTranslation("quarantine.opened." + result.id(), asked.file().name());
            if (result == Opening.Result.OPENED) {
                news.setText(said);
            } else {
                problems.put(asked.file().id(), said);
                news.setText("");
            }
            return true;
        });
    }

    /** For those who do not see the badges change. */
    private void tellOfTheFinished(List<QuarantinedFile> files) {
        Predicate<QuarantinedFile> justRead = file -> file.file().outcome() != Outcome.PENDING
                && list.shows(file.file().id(), Outcome.PENDING);
        files.stream().filter(justRead).findFirst()
                .ifPresent(file -> news.setText(getTranslation("quarantine.news.now", file.file().name(),
                        getTranslation("quarantine.outcome." + file.file().outcome().id()))));
    }

    private void tools() {
        selectAll.setAttribute("type", "checkbox");
        selectAll.addEventListener("change", event -> selectAll(event.getEventData().get(TICKED).asBoolean()))
                .addEventData(TICKED);
        Element label = new Element("label");
        label.setAttribute("class", "row small");
        label.appendChild(selectAll, new Element("span").setText(getTranslation("quarantine.select.all")));
        retrySelected.addClassNames("btn", "quiet");
        retrySelected.addClickListener(click -> retrySelected());
        retryAll.addClassName("btn");
        retryAll.addClickListener(click -> retryAll());
        tools.getElement().appendChild(label);
        tools.add(retrySelected, retryAll);
        tools.addClassNames("row", "quarantine-tools");
    }

    private void showTools(boolean any, Reader who) {
        tools.setVisible(any);
        retrySelected.setEnabled(!selected.isEmpty());
        retrySelected.setText(getTranslation("quarantine.retry.selected", selected.size()));
        boolean chosen = !filter.accepted() && !filter.equals(QuarantineFilter.ALL);
        long all = any && chosen ? retries.count(filter, who) : 0;
        retryAll.setVisible(all > 0);
        retryAll.setText(getTranslation("quarantine.retry.all", all));
    }

    private void showEmpty(QuarantineCounts counts, List<QuarantinedFile> files, boolean running) {
        boolean nothing = counts.all() == 0 && filter.batch() == null;
        // What is being read again may come back.
        boolean none = files.isEmpty() && !(nothing && running);
        empty.setVisible(none);
        if (none && empty.getComponentCount() == 0) {
            String key = nothing ? "quarantine.none" : "quarantine.none.here";
            empty.add(new EmptyState(getTranslation(key), getTranslation(key + ".text")));
        } else if (!none) {
            empty.removeAll();
        }
    }

    private void showPages(int count) {
        if (count != shownPages) {
            shownPages = count;
            pages.removeAll();
            pages.add(new Pager(page, count, number -> QuarantineAddress.page(filter, number)));
        }
    }

    private void selectAll(boolean ticked) {
        selectAll.setProperty("checked", ticked);
        list.tickAll(ticked, reader.get()).forEach(id -> {
            if (ticked) {
                selected.add(id);
            } else {
                selected.remove(id);
            }
        });
        look();
    }

    private void retrySelected() {
        touched.addAll(selected);
        int again = retries.retry(selected, reader.get());
        selected.clear();
        selectAll.setProperty("checked", false);
        list.tickAll(false, reader.get());
        news.setText(getTranslation("quarantine.news.selected", again));
        look();
    }

    private void retryAll() {
        attempt(() -> bars.follow(retries.retryAll(filter, reader.get())));
        look();
    }

    private void attempt(SerializableRunnable action) {
        try {
            action.run();
        } catch (NotAllowedException e) {
            news.setText(getTranslation("quarantine.problem.right"));
        } catch (MaterialNotFoundException | MaterialWithdrawnException e) {
            news.setText(getTranslation("quarantine.problem.gone"));
        }
    }

    private static void setText(Paragraph paragraph, String text) {
        if (!text.equals(paragraph.getText())) {
            paragraph.setText(text);
        }
    }

    private final class Actions implements QuarantineActions {

        @Override
        public void select(QuarantinedFile file, boolean ticked) {
            if (ticked) {
                selected.add(file.file().id());
            } else {
                selected.remove(file.file().id());
                selectAll.setProperty("checked", false);
            }
            look();
        }

        @Override
        public void retry(QuarantinedFile file) {
            attempt(() -> {
                intake.retry(file.material(), file.file().id(), reader.get());
                news.setText(getTranslation("quarantine.news.retry", file.file().name()));
            });
            touch(file);
        }

        @Override
        public void accept(QuarantinedFile file) {
            attempt(() -> {
                quarantine.accept(file.material(), file.file().id(), reader.get());
                news.setText(getTranslation("quarantine.news.accepted", file.file().name()));
            });
            touch(file);
        }

        @Override
        public void open(QuarantinedFile file, Password password) {
            FileId id = file.file().id();
            problems.remove(id);
            attempt(() -> {
                openings.put(id, new Asked(file.file(),
                        opening.open(file.material(), id, password, reader.get())));
                news.setText(getTranslation("quarantine.news.opening", file.file().name()));
            });
            touch(file);
        }

        @Override
        public UploadHandler replacement(QuarantinedFile file, SerializableConsumer<String> problem) {
            FileId id = file.file().id();
            return new FileReceiver(intake, reader, (kept, by) -> intake.replace(file.material(), id, kept, by), () -> {
                news.setText(getTranslation("quarantine.news.replaced", file.file().name()));
                touch(file);
            }, (name, why) -> problem
                    .accept(getTranslation("contribute.refused." + why, intake.maxFileBytes() / 1024 / 1024)));
        }

        @Override
        public long maxFileBytes() {
            return intake.maxFileBytes();
        }

        private void touch(QuarantinedFile file) {
            touched.add(file.file().id());
            look();
            list.focus(file.file().id());
        }
    }
}
