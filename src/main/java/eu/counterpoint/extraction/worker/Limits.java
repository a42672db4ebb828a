package eu.counterpoint.extraction.worker;

import java.util.List;

/**
 * How much a worker takes out of one file.
 *
 * @param characters of text, as {@link Frame.Text#counts} has it
 * @param documents  embedded in the file
 * @param depth      of documents within documents
 */
public record Limits(int characters, int documents, int depth) {

    /** As arguments of a command. */
    public List<String> arguments() {
        return List.of("" + characters, "" + documents, "" + depth);
    }

    /** How many of the arguments are these. */
    static int number(String[] arguments) {
        return Math.min(3, arguments.length);
    }

    static Limits of(String[] arguments) {
        return new Limits(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]));
    }
}
