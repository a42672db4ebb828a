package eu.counterpoint.ingest.batch;

import java.io.Reader;
import java.util.ArrayList;
import java.util.List;

import org.jbibtex.BibTeXDatabase;
import org.jbibtex.BibTeXEntry;
import org.jbibtex.BibTeXObject;
import org.jbibtex.BibTeXParser;
import org.jbibtex.BibTeXParserTokenManager;
import org.jbibtex.BibTeXString;
import org.jbibtex.Key;
import org.jbibtex.ParseException;
import org.jbibtex.SimpleCharStream;
import org.jbibtex.StringProvider;
import org.jbibtex.Token;
import org.jbibtex.TokenMgrException;
import org.jspecify.annotations.Nullable;

/**
 * The grammar of BibTeX for tables that anybody may send. Abbreviations that a style would know, and references to entries
 * elsewhere, are no reason to stop.
 */
class BibtexParser extends BibTeXParser {

    private final List<BibTeXEntry> entries = new ArrayList<>();
    private final int most;

    /** @param most entries that are read */
    BibtexParser(int most) throws ParseException, TokenMgrException {
        this.most = most;
        token_source = new Tokens();
    }

    /**
     * All entries in order, those too whose key another had before.
     *
     * @throws BatchRefusedException where there are more than are read
     */
    List<BibTeXEntry> entries(Reader content) throws ParseException, TokenMgrException {
        try {
            takeOut(parse(content));
        } catch (StackOverflowError e) {
            // The grammar takes a sum of values for a value and a sum, and so on.
            ParseException tooDeep = new ParseException("A sum has too many values");
            tooDeep.currentToken = token;
            throw tooDeep;
        }
        return entries;
    }

    @Override
    public void checkStringResolution(Key key, @Nullable BibTeXString string) {
        // Its name stands for it.
    }

    /** The library would number those that have none, and so mistake one for another of the next table. */
    @Override
    public String nextKey() {
        return "";
    }

    /**
     * The database has room for one entry of a key, and drops the next in silence: so none stays in it. What an abbreviation
     * stands for, the parser itself remembers as well.
     */
    private void takeOut(BibTeXDatabase database) {
        for (BibTeXObject object : List.copyOf(database.getObjects())) {
            database.removeObject(object);
            switch (object) {
                case BibTeXString string -> addMacro(string);
                case BibTeXEntry entry -> entries.add(entry);
                default -> {
                    // A comment or a preamble.
                }
            }
        }
        if (entries.size() > most) {
            throw BatchRefusedException.tooLarge("too-many-rows", most);
        }
    }

    private class Tokens extends BibTeXParserTokenManager {

        Tokens() {
            super(new SimpleCharStream(new StringProvider("")));
        }

        /**
         * To the grammar an {@code @include} is a file of this machine, which it opens and reads to its end. Where its word is
         * no longer a special one, it is an entry of a kind like any other, and mostly one without a key, which is broken.
         */
        @Override
        public Token getNextToken() {
            // What was read before the next word is whole by now.
            takeOut(getDatabase());
            Token token = super.getNextToken();
            if (token.kind == INCLUDE) {
                token.kind = NAME;
            }
            return token;
        }
    }
}
