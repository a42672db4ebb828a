package eu.counterpoint.extraction;

import eu.counterpoint.extraction.Extraction.Properties;
import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Frame;
import eu.counterpoint.extraction.worker.PageLimits;
import eu.counterpoint.extraction.worker.PagesWithWords;
import eu.counterpoint.extraction.worker.Reason;
import eu.counterpoint.extraction.worker.Task;
import eu.counterpoint.file.Passage;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Workers that start Tesseract. They are others than those that read text, which must start no program.
 */
@Service
final class RecognitionPool implements Recogniser, AutoCloseable {

    /** Goes up when the same page would give other words. */
    private static final int EDITION = 1;

    /** Beside Tesseract's own time, for drawing a page. */
    private static final Duration DRAWING = Duration.ofSeconds(30);

    private final RecognitionSettings settings;
    private final Tesseract tesseract;
    private final SeldomWorkers workers;

    RecognitionPool(ExtractionSettings extraction, RecognitionSettings settings, Tesseract tesseract) {
        this.settings = settings;
        this.tesseract = tesseract;
        ExtractionSettings own = new ExtractionSettings(settings.ocrWorkers(), extraction.heap(),
                settings.ocrTimeout(), settings.ocrPage().plus(DRAWING), extraction.startup(),
                extraction.maxCharacters(), 0, 1,
                extraction.maxTemporary(), extraction.filesPerWorker(), false);
        this.workers = new SeldomWorkers(new WorkerPool(own, new RecognitionCommand(new WorkerCommand(own), tesseract,
                orientation -> new PageLimits(settings.ocrPages(), (int) settings.ocrPage().toSeconds(), orientation))),
                Duration.ZERO);
    }

    @Override
    public int workers() {
        return settings.ocrWorkers();
    }

    @Override
    public boolean canHelp(Extraction read) {
        return (isScan(read) || hasScannedPages(read)) && tesseract.installed().isPresent();
    }

    @Override
    public boolean reads(Collection<String> languages) {
        return tesseract.installed()
                .filter(found -> !RecognitionLanguages.of(languages, found.languages()).isEmpty()).isPresent();
    }

    private static boolean isScan(Extraction read) {
        return read.status() == Status.EMPTY && Reason.SCAN.key().equals(read.reason());
    }

    /** Whether there are pages without words; those that are blank are told from scans when it comes to reading them. */
    private static boolean hasScannedPages(Extraction read) {
        Integer pages = read.properties().pages();
        boolean cut = read.status() == Status.TRUNCATED && !Reason.TEXT_LIMIT.key().equals(read.reason());
        return (read.status() == Status.EXTRACTED || cut) && "application/pdf".equals(read.properties().mediaType())
                && pages != null && known(read.passages()).size() < pages;
    }

    /** The pages that have words. */
    private static Set<Integer> known(List<Passage> passages) {
        PagesWithWords known = new PagesWithWords();
        passages.stream().filter(passage -> passage.part() == null && passage.page() != null)
                .forEach(passage -> known.add(passage.page(), passage.text()));
        return known.numbers();
    }

    @Override
    public Recognition recognise(Path file, String name, List<Passage> known, Collection<String> languages,
            Consumer<PageProgress> progress) throws InterruptedException {
        Optional<Tesseract.Installed> installed = tesseract.installed();
        if (installed.isEmpty()) {
            return new Recognition(nothing(known, Reason.SCAN), false, "none");
        }
        Set<String> read = RecognitionLanguages.of(languages, installed.get().languages());
        String version = "%d-%s-%s-%d".formatted(EDITION, installed.get().version(), String.join("+", read),
                settings.ocrPages());
        if (read.isEmpty()) {
            return new Recognition(nothing(known, Reason.SCAN_LANGUAGE), false, version);
        }
        Extraction pages = workers.read(new Task(file, name, String.join("+", read), known(known)), frame -> {
            if (frame instanceof Frame.Recognised(int done, int of)) {
                progress.accept(new PageProgress(done, of));
            }
        });
        boolean found = !pages.passages().isEmpty();
        return new Recognition(known.isEmpty() ? pages : together(known, pages), found, version);
    }

    private static Extraction nothing(List<Passage> known, Reason reason) {
        return known.isEmpty()
                ? new Extraction(Status.EMPTY, reason.key(), List.of(), Properties.NONE)
                : new Extraction(Status.EXTRACTED, null, known, Properties.NONE);
    }

    /** In the order of the pages; what is embedded in the file stays behind them. */
    private static Extraction together(List<Passage> known, Extraction pages) {
        List<Passage> all = new ArrayList<>(known);
        String language = pages.properties().language();
        pages.passages().forEach(passage -> all.add(in(passage, language)));
        all.sort(Comparator.comparing((Passage passage) -> passage.part() != null)
                .thenComparing(passage -> passage.part() != null || passage.page() == null ? 0 : passage.page()));
        List<Passage> numbered = new ArrayList<>(all.size());
        all.forEach(passage -> numbered.add(new Passage(numbered.size(), passage.page(), passage.part(),
                passage.text(), passage.language())));
        boolean whole = pages.status() == Status.EXTRACTED || pages.status() == Status.EMPTY;
        Status cut = pages.status() == Status.CRASHED ? Status.CRASHED : Status.TRUNCATED;
        return new Extraction(whole ? Status.EXTRACTED : cut,
                whole ? null : pages.reason() == null ? Reason.PAGES_MISSED.key() : pages.reason(), numbered,
                pages.properties());
    }

    /** Says the language of a passage that has none of its own. */
    private static Passage in(Passage passage, @Nullable String language) {
        return passage.language() != null
                ? passage
                : new Passage(passage.number(), passage.page(), passage.part(), passage.text(), language);
    }

    /** The processes that run now. */
    List<Long> pids() {
        return workers.pids();
    }

    @Override
    @PreDestroy
    public void close() {
        workers.close();
    }
}
