package eu.counterpoint.search;

/** More was pasted than one narrative may have. Says how much, and nothing of what. */
public class NarrativeTooLongException extends IllegalArgumentException {

    private final int characters;

    NarrativeTooLongException(int characters) {
        super("A narrative may have at most " + NarrativeAnswers.MOST_CHARACTERS + " characters, not " + characters);
        this.characters = characters;
    }

    public int characters() {
        return characters;
    }
}
