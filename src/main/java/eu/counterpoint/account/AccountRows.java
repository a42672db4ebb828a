package eu.counterpoint.account;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;

interface AccountRows extends JpaRepository<Account, Long> {

    Optional<Account> findByUsername(String username);

    boolean existsByUsername(String username);

    List<Account> findAllByOrderByNameAscIdAsc();

    Optional<Account> findFirstByRoleAndEnabledTrueOrderById(Role role);

    /** Locked, so that two administrators cannot take each other's role at the same moment. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    List<Account> findByRoleAndEnabledTrueOrderById(Role role);
}
