package eu.counterpoint.file;

import java.io.IOException;

/** What is stored under a SHA-256 is no longer what was stored there. */
public class DamagedFileException extends IOException {

    public DamagedFileException(Sha256 sha256) {
        super("The stored original " + sha256 + " is damaged: its content has changed");
    }
}
