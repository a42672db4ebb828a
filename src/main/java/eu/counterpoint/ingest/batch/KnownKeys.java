package eu.counterpoint.ingest.batch;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import eu.counterpoint.account.AccountId;
import eu.counterpoint.library.MaterialId;

/** Which material each key of a sender became. One person's keys mean nothing to another. */
@Component
class KnownKeys {

    private static final int TOGETHER = 500;

    private final JdbcClient database;

    KnownKeys(JdbcClient database) {
        this.database = database;
    }

    /**
     * What a row became when it was last imported.
     *
     * @param digest   of what it said
     * @param revision of the material after that
     */
    record Known(MaterialId material, String digest, long revision) {}

    Map<String, Known> find(AccountId owner, List<String> keys) {
        Map<String, Known> known = new HashMap<>();
        for (int from = 0; from < keys.size(); from += TOGETHER) {
            Collection<String> some = keys.subList(from, Math.min(keys.size(), from + TOGETHER));
            database.sql("""
                    select row_key, material, digest, revision from batch_keys
                    where owner_id = :owner and row_key in (:keys)""").param("owner", owner.value())
                    .param("keys", some)
                    .query(row -> {
                        known.put(row.getString("row_key"), new Known(new MaterialId(row.getString("material")),
                                row.getString("digest"), row.getLong("revision")));
                    });
        }
        return known;
    }

    Optional<Known> find(AccountId owner, String key) {
        return Optional.ofNullable(find(owner, List.of(key)).get(key));
    }

    /** @throws org.springframework.dao.DuplicateKeyException where somebody else was faster */
    void add(AccountId owner, String key, Known known) {
        database.sql("""
                insert into batch_keys (owner_id, row_key, material, digest, revision) values (?, ?, ?, ?, ?)""")
                .params(owner.value(), key, known.material().value(), known.digest(), known.revision()).update();
    }

    /** In the place of what the key was known to have become. */
    void change(AccountId owner, String key, Known known) {
        database.sql("""
                update batch_keys set material = ?, digest = ?, revision = ? where owner_id = ? and row_key = ?""")
                .params(known.material().value(), known.digest(), known.revision(), owner.value(), key).update();
    }
}
