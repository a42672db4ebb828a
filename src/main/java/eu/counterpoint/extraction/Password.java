package eu.counterpoint.extraction;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * The password of one file. It is on its way from a person to the worker that opens the file, and must not be met anywhere
 * else: it says nothing of itself, cannot be serialized, and is forgotten when it is closed.
 */
public final class Password implements AutoCloseable {

    /** As long as a password may be, in characters; no kind of file takes a longer one. */
    public static final int LONGEST = 255;

    private final char[] letters;

    /** @param text 1 to {@link #LONGEST} characters */
    public Password(String text) {
        this(text.toCharArray());
        if (!isUsable(text)) {
            throw new IllegalArgumentException("A password has 1 to " + LONGEST + " characters");
        }
    }

    private Password(char[] letters) {
        this.letters = letters;
    }

    /** Whether it may be one: neither empty nor too long. */
    public static boolean isUsable(String text) {
        return !text.isEmpty() && text.length() <= LONGEST;
    }

    /** For the parser, which takes no other form. */
    public String reveal() {
        return new String(letters);
    }

    public void writeTo(DataOutputStream out) throws IOException {
        out.writeShort(letters.length);
        for (char letter : letters) {
            out.writeChar(letter);
        }
    }

    public static Password readFrom(DataInputStream in) throws IOException {
        char[] letters = new char[in.readUnsignedShort()];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = in.readChar();
        }
        return new Password(letters);
    }

    /** Forgets it. */
    @Override
    public void close() {
        Arrays.fill(letters, '\0');
    }

    @Override
    public String toString() {
        return "Password[]";
    }
}
