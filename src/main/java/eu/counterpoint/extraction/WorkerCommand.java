package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.Worker;
import eu.counterpoint.extraction.worker.WorkerFolder;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts a worker with the Java and the class path of this process, exploded, from a jar of tests, or from Boot's jar. */
record WorkerCommand(ExtractionSettings settings) implements WorkerStart {

    /** What a Java process needs of its surroundings; passwords, proxies and agents stay here. */
    private static final Set<String> ENVIRONMENT = Set.of("LANG", "LC_ALL", "LC_CTYPE", "TZ", "SystemRoot", "windir",
            "LD_LIBRARY_PATH");

    /** The platform's own; or every XML part of a document looks through all of the class path for another. */
    private static final List<String> XML_PARSERS = List.of(
            "-Djavax.xml.parsers.SAXParserFactory=com.sun.org.apache.xerces.internal.jaxp.SAXParserFactoryImpl",
            "-Djavax.xml.parsers.DocumentBuilderFactory=com.sun.org.apache.xerces.internal.jaxp.DocumentBuilderFactoryImpl");

    /**
     * The better compiler for what is called very often alone, with less code pulled into each piece: every worker compiles
     * for itself, and as Java has it that takes as long as the reading does.
     */
    private static final List<String> COMPILER = List.of("-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000", "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000", "-XX:MaxInlineLevel=9", "-XX:InlineSmallCode=1200",
            "-XX:FreqInlineSize=160");

    /** Where Linux has them: large pages of memory, a twentieth less work. Elsewhere Java does not know the option. */
    private static final List<String> MEMORY = List.of("-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UseTransparentHugePages");

    /** Where this process takes the classes of its class path as they are, its workers do, too, and start quicker. */
    private static final List<String> TRUST = List.of("-XX:+UnlockDiagnosticVMOptions",
            "-XX:-BytecodeVerificationRemote");

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.PropertiesLauncher";

    @Override
    public ProcessBuilder in(WorkerFolder folder) {
        ProcessBuilder builder = new ProcessBuilder(command(folder));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(ENVIRONMENT);
        // No program is found, should a parser want to start one.
        environment.put("PATH", folder.path().toString());
        return builder.directory(folder.path().toFile());
    }

    private List<String> command(WorkerFolder folder) {
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx" + settings.heap().toMegabytes() + "m",
                "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError", "-XX:+DisplayVMOutputToStderr", "-XX:-UsePerfData",
                "-Djava.awt.headless=true", "-Djava.io.tmpdir=" + folder.path(), "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=eu/counterpoint/extraction/worker/logback.xml"));
        TRUST.stream().filter(ManagementFactory.getRuntimeMXBean().getInputArguments()::contains).forEach(command::add);
        command.addAll(COMPILER);
        command.addAll(MEMORY);
        command.addAll(XML_PARSERS);
        command.addAll(List.of("-cp", classPath()));
        String main = Worker.class.getName();
        if (String.valueOf(Worker.class.getResource("Worker.class")).startsWith("jar:nested:")) {
            command.addAll(List.of("-Dloader.main=" + main, LAUNCHER));
        } else {
            command.add(main);
        }
        command.addAll(settings.limits().arguments());
        return command;
    }

    private static String java() {
        return ProcessHandle.current().info().command().filter(command -> command.matches(".*java(\\.exe)?"))
                .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /** Absolute, because a worker runs in a folder of its own. */
    private static String classPath() {
        String separator = System.getProperty("path.separator");
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(separator)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(separator, entries);
    }
}
