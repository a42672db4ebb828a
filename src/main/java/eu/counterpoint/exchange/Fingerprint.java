package eu.counterpoint.exchange;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import org.jspecify.annotations.Nullable;

import eu.counterpoint.library.NewFile;

/** What tells whether two requests ask for the same. */
final class Fingerprint {

    private Fingerprint() {}

    /** 64 hexadecimal digits of everything that was asked. */
    static String of(String address, String option, byte @Nullable [] metadata, List<NewFile> files) {
        MessageDigest digest = sha256();
        add(digest, address.getBytes(StandardCharsets.UTF_8));
        add(digest, option.getBytes(StandardCharsets.UTF_8));
        add(digest, metadata == null ? new byte[0] : metadata);
        for (NewFile file : files) {
            add(digest, file.name().getBytes(StandardCharsets.UTF_8));
            add(digest, file.original().sha256().hex().getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** With its length, so that no two sequences run together to the same. */
    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
