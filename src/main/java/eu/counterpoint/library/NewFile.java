package eu.counterpoint.library;

import eu.counterpoint.file.Original;

/** An original that is to become a file of a material. */
public record NewFile(String name, Original original, String mediaType) {}
