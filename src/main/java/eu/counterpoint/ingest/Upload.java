package eu.counterpoint.ingest;

import java.io.InputStream;

/** A file on its way in. The name is the sender's and is cleaned before use; the stream is read once. */
public record Upload(String name, InputStream content) {

    private static final int LONGEST_NAME = 200;

    /** The name without folders, control and direction characters; never empty, at most 200 characters. */
    public String cleanName() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cn}]", "").replaceAll("\\s+", " ").strip();
        if (clean.length() > LONGEST_NAME) {
            int dot = clean.lastIndexOf('.');
            String suffix = dot > 0 && clean.length() - dot <= 16 ? clean.substring(dot) : "";
            clean = clean.substring(0, LONGEST_NAME - suffix.length()).strip() + suffix;
        }
        return clean.isEmpty() || clean.matches("\\.+") ? "file" : clean;
    }
}
