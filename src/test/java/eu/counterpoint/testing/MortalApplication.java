package eu.counterpoint.testing;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * An application in a process of its own that tests end and start again, each as it likes. All share it, because a start
 * takes its time: a test finds it running, with what others left in it, and leaves it running. It has no sentence model,
 * one worker, imports batches with few files under way, and offers the folder {@link #offered}.
 */
public final class MortalApplication implements AutoCloseable {

    private final Path home;
    private RunningApplication life;

    private MortalApplication(Path home) {
        this.home = home;
        life = RunningApplication.startBriefly(home, settings());
    }

    /** Hands it to the tests that ask for it, and ends it after the last of all tests. */
    public static final class Lent implements ParameterResolver {

        private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Lent.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == MortalApplication.class;
        }

        @Override
        public MortalApplication resolveParameter(ParameterContext parameter, ExtensionContext context) {
            MortalApplication application = context.getRoot().getStore(OURS).computeIfAbsent(MortalApplication.class,
                    any -> new MortalApplication(TestSurroundings.emptyHome("mortal-")), MortalApplication.class);
            if (!application.process().isAlive()) {
                application.startAgain();
            }
            return application;
        }
    }

    /** Stays the same over all its lives. */
    public URI uri(String path) {
        return life.uri(path);
    }

    public Path home() {
        return home;
    }

    /** The folder of the server whose files may be sent without uploading them; there is none before somebody makes it. */
    public Path offered() {
        return home.resolve("offered");
    }

    private String[] settings() {
        return new String[]{"--counterpoint.meaning.enabled=false", "--counterpoint.extraction.workers=1",
                "--counterpoint.batch.files-ahead=6",
                "--counterpoint.batch.folder=" + offered()};
    }

    public ProcessHandle process() {
        return life.process();
    }

    /** As {@code kill -9} does. */
    public void kill() {
        life.kill();
    }

    /** Waits until it answers. */
    public void startAgain() {
        life = life.startBrieflyAgain(settings());
    }

    /** As Ctrl-C does. */
    public void stop() {
        life.close();
    }

    @Override
    public void close() {
        stop();
    }
}
