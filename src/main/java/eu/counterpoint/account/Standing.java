package eu.counterpoint.account;

/**
 * What an account may do at this moment.
 *
 * @param generation counts up when every earlier sign-in has to end
 */
record Standing(Reader reader, String username, boolean enabled, boolean mustChangePassword, int generation) {

    /** Whether a sign-in of that generation still counts. A higher one is newer than what we know, and counts. */
    boolean admits(SignedIn signIn) {
        return enabled && signIn.generation() >= generation;
    }
}
