package eu.counterpoint.meaning;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The table of vectors, as {@code V5__vectors.sql} lays it out. */
@Component
class KeptVectors {

    /** Always so many keys in a question, so that the database plans it once. */
    private static final int KEYS = 64;
    private static final String FIND = "select id, vector from window_vectors where id in ("
            + String.join(", ", Collections.nCopies(KEYS, "?")) + ")";
    private static final String KEEP = "insert into window_vectors (id, model, vector) values (?, ?, ?)";
    private static final int MOST_ATTEMPTS = 20;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    KeptVectors(JdbcTemplate jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        // Of its own: a key that somebody else has just taken must not spoil a transaction around it.
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The first 128 bits of the SHA-256 over the model's name and the text. */
    static UUID key(String model, String text) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                    .digest((model + '\0' + text).getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Those that are there. */
    Map<UUID, float[]> find(Collection<UUID> keys) {
        List<UUID> wanted = keys.stream().distinct().toList();
        Map<UUID, float[]> found = HashMap.newHashMap(wanted.size());
        for (int start = 0; start < wanted.size(); start += KEYS) {
            List<UUID> some = new ArrayList<>(wanted.subList(start, Math.min(wanted.size(), start + KEYS)));
            some.addAll(Collections.nCopies(KEYS - some.size(), some.getLast()));
            jdbc.query(FIND, row -> {
                found.put(row.getObject(1, UUID.class), HalfFloats.vector(row.getBytes(2)));
            }, some.toArray());
        }
        return found;
    }

    /** Adds them, all or none; leaves alone what somebody else has added meanwhile. */
    void keep(String model, Map<UUID, float[]> vectors) {
        Map<UUID, float[]> left = new HashMap<>(vectors);
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            try {
                insert(model, left);
                return;
            } catch (DuplicateKeyException | TransientDataAccessException e) {
                if (attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                left.keySet().removeAll(find(left.keySet()).keySet());
            }
        }
    }

    private void insert(String model, Map<UUID, float[]> vectors) {
        // In one order everywhere, so that two who add the same never wait for each other.
        List<Object[]> rows = vectors.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(entry -> new Object[]{entry.getKey(), model, HalfFloats.bytes(entry.getValue())}).toList();
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(KEEP, rows));
    }
}
