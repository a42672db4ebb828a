package eu.counterpoint.extraction.worker;

import eu.counterpoint.extraction.Extraction.Status;
import eu.counterpoint.extraction.Password;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.PasswordProvider;
import org.jspecify.annotations.Nullable;

/** Tells parsers the password that somebody gave for a file, and whether one asked for it. */
final class KnownPassword implements PasswordProvider {

    private final @Nullable Password password;
    private boolean asked;

    KnownPassword(@Nullable Password password) {
        this.password = password;
    }

    @Override
    public @Nullable String getPassword(Metadata metadata) {
        asked = true;
        return password == null ? null : password.reveal();
    }

    /** A file that stayed closed though a parser tried the password: then it is the wrong one. */
    Ending judge(Ending ending) {
        return asked && ending.status() == Status.ENCRYPTED
                ? new Ending(Status.ENCRYPTED, Reason.WRONG_PASSWORD)
                : ending;
    }
}
