package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.Frame;
import eu.counterpoint.extraction.worker.FrameReader;
import eu.counterpoint.extraction.worker.Task;
import eu.counterpoint.extraction.worker.WorkerFolder;
import java.io.BufferedReader;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One worker, from its start to its end. Used by one thread at a time; {@link #end} may come from any. */
final class WorkerProcess {

    /** What the worker did next. */
    sealed interface Event {
        /** It said something. */
        record Said(Frame frame) implements Event {}

        /** It has gone, or what it says makes no sense. */
        record Gone() implements Event {}
    }

    private static final int COMPLAINTS = 20;
    private static final int COMPLAINT = 500;

    private final WorkerFolder folder;
    private final Process process;
    private final DataOutputStream tasks;
    /** Bounded: where nobody takes the frames, the worker has to wait. */
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(256);
    private final Deque<String> complaints = new ArrayDeque<>();
    private int served;
    private volatile long lookedForPrograms = System.nanoTime();
    private volatile boolean ended;

    private WorkerProcess(WorkerFolder folder, Process process) {
        this.folder = folder;
        this.process = process;
        this.tasks = new DataOutputStream(process.getOutputStream());
        Thread.ofPlatform().daemon().name("extraction-frames-" + process.pid()).start(this::readFrames);
        Thread.ofPlatform().daemon().name("extraction-complaints-" + process.pid()).start(this::readComplaints);
    }

    /** Starts a worker; it will be ready some time after. */
    static WorkerProcess start(WorkerStart command) throws IOException {
        WorkerFolder folder = WorkerFolder.create();
        try {
            return new WorkerProcess(folder, command.in(folder).start());
        } catch (IOException e) {
            folder.delete();
            throw e;
        }
    }

    void give(Task task) throws IOException {
        served++;
        task.writeTo(tasks);
    }

    /** @return null when nothing happened for so long */
    @Nullable
    Event next(Duration wait) throws InterruptedException {
        return events.poll(wait.toNanos(), TimeUnit.NANOSECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Whether a second has passed since the last look for programs: that takes some milliseconds, and files may take less. */
    boolean mayLookForPrograms() {
        return System.nanoTime() - lookedForPrograms >= TimeUnit.SECONDS.toNanos(1);
    }

    /** Whether it has left programs running that a file made it start, also such as have detached themselves from it. */
    boolean hasPrograms() {
        lookedForPrograms = System.nanoTime();
        return process.children().findAny().isPresent() || Stragglers.areLeft(folder, process.pid());
    }

    /** Files given to it so far. */
    int served() {
        return served;
    }

    /** Bytes that it has put into temporary files. */
    long temporaryBytes() {
        return folder.size();
    }

    /** The last lines of its standard error. */
    List<String> complaints() {
        synchronized (complaints) {
            return List.copyOf(complaints);
        }
    }

    /**
     * Ends the worker, whatever it does, with the programs that it has started, and removes its temporary files.
     *
     * @return its exit code; 128 + 9 when it had to be killed
     */
    int end() {
        ended = true;
        process.destroyForcibly();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    int code = process.waitFor();
                    Stragglers.end(folder);
                    folder.delete();
                    return code;
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for a worker that has closed its output to be gone. */
    int exitCode() throws InterruptedException {
        return process.waitFor(5, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    private void readFrames() {
        try {
            FrameReader frames = new FrameReader(process.getInputStream());
            try {
                while (!ended) {
                    hand(new Event.Said(frames.read()));
                }
            } catch (IOException gone) {
                hand(new Event.Gone());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for room, unless nobody will make any. */
    private void hand(Event event) throws InterruptedException {
        while (!events.offer(event, 1, TimeUnit.SECONDS) && !ended) {
            // the application is busy with earlier frames
        }
    }

    private void readComplaints() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int c = lines.read(); c >= 0; c = lines.read()) {
                if (c == '\n') {
                    remember(line.toString());
                    line.setLength(0);
                } else if (line.length() < COMPLAINT && !Character.isISOControl(c)) {
                    line.append((char) c);
                }
            }
        } catch (IOException gone) {
            // nothing more to hear
        }
    }

    private void remember(String line) {
        synchronized (complaints) {
            complaints.addLast(line);
            if (complaints.size() > COMPLAINTS) {
                complaints.removeFirst();
            }
        }
    }
}
