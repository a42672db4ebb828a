package eu.counterpoint.extraction.worker;

import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.concurrent.SynchronousQueue;

/**
 * The main class of the other process. Takes tasks from its standard input, one at a time, and leaves as soon as that
 * ends: then the application has gone. What parsers print goes to standard error.
 */
public final class Worker {

    /** As {@code -XX:+ExitOnOutOfMemoryError} has it. */
    public static final int OUT_OF_MEMORY = 3;
    /** The argument, after those of {@link Limits}, for a worker that draws covers. */
    public static final String COVERS = "covers";

    private static final int BROKEN_DOWN = 1;
    private static final int ORPHANED = 90;
    private static final long TICK_MILLIS = 500;
    /** A busy machine takes its time over some hundred files, and while programs are started and ended. */
    private static final long TIDY_MILLIS = 30_000;
    private static final long AGAIN_MILLIS = 20;

    private Worker() {}

    public static void main(String[] args) throws Exception {
        FrameWriter out = new FrameWriter(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        InputStream in = new FileInputStream(FileDescriptor.in);
        System.setIn(InputStream.nullInputStream());
        SynchronousQueue<Task> tasks = new SynchronousQueue<>();
        start("tasks", () -> take(new DataInputStream(in), tasks));
        TaskReader reader = reader(out, args);
        start("ticks", () -> tick(reader));
        out.write(new Frame.Ready());
        out.flush();
        try {
            while (true) {
                Task task = tasks.take();
                WorkerFolder.own().ifPresent(WorkerFolder::renew);
                reader.read(task);
            }
        } catch (OutOfMemoryError e) {
            leave(OUT_OF_MEMORY);
        } catch (Throwable e) {
            e.printStackTrace();
            leave(BROKEN_DOWN);
        }
    }

    private static TaskReader reader(FrameWriter out, String[] args) throws Exception {
        int own = Limits.number(args);
        if (own == args.length) {
            return new FileReader(out, Limits.of(args));
        }
        return args[own].equals(COVERS)
                ? new CoverReader(out)
                : new PictureReader(out, Limits.of(args), PageLimits.of(args));
    }

    private static void start(String name, Runnable work) {
        Thread.ofPlatform().daemon().name(name).start(work);
    }

    private static void take(DataInputStream in, SynchronousQueue<Task> tasks) {
        try {
            while (true) {
                tasks.put(Task.readFrom(in));
            }
        } catch (IOException | InterruptedException | RuntimeException gone) {
            leave(ORPHANED);
        }
    }

    private static void tick(TaskReader reader) {
        while (true) {
            try {
                Thread.sleep(TICK_MILLIS);
                reader.tick();
            } catch (InterruptedException | RuntimeException gone) {
                return;
            }
        }
    }

    /**
     * Tidies up for half a minute at most, then goes without asking the parser, which may be in an endless loop. The programs
     * that it has started go first: no shutdown hook runs that would end them. Of two threads that want to leave the second
     * waits for the first: when the application has gone, the parser finds soon that nobody takes its frames, and must not
     * end the process while its folder is being removed.
     */
    private static synchronized void leave(int exitCode) {
        try {
            start("leave", () -> {
                try {
                    Thread.sleep(TIDY_MILLIS);
                } catch (InterruptedException now) {
                    // then now
                }
                halt(exitCode);
            });
            WorkerFolder.own().ifPresent(Worker::tidy);
        } finally {
            halt(exitCode);
        }
    }

    /** The parser goes on meanwhile, and may put another file there, or start another program. */
    private static void tidy(WorkerFolder folder) {
        try {
            delete(folder);
            while (Files.exists(folder.path())) {
                Thread.sleep(AGAIN_MILLIS);
                delete(folder);
            }
        } catch (InterruptedException now) {
            // then now
        }
    }

    private static void delete(WorkerFolder folder) {
        try {
            endPrograms();
            folder.delete();
        } catch (RuntimeException e) {
            // Programs and files come and go; there is another turn.
            e.printStackTrace();
        }
    }

    /** With the programs that the parser has started meanwhile, since it lost the one before. */
    private static void halt(int exitCode) {
        try {
            endPrograms();
        } finally {
            Runtime.getRuntime().halt(exitCode);
        }
    }

    private static void endPrograms() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }
}
