package eu.counterpoint.library;

import eu.counterpoint.file.Original;
import eu.counterpoint.file.Sha256;

/** Files for tests of the catalogue, which never opens one. */
final class Files {

    private Files() {}

    static NewFile named(String name) {
        return new NewFile(name, new Original(new Sha256("%064x".formatted(name.hashCode() & 0xffffffffL)), 1_000),
                "application/pdf");
    }
}
