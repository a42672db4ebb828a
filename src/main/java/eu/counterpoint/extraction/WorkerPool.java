package eu.counterpoint.extraction;

import eu.counterpoint.extraction.Extraction.Properties;
import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.worker.Frame;
import eu.counterpoint.extraction.worker.Reason;
import eu.counterpoint.extraction.worker.Task;
import eu.counterpoint.extraction.worker.Worker;
import eu.counterpoint.extraction.worker.WorkerFolder;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingDeque;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** A bounded number of workers; each is started before its first file, and again after it died. */
@Service
final class WorkerPool implements Extractor, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WorkerPool.class);

    /** Goes up when the same file would give other passages or properties. */
    private static final int EDITION = 7;

    /**
     * Exit codes of a process that the system or somebody else has stopped: 128 and the number of SIGINT, as of a terminal's Ctrl-C
     * for the application and its workers together, SIGKILL or SIGTERM.
     */
    private static final Set<Integer> STOPPED = Set.of(128 + 2, 128 + 9, 128 + 15);

    /** In nanoseconds. */
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final ExtractionSettings settings;
    private final WorkerStart command;
    private final String version;
    private final List<Slot> slots = new ArrayList<>();
    /** The slot used last comes first: its worker is the warmest. */
    private final BlockingDeque<Slot> idle = new LinkedBlockingDeque<>();
    private volatile boolean closed;

    @Autowired
    WorkerPool(ExtractionSettings settings) {
        this(settings, new WorkerCommand(settings));
    }

    WorkerPool(ExtractionSettings settings, WorkerStart command) {
        this.settings = settings;
        this.command = command;
        this.version = "%s-%d-%d-%d-%d".formatted(Tika.getString().replaceAll(".* ", "tika-"), EDITION,
                settings.maxCharacters(), settings.maxEmbedded(), settings.maxDepth());
        for (int i = 0; i < settings.workers(); i++) {
            Slot slot = new Slot();
            slots.add(slot);
            idle.add(slot);
        }
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int workers() {
        return settings.workers();
    }

    /** Starts the workers in the background, so that the first files need not wait. */
    @EventListener(ApplicationReadyEvent.class)
    void warmUp() {
        Thread.ofVirtual().name("extraction-warm-up").start(WorkerFolder::deleteAbandoned);
        if (settings.warm()) {
            List<Slot> cold = new ArrayList<>();
            idle.drainTo(cold);
            cold.forEach(this::release);
        }
    }

    @Override
    public Extraction extract(Path file, String name) throws InterruptedException {
        return extract(new Task(file, name, null));
    }

    @Override
    public Extraction extract(Path file, String name, Password password) throws InterruptedException {
        return extract(new Task(file, name, password));
    }

    private Extraction extract(Task task) throws InterruptedException {
        try {
            if (Files.size(task.file()) == 0) {
                return new Extraction(Status.UNREADABLE, Reason.EMPTY_FILE.key(), List.of(), Properties.NONE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read(task, frame -> {});
    }

    /**
     * Gives a task to a free worker, and waits for its end.
     *
     * @param also is told what is neither text nor a property: how far text recognition is, a picture of the first page
     */
    Extraction read(Task task, Consumer<Frame> also) throws InterruptedException {
        Slot slot = take();
        try {
            return slot.extract(task, also);
        } finally {
            if (task.password() != null) {
                // No file that comes later is read where a password may still lie in memory.
                slot.end();
            }
            release(slot);
        }
    }

    /** Ends the workers that have nothing to do. */
    void rest() {
        List<Slot> resting = new ArrayList<>();
        idle.drainTo(resting);
        resting.forEach(Slot::end);
        idle.addAll(resting);
    }

    /** Ends all workers. What they were reading fails with an {@link ExtractorUnavailableException}. */
    @Override
    @PreDestroy
    public void close() {
        closed = true;
        slots.forEach(Slot::end);
    }

    /** The processes that run now. */
    List<Long> pids() {
        return slots.stream().map(slot -> slot.worker).filter(worker -> worker != null && worker.isAlive())
                .map(WorkerProcess::pid).toList();
    }

    /** Whether all workers have a file. */
    boolean isReading() {
        return idle.isEmpty() && slots.stream().allMatch(slot -> slot.reading);
    }

    private Slot take() throws InterruptedException {
        while (!closed) {
            Slot slot = idle.poll(1, TimeUnit.SECONDS);
            if (slot != null) {
                return slot;
            }
        }
        throw closing();
    }

    /**
     * Gives a slot back; where its worker has gone, the next one starts first, without anybody waiting for it, unless workers start
     * with their files.
     */
    private void release(Slot slot) {
        if (slot.isReady()) {
            idle.addFirst(slot);
            return;
        }
        if (closed || !settings.warm()) {
            idle.addLast(slot);
            return;
        }
        Thread.ofVirtual().name("extraction-start").start(() -> {
            try {
                slot.ready();
            } catch (ExtractorUnavailableException e) {
                if (!closed) {
                    log.warn("A worker did not start: {}", e.getMessage());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                idle.addLast(slot);
            }
        });
    }

    private static ExtractorUnavailableException closing() {
        return new ExtractorUnavailableException("the application is closing");
    }

    /** The place of one worker. */
    private final class Slot {

        private volatile @Nullable WorkerProcess worker;
        private volatile boolean reading;
        private final AtomicBoolean willLook = new AtomicBoolean();

        boolean isReady() {
            WorkerProcess current = worker;
            return current != null && current.isAlive() && current.served() < settings.filesPerWorker();
        }

        /** The worker of this slot, started where there is none. */
        WorkerProcess ready() throws InterruptedException {
            WorkerProcess current = worker;
            if (current != null && isReady()) {
                return current;
            }
            end();
            WorkerProcess started;
            synchronized (this) {
                if (closed) {
                    throw closing();
                }
                try {
                    started = WorkerProcess.start(command);
                } catch (IOException e) {
                    throw new ExtractorUnavailableException("a worker cannot be started", e);
                }
                worker = started;
            }
            try {
                if (started.next(settings.startup()) instanceof WorkerProcess.Event.Said(Frame.Ready ready)) {
                    return started;
                }
            } catch (InterruptedException e) {
                end();
                throw e;
            }
            List<String> complaints = started.complaints();
            end();
            throw closed
                    ? closing()
                    : new ExtractorUnavailableException(
                            "a worker did not get ready: " + String.join(" | ", complaints));
        }

        synchronized void end() {
            WorkerProcess current = worker;
            worker = null;
            if (current != null) {
                current.end();
            }
        }

        Extraction extract(Task task, Consumer<Frame> also) throws InterruptedException {
            WorkerProcess current = ready();
            FoundText found = new FoundText(task.name(), settings.maxCharacters());
            boolean secret = task.password() != null;
            try {
                current.give(task);
                reading = true;
                return listen(current, found, secret, also);
            } catch (IOException gone) {
                return crashed(current, found, secret);
            } catch (InterruptedException e) {
                end();
                throw e;
            } finally {
                reading = false;
            }
        }

        private Extraction listen(WorkerProcess current, FoundText found, boolean secret,
                Consumer<Frame> also) throws InterruptedException {
            long deadline = System.nanoTime() + settings.timeout().toNanos();
            long stalled = System.nanoTime() + settings.stall().toNanos();
            long look = System.nanoTime() + SECOND;
            while (true) {
                long now = System.nanoTime();
                long left = Math.min(deadline, stalled) - now;
                if (left <= 0) {
                    end();
                    return closedOr(
                            found.cutShort(Status.TIMED_OUT, deadline <= now ? Reason.TIMED_OUT : Reason.STALLED));
                }
                if (now >= look) {
                    look = now + SECOND;
                    if (current.temporaryBytes() > settings.maxTemporary().toBytes()) {
                        end();
                        return closedOr(found.cutShort(Status.TRUNCATED, Reason.EXPANDS_TOO_MUCH));
                    }
                }
                WorkerProcess.Event event = current.next(Duration.ofNanos(Math.min(left, SECOND)));
                switch (event) {
                    case WorkerProcess.Event.Said(Frame frame) -> {
                        stalled = System.nanoTime() + settings.stall().toNanos();
                        switch (frame) {
                            case Frame.Text text -> found.add(text);
                            case Frame.Draft draft -> found.add(draft);
                            case Frame.About about -> found.add(about);
                            case Frame.End end -> {
                                endWithPrograms(current);
                                return found.end(end);
                            }
                            case Frame.Recognised pages -> also.accept(pages);
                            case Frame.Picture picture -> also.accept(picture);
                            case Frame.Progress goesOn -> {
                            }
                            case Frame.Ready ready -> {
                            }
                        }
                    }
                    case WorkerProcess.Event.Gone gone -> {
                        return crashed(current, found, secret);
                    }
                    case null -> {
                    }
                }
            }
        }

        /** Ends the worker if the file has left programs running. Where there was a look just now, the next one is later. */
        private void endWithPrograms(WorkerProcess current) {
            if (!current.mayLookForPrograms()) {
                lookLater();
            } else if (current.hasPrograms()) {
                end();
            }
        }

        /** In a second, unless there is another file by then: there is a look at the end of that. */
        private void lookLater() {
            if (!willLook.compareAndSet(false, true)) {
                return;
            }
            Thread.ofVirtual().name("extraction-programs").start(() -> {
                try {
                    TimeUnit.NANOSECONDS.sleep(SECOND);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                willLook.set(false);
                if (idle.remove(this)) {
                    WorkerProcess current = worker;
                    if (current != null && current.hasPrograms()) {
                        end();
                    }
                    release(this);
                }
            });
        }

        /** @param secret whether the worker knew a password: then what it said is told nobody */
        private Extraction crashed(WorkerProcess current, FoundText found, boolean secret) throws InterruptedException {
            int code = current.exitCode();
            end();
            Extraction extraction = closedOr(found.cutShort(Status.CRASHED, reason(code)));
            log.warn("A worker ended with code {} while it was reading a file: {}", code,
                    secret ? "" : String.join(" | ", current.complaints()));
            return extraction;
        }

        private static Reason reason(int exitCode) {
            if (STOPPED.contains(exitCode)) {
                return Reason.STOPPED;
            }
            return exitCode == Worker.OUT_OF_MEMORY ? Reason.OUT_OF_MEMORY : Reason.CRASHED;
        }

        private Extraction closedOr(Extraction extraction) {
            if (closed) {
                throw closing();
            }
            return extraction;
        }
    }
}
