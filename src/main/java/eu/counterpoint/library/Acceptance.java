package eu.counterpoint.library;

import eu.counterpoint.account.AccountId;
import java.time.Instant;

/** Somebody takes a file as it is, though it is not fully searchable. */
public record Acceptance(AccountId by, Instant at) {}
