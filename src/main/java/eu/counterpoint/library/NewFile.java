package eu.counterpoint.library;

import eu.counterpoint.file.Original;

/**
 * An original that is to become a file of a material.
 *
 * @param name the sender's; kept without folders and invisible characters, at most 255 characters, never empty
 * @param unchecked whether it is withheld until it was checked for malware
 */
public record NewFile(String name, Original original, String mediaType, boolean unchecked) {

    public NewFile {
        name = FileName.clean(name);
    }

    public NewFile(String name, Original original, String mediaType) {
        this(name, original, mediaType, false);
    }

    /** The same, withheld until it was checked for malware. */
    public NewFile toBeChecked() {
        return new NewFile(name, original, mediaType, true);
    }
}
