package eu.counterpoint.bench;

import eu.counterpoint.testing.ClassPaths;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@link BareTika} in a process of its own, which goes on to be warm between its passes. */
public final class BareTikaProcess implements AutoCloseable {

    private static final String WITHOUT_TOOLS = "/nonexistent";

    private final Process process;
    private final BufferedReader out;
    private final OutputStream in;

    /** Begins a process for the files of a folder. */
    public BareTikaProcess(Path folder) throws IOException {
        ProcessBuilder command = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx2g",
                "-cp", ClassPaths.ofTests(), BareTika.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        // Where Tesseract is installed, Tika starts it to ask whether it is, 26 times a pass of the corpus, although OCR is off:
        // a fifth of the pass.
        command.environment().put("PATH", WITHOUT_TOOLS);
        process = command.start();
        out = process.inputReader();
        in = process.getOutputStream();
    }

    /** Parses all files once. @return the seconds that it took */
    public double pass() throws IOException {
        in.write("pass\n".getBytes(StandardCharsets.UTF_8));
        in.flush();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("SECONDS ")) {
                return Double.parseDouble(line.substring(8));
            }
        }
        throw new IOException("Bare Tika ended");
    }

    /** What runs it. */
    ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
