package eu.counterpoint.extraction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How words are read out of pictures of pages. Beside {@link ExtractionSettings}, under the same name.
 *
 * @param ocr        whether that is done where Tesseract is installed
 * @param tesseract  the program; null for the one on the path
 * @param ocrWorkers files at once; 0 for one for every two cores
 * @param ocrPages   of one file at most
 * @param ocrPage    time for one page
 * @param ocrTimeout time for a whole file
 */
@ConfigurationProperties("counterpoint.extraction")
record RecognitionSettings(@DefaultValue("auto") Mode ocr, @Nullable String tesseract,
        @DefaultValue("0") int ocrWorkers, @DefaultValue("300") int ocrPages, @DefaultValue("60s") Duration ocrPage,
        @DefaultValue("1h") Duration ocrTimeout) {

    /** Whether there is text recognition. */
    enum Mode {
        AUTO, OFF
    }

    RecognitionSettings {
        ocrWorkers = ocrWorkers > 0 ? ocrWorkers : Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }
}
