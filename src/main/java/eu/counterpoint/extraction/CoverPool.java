package eu.counterpoint.extraction;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Frame;
import eu.counterpoint.extraction.worker.Task;
import eu.counterpoint.extraction.worker.Worker;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** One worker that draws covers: no text waits for it, and it takes one core at most. */
@Service
final class CoverPool implements CoverMaker, AutoCloseable {

    /** After the last cover: files often come one after another, and to start a worker takes as long as five covers. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Set<String> PICTURES = Set.of("image/jpeg", "image/png", "image/gif", "image/bmp",
            "image/x-ms-bmp", "image/tiff");

    private final CoverSettings settings;
    private final SeldomWorkers workers;

    CoverPool(ExtractionSettings extraction, CoverSettings settings) {
        this.settings = settings;
        ExtractionSettings own = new ExtractionSettings(1, extraction.heap(), settings.timeout(), settings.timeout(),
                extraction.startup(), 0, 0, 1, extraction.maxTemporary(), extraction.filesPerWorker(), false);
        WorkerCommand command = new WorkerCommand(own);
        this.workers = new SeldomWorkers(new WorkerPool(own, folder -> {
            ProcessBuilder builder = command.in(folder);
            builder.command().add(Worker.COVERS);
            return builder;
        }), PATIENCE);
    }

    @Override
    public boolean isOn() {
        return settings.enabled();
    }

    @Override
    public boolean canHelp(@Nullable String mediaType) {
        return settings.enabled() && mediaType != null && (mediaType.equals("application/pdf")
                || PICTURES.contains(mediaType) || mediaType.startsWith("application/vnd.ms-powerpoint")
                || mediaType.startsWith("application/vnd.openxmlformats-officedocument.")
                || mediaType.startsWith("application/vnd.oasis.opendocument."));
    }

    @Override
    public Result make(Path file) throws InterruptedException {
        AtomicReference<Frame.@Nullable Picture> drawn = new AtomicReference<>();
        Extraction end = workers.read(new Task(file, "", null), frame -> {
            if (frame instanceof Frame.Picture picture) {
                drawn.set(picture);
            }
        });
        Frame.Picture picture = drawn.get();
        if (end.status() == Status.CRASHED) {
            return new Result.WorkerLost(end.workerWasStopped());
        }
        return end.status() == Status.EXTRACTED && picture != null && picture.isPlausible()
                ? new Result.Drawn(picture.width(), picture.height(), picture.jpeg())
                : new Result.None();
    }

    /** The processes that run now. */
    List<Long> pids() {
        return workers.pids();
    }

    /** Whether the worker has a file. */
    boolean isDrawing() {
        return workers.areBusy();
    }

    @Override
    @PreDestroy
    public void close() {
        workers.close();
    }
}
