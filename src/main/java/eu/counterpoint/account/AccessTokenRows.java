package eu.counterpoint.account;

import java.time.Instant;
import java.util.List;
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

    @Transactional
    @Modifying
    @Query("""
            update AccessToken t set t.lastUsed = :now
            where t.id = :id and (t.lastUsed is null or t.lastUsed < :before)""")
    void used(long id, Instant now, Instant before);
}
