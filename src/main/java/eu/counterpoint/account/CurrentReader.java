package eu.counterpoint.account;

import org.springframework.stereotype.Component;

/** Tells who is asking, from the sign-in of the current request. */
@Component
public class CurrentReader {

    public Reader get() {
        return Reader.VISITOR;
    }
}
