package eu.counterpoint.account;

import eu.counterpoint.ui.Texts;
import java.time.Duration;

/** How we tell somebody that they have to wait. */
public final class Waiting {

    private Waiting() {}

    /** In whole minutes, rounded up. */
    public static String sentence(Duration wait, Texts texts) {
        return texts.get("account.wait", Math.max(1, (wait.toSeconds() + 59) / 60));
    }
}
