package eu.counterpoint.extraction;

import eu.counterpoint.extraction.worker.PageLimits;
import eu.counterpoint.extraction.worker.WorkerFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** Starts a worker that finds Tesseract, and no other program. */
record RecognitionCommand(WorkerCommand command, Tesseract tesseract,
        Function<Boolean, PageLimits> limits) implements WorkerStart {

    private static final String DATA = "TESSDATA_PREFIX";

    @Override
    public ProcessBuilder in(WorkerFolder folder) {
        Tesseract.Installed installed = tesseract.installed()
                .orElseThrow(() -> new ExtractorUnavailableException("Tesseract is not there any more"));
        ProcessBuilder builder = command.in(folder);
        builder.command().addAll(limits.apply(installed.languages().contains("osd")).arguments());
        Map<String, String> environment = builder.environment();
        environment.put("PATH", path(folder, installed.program()).toString());
        // One page uses one core: there are as many workers as are wanted.
        environment.put("OMP_THREAD_LIMIT", "1");
        String data = System.getenv(DATA);
        if (data != null) {
            environment.put(DATA, data);
        }
        return builder;
    }

    /** The program alone, or at least its folder. */
    private static Path path(WorkerFolder folder, Path program) {
        try {
            Files.createSymbolicLink(folder.path().resolve("tesseract"), program);
            return folder.path();
        } catch (IOException | UnsupportedOperationException notHere) {
            return program.getParent();
        }
    }
}
