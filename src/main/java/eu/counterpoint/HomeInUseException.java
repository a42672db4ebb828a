package eu.counterpoint;

import java.nio.file.Path;

/** Another instance uses the home folder. */
class HomeInUseException extends RuntimeException {

    private final transient Path home;

    HomeInUseException(Path home) {
        super("Another Counterpoint is using the folder " + home);
        this.home = home;
    }

    Path home() {
        return home;
    }
}
