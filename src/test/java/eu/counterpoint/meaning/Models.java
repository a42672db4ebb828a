package eu.counterpoint.meaning;

import java.nio.file.Path;

/** Sentence models outside an application. */
public final class Models {

    private Models() {}

    /** As where {@code counterpoint.meaning.enabled} is false. */
    public static SentenceModel none(Path folder) {
        return new SentenceModel(new MeaningSettings(false, null, null, null, folder));
    }

    /** The built-in one under another name; to be closed by nobody, as its process ends soon. */
    public static SentenceModel named(String name, Path folder) {
        return new SentenceModel(new MeaningSettings(true, null, name, null, folder));
    }
}
