package eu.counterpoint.testing;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the Java processes that tests start have on their class path. */
public final class ClassPaths {

    private static final String OF_THIS_PROCESS = "java.class.path";
    /** Set by the build. */
    private static final String LIBRARIES = "counterpoint.test.libraries";
    private static final String OURS = Path.of("target", "classes").toAbsolutePath().toString();
    private static final String OF_TESTS = Path.of("target", "test-classes").toAbsolutePath().toString();
    private static final String EVERYTHING = System.getProperty(OF_THIS_PROCESS);

    private ClassPaths() {}

    /** What a user gets: the compiled application and its libraries, without the tests' own classes and parsers. */
    public static String ofTheApplication() {
        String libraries = System.getProperty(LIBRARIES, "");
        return libraries.isEmpty()
                ? Arrays.stream(EVERYTHING.split(File.pathSeparator)).filter(entry -> !entry.equals(OF_TESTS))
                        .collect(Collectors.joining(File.pathSeparator))
                : OURS + File.pathSeparator + libraries;
    }

    /** As this process had it when it started: with all that tests need. */
    public static String ofTests() {
        return EVERYTHING;
    }

    /**
     * The workers of applications in this process start without the libraries of tests, which they would look through in vain: they are
     * ready half a second sooner. Of the tests' own classes they need a parser.
     */
    public static void keepLibrariesOfTestsFromWorkers() {
        System.setProperty(OF_THIS_PROCESS, OF_TESTS + File.pathSeparator + ofTheApplication());
    }
}
