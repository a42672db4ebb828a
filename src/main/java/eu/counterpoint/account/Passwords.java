package eu.counterpoint.account;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes and makes passwords. Argon2id with 19 MiB, two passes and one lane (OWASP Password Storage Cheat Sheet, 2024);
 * a hash made with other figures is still known and is made anew at the next sign-in.
 */
@Component
class Passwords implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    /** No letters or digits that are taken for one another. */
    private static final String READABLE = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final PasswordEncoder encoder;
    /** Each hash takes 19 MiB of the heap: a crowd at the door waits its turn. */
    private final Semaphore turns = new Semaphore(Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4), true);
    /** What an unknown name is checked against, so that it takes as long as a known one: the hash of nothing known. */
    final String nobodys;

    Passwords() {
        this(MEMORY_KIB);
    }

    /** With other figures, for tests: of the memory depends how long it takes. */
    Passwords(int memoryKib) {
        encoder = new DelegatingPasswordEncoder("argon2",
                Map.of("argon2", new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, memoryKib, PASSES)));
        nobodys = "{argon2}$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(memoryKib, PASSES, LANES,
                noise(SALT_BYTES), noise(HASH_BYTES));
    }

    @Override
    public String encode(@Nullable CharSequence password) {
        return inTurn(() -> encoder.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        var given = password == null || password.length() > 2 * PasswordRules.LONGEST ? "" : password;
        return inTurn(() -> encoder.matches(given, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Takes the time of a check, and is always wrong. */
    boolean matchNobody(CharSequence password) {
        matches(password, nobodys);
        return false;
    }

    /** A password of 20 letters and digits (99 bits), in groups for reading aloud. */
    String readable() {
        var made = new StringBuilder();
        for (int i = 0; i < GROUPS * GROUP; i++) {
            if (i > 0 && i % GROUP == 0) {
                made.append('-');
            }
            made.append(READABLE.charAt(random.nextInt(READABLE.length())));
        }
        return made.toString();
    }

    private String noise(int bytes) {
        byte[] noise = new byte[bytes];
        random.nextBytes(noise);
        return Base64.getEncoder().withoutPadding().encodeToString(noise);
    }

    private <T> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
