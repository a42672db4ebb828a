package eu.counterpoint.ui;

/** A place in a recording, or its length, as players write it. */
public final class PlayTime {

    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private PlayTime() {}

    /**
     * {@code 1:23}, or {@code 1:02:03} from an hour on.
     *
     * @param seconds from 0
     */
    public static String of(int seconds) {
        return seconds < HOUR
                ? "%d:%02d".formatted(seconds / MINUTE, seconds % MINUTE)
                : "%d:%02d:%02d".formatted(seconds / HOUR, seconds % HOUR / MINUTE, seconds % MINUTE);
    }
}
