package eu.counterpoint.extraction.worker;

import java.util.List;

/**
 * How much text recognition one file gets.
 *
 * @param pages          at most
 * @param secondsPerPage after which a page is given up
 * @param orientation    whether Tesseract can tell which way up a page is
 */
public record PageLimits(int pages, int secondsPerPage, boolean orientation) {

    /** As arguments of a command, after those of {@link Limits}. */
    public List<String> arguments() {
        return List.of("" + pages, "" + secondsPerPage, "" + orientation);
    }

    static PageLimits of(String[] arguments) {
        int from = Limits.number(arguments);
        return new PageLimits(Integer.parseInt(arguments[from]), Integer.parseInt(arguments[from + 1]),
                Boolean.parseBoolean(arguments[from + 2]));
    }
}
