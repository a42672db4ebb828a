package eu.counterpoint.account;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface AccessTokenRows extends JpaRepository<AccessToken, Long> {

    List<AccessToken> findByAccountIdOrderByCreatedDescIdDesc(long accountId);

    long countByAccountId(long accountId);

    @Transactional
    int deleteByIdAndAccountId(long id, long accountId);

    @Transactional
    int deleteByAccountId(long accountId);

    /** One look at two indexes: every request of a program asks this. */
    @Query("""
            select new eu.counterpoint.account.AccessTokenRows$Found(t.id, t.lastUsed, a.id, a.name, a.role, a.vetted)
            from AccessToken t join Account a on a.id = t.accountId
            where t.sha256 = :sha256 and a.enabled = true and a.mustChangePassword = false
            """)
    Optional<Found> find(String sha256);

    @Transactional
    @Modifying
    @Query("""
            update AccessToken t set t.lastUsed = :now
            where t.id = :id and (t.lastUsed is null or t.lastUsed < :before)""")
    void used(long id, Instant now, Instant before);

    record Found(long id, @Nullable Instant lastUsed, long account, String name, Role role, boolean vetted) {}
}
