package eu.counterpoint.exchange;

import eu.counterpoint.account.CurrentReader;
import eu.counterpoint.account.Reader;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Who is asking, where the answer depends on it. */
@Component
class Asking {

    private final CurrentReader currentReader;

    Asking(CurrentReader currentReader) {
        this.currentReader = currentReader;
    }

    Reader anybody() {
        return currentReader.get();
    }

    /** @throws Refusal when it is a visitor */
    Reader signedIn() {
        Reader reader = currentReader.get();
        if (!reader.signedIn()) {
            throw new Refusal(HttpStatus.UNAUTHORIZED, "sign-in");
        }
        return reader;
    }
}
