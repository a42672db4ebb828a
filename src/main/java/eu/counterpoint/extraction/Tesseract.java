package eu.counterpoint.extraction;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The text recognition that this machine has. Looked for again every now and then: it may be installed while we run. */
@Component
class Tesseract {

    private static final Logger log = LoggerFactory.getLogger(Tesseract.class);
    private static final String PROGRAM = System.getProperty("os.name").startsWith("Windows")
            ? "tesseract.exe"
            : "tesseract";
    /** How long what was found is believed, and that there is none, which is seen quickly. */
    private static final long FOUND_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long NONE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long PATIENCE_SECONDS = 10;

    /**
     * An installed Tesseract.
     *
     * @param version   such as {@code 5.3.0}
     * @param languages that it has data for, by its own names, and {@code osd} where it can tell which way up a page is
     */
    record Installed(Path program, String version, Set<String> languages) {}

    private final RecognitionSettings settings;
    private @Nullable Installed found;
    private long lookedAt;
    private boolean looked;

    Tesseract(RecognitionSettings settings) {
        this.settings = settings;
    }

    /** Nothing where there is none, or none is wanted. */
    synchronized Optional<Installed> installed() {
        if (settings.ocr() == RecognitionSettings.Mode.OFF) {
            return Optional.empty();
        }
        if (!looked || System.nanoTime() - lookedAt > (found == null ? NONE_NANOS : FOUND_NANOS)) {
            Installed before = found;
            found = program().map(Tesseract::ask).orElse(null);
            lookedAt = System.nanoTime();
            if (found != null && !found.equals(before)) {
                log.info("Scans are read with Tesseract {} in {}", found.version(), found.languages());
            }
            looked = true;
        }
        return Optional.ofNullable(found);
    }

    private Optional<Path> program() {
        if (settings.tesseract() != null && !settings.tesseract().isBlank()) {
            return Optional.of(Path.of(settings.tesseract()).toAbsolutePath()).filter(Files::isExecutable);
        }
        String path = System.getenv("PATH");
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
            Path program = Path.of(folder, PROGRAM).toAbsolutePath();
            if (Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static @Nullable Installed ask(Path program) {
        try {
            String version = answer(program, "--version").lines().findFirst().orElse("")
                    .replaceAll("[^\\d]*([\\d.]+).*", "$1");
            Set<String> languages = new TreeSet<>();
            answer(program, "--list-langs").lines().map(String::strip)
                    .filter(line -> line.matches("[a-zA-Z_]{2,20}")).forEach(languages::add);
            if (!version.isEmpty() && !languages.isEmpty()) {
                return new Installed(program, version, Set.copyOf(languages));
            }
            log.warn("{} has no languages: install data for one", program);
        } catch (IOException e) {
            log.warn("{} does not work: {}", program, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return null;
    }

    private static String answer(Path program, String question) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(program.toString(), question).redirectErrorStream(true).start();
        try (InputStream out = process.getInputStream()) {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("no answer in " + PATIENCE_SECONDS + " s");
            }
            return new String(out.readNBytes(1 << 16), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }
}
