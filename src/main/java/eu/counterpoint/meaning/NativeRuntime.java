package eu.counterpoint.meaning;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * ONNX Runtime's native code, once for this process. It unpacks to a folder of ours: the library's own way leaves 25 MB in the
 * system's folder for temporary files whenever a process is killed, and fails where nothing there may be run.
 */
final class NativeRuntime {

    /** Where the library looks for its native code. */
    private static final String PLACE = "onnxruntime.native.path";

    private static @Nullable OrtEnvironment environment;

    private NativeRuntime() {}

    /**
     * @param folder for the native code while it is being loaded; emptied before and, where the system allows it, after
     * @throws IOException  where it cannot be unpacked, or there is none for this kind of computer
     * @throws LinkageError where the system refuses it
     */
    static synchronized OrtEnvironment load(Path folder) throws IOException, OrtException {
        if (environment == null) {
            if (System.getProperty(PLACE) != null) {
                environment = start();
            } else {
                unpack(folder);
                System.setProperty(PLACE, folder.toAbsolutePath().toString());
                try {
                    environment = start();
                } finally {
                    System.clearProperty(PLACE);
                    empty(folder);
                }
            }
        }
        return environment;
    }

    private static OrtEnvironment start() throws OrtException {
        OrtEnvironment started = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        // Only on Windows is there anything to switch off, and there it is the system that would send it.
        started.setTelemetry(false);
        return started;
    }

    private static void unpack(Path folder) throws IOException {
        Files.createDirectories(folder);
        empty(folder);
        String platform = platform();
        for (String name : List.of("onnxruntime", "onnxruntime4j_jni")) {
            String file = System.mapLibraryName(name);
            try (InputStream in = OrtEnvironment.class
                    .getResourceAsStream("/ai/onnxruntime/native/" + platform + "/" + file)) {
                if (in == null) {
                    throw new IOException("ONNX Runtime is not made for " + platform);
                }
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    /** As the library's jar names its folders. */
    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String name = system.contains("mac") ? "osx" : system.contains("win") ? "win" : "linux";
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name + "-" + (processor.matches("amd64|x86_64") ? "x64" : processor);
    }

    /** Loaded code needs no file on most systems. Windows keeps it until the process ends; then the next start deletes it. */
    private static void empty(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // In use.
        }
    }
}
