package eu.counterpoint.account;

import java.time.Instant;

/** A person's account, as an administrator and its owner see it. */
public record Person(AccountId id, String username, String name, Role role, boolean vetted, boolean enabled,
        boolean mustChangePassword, Instant created) {}
