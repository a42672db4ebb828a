package eu.counterpoint.exchange;

import java.util.List;

import org.springframework.http.HttpStatus;

/** A request that this interface itself does not serve, and the sentence that says why. */
class Refusal extends RuntimeException {

    private final HttpStatus status;
    private final String key;
    private final transient List<Wrong> wrong;
    private final transient Object[] values;

    /** One field or parameter that is wrong, as the sender calls it, and the sentence that says what is wrong. */
    record Wrong(String field, String detail) {}

    /**
     * @param key of the sentence, below {@code exchange.refusal}
     */
    Refusal(HttpStatus status, String key, Object... values) {
        this(status, key, List.of(), values);
    }

    Refusal(HttpStatus status, String key, List<Wrong> wrong, Object... values) {
        super(key);
        this.status = status;
        this.key = key;
        this.wrong = List.copyOf(wrong);
        this.values = values;
    }

    HttpStatus status() {
        return status;
    }

    String key() {
        return key;
    }

    Object[] values() {
        return values;
    }

    List<Wrong> wrong() {
        return wrong;
    }
}
