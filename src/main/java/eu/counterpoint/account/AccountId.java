package eu.counterpoint.account;

/** The id of a person's account. */
public record AccountId(long value) {}
