package eu.counterpoint.meaning;

/** Cuts a text into the pieces that a model knows. Safe for use by several threads. */
interface Tokenizer {

    /**
     * The numbers of the pieces, between those that mark the beginning and the end.
     *
     * @param max most numbers to return, the two marks included; what does not fit is left out
     */
    long[] ids(String text, int max);
}
