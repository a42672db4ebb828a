package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.XMPDM;

/** What Tika does not tell of sound without compression. */
final class Recording {

    private Recording() {}

    /** Whether the type is one of sound or pictures that move. */
    static boolean is(Metadata metadata) {
        String type = String.valueOf(metadata.get(HttpHeaders.CONTENT_TYPE));
        return type.startsWith("audio/") || type.startsWith("video/") || type.equals("application/x-matroska");
    }

    /** Adds the length, in seconds, where it is not known and the file's head says it. */
    static void describe(Path file, Metadata metadata) {
        if (!is(metadata) || metadata.get(XMPDM.DURATION) != null) {
            return;
        }
        try {
            AudioFileFormat format = AudioSystem.getAudioFileFormat(file.toFile());
            double seconds = format.getFrameLength() / (double) format.getFormat().getFrameRate();
            if (seconds > 0) {
                metadata.set(XMPDM.DURATION, String.valueOf(seconds));
            }
        } catch (IOException | UnsupportedAudioFileException | RuntimeException unknown) {
            // then nobody knows
        }
    }
}
