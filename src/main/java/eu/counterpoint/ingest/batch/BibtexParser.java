package eu.counterpoint.ingest.batch;

import org.jbibtex.BibTeXEntry;
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

    BibtexParser() throws ParseException, TokenMgrException {
        token_source = new WithoutIncludes();
    }

    @Override
    public void checkStringResolution(Key key, @Nullable BibTeXString string) {
        // Its name stands for it.
    }

    @Override
    public void checkCrossReferenceResolution(Key key, @Nullable BibTeXEntry entry) {
        // What is not there adds nothing.
    }

    /**
     * To the grammar an {@code @include} is a file of this machine, which it opens and reads to its end. Where its word is no
     * longer a special one, it is an entry of a kind like any other, and mostly one without a key, which is broken.
     */
    private static class WithoutIncludes extends BibTeXParserTokenManager {

        WithoutIncludes() {
            super(new SimpleCharStream(new StringProvider("")));
        }

        @Override
        public Token getNextToken() {
            Token token = super.getNextToken();
            if (token.kind == INCLUDE) {
                token.kind = NAME;
            }
            return token;
        }
    }
}
