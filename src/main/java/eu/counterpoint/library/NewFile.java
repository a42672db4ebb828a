package eu.counterpoint.library;

import eu.counterpoint.file.Original;

/**
 * An original that is to become a file of a material.
 *
 * @param name the sender's; kept without folders and invisible characters, at most 255 characters, never empty
 */
public record NewFile(String name, Original original, String mediaType) {

    public NewFile {
        name = FileName.clean(name);
    }
}
