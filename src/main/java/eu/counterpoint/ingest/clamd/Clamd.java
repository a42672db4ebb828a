package eu.counterpoint.ingest.clamd;

import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The malware scanner of the house, where one is configured. Files are streamed to it, so it may live on another machine. */
@Component
public class Clamd {

    private static final Duration FOR_A_SIGN_OF_LIFE = Duration.ofSeconds(3);
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final String CLEAN = "stream: OK";
    private static final String TOO_LARGE = "INSTREAM size limit exceeded";
    private static final String FAILED = " ERROR";
    private static final int LONGEST_SIGNATURE = 200;

    private final @Nullable ClamdAddress address;
    private final Duration timeout;

    Clamd(ClamdSettings settings) {
        this.address = settings.clamd().isBlank() ? null : ClamdAddress.of(settings.clamd().strip());
        this.timeout = settings.clamdTimeout();
    }

    /** What it says of a file. */
    public sealed interface Verdict {

        /** It found nothing. */
        record Clean() implements Verdict {}

        /** @param signature what it calls what it found; 1 to 200 characters */
        record Found(String signature) implements Verdict {}

        /** The file is larger than its {@code StreamMaxLength}. */
        record TooLarge() implements Verdict {}
    }

    public boolean isConfigured() {
        return address != null;
    }

    /**
     * Streams a file to clamd and waits for what it says.
     *
     * @throws ScanFailedException       when it could not look through this file
     * @throws ClamdUnavailableException when there was no verdict for another reason
     * @throws IOException               when the file itself cannot be opened
     */
    public Verdict scan(Path file) throws IOException, InterruptedException {
        try (FileChannel content = FileChannel.open(file, StandardOpenOption.READ)) {
            return verdict(ask("INSTREAM", content, timeout));
        } catch (NoWordException e) {
            // One that is hung up on may have died over the file; one that is late must be well otherwise.
            if (e.late) {
                ping();
            }
            throw new ScanFailedException(e.getMessage());
        }
    }

    /** @throws ClamdUnavailableException when it gives no sign of life */
    void ping() throws InterruptedException {
        String answer = ask("PING", null, FOR_A_SIGN_OF_LIFE);
        if (!answer.equals("PONG")) {
            throw new ClamdUnavailableException("Clamd answers \"" + answer + "\"", null);
        }
    }

    /** It was reached, and then said nothing. */
    private static final class NoWordException extends ClamdUnavailableException {

        private final boolean late;

        NoWordException(String message, boolean late, @Nullable Throwable cause) {
            super(message, cause);
            this.late = late;
        }
    }

    private String ask(String command, @Nullable FileChannel content, Duration atMost) throws InterruptedException {
        try (Conversation clamd = new Conversation(Objects.requireNonNull(address), atMost)) {
            return ask(clamd, command, content, atMost);
        } catch (IOException e) {
            stopIfInterrupted();
            throw new ClamdUnavailableException("Clamd cannot be asked at " + address + ": " + e.getMessage(), e);
        }
    }

    private static String ask(Conversation clamd, String command, @Nullable FileChannel content, Duration atMost)
            throws InterruptedException {
        try {
            clamd.say(command);
            if (content != null) {
                clamd.stream(content);
            }
            String answer = clamd.answer();
            if (answer.isEmpty()) {
                throw new NoWordException("Clamd hung up without an answer", false, null);
            }
            return answer;
        } catch (IOException e) {
            stopIfInterrupted();
            throw e instanceof AsynchronousCloseException
                    ? new NoWordException("Clamd gave no answer within " + atMost.toMillis() / 1000.0 + " s", true, e)
                    : new NoWordException("Clamd hung up: " + e.getMessage(), false, e);
        }
    }

    private static void stopIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    private static Verdict verdict(String answer) {
        if (answer.equals(CLEAN)) {
            return new Verdict.Clean();
        }
        if (answer.startsWith(TOO_LARGE)) {
            return new Verdict.TooLarge();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            String signature = found.group(1).replaceAll("\\p{Cntrl}", "");
            return new Verdict.Found(signature.substring(0, Math.min(signature.length(), LONGEST_SIGNATURE)));
        }
        String said = "Clamd answers \"" + answer + "\"";
        throw answer.endsWith(FAILED) ? new ScanFailedException(said) : new ClamdUnavailableException(said, null);
    }
}
