package eu.counterpoint.search.ui;

import eu.counterpoint.search.PassageHit;
import eu.counterpoint.ui.Link;
import eu.counterpoint.ui.PlayTime;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Leads to a passage in the text of its file, where the words that were searched are marked. */
public class PassageLink extends Link {

    /** @param words as searched; may be empty */
    public PassageLink(String material, PassageHit passage, String words) {
        super(address(material, passage, words), "");
        setText(place(passage));
        getElement().setAttribute("title", passage.fileName());
    }

    private String place(PassageHit passage) {
        if (passage.second() != null) {
            return getTranslation("search.ui.second", PlayTime.of(passage.second()));
        }
        return passage.page() == null
                ? getTranslation("search.ui.passage")
                : getTranslation("search.ui.page", passage.page());
    }

    private static String address(String material, PassageHit passage, String words) {
        String text = "materials/" + material + "/files/" + passage.file() + "/text";
        String marked = asked(words);
        return passage.page() == null
                ? text + "?passage=" + passage.number() + marked + "#t-" + passage.number()
                : text + "?page=" + passage.page() + marked + "#p-" + passage.page();
    }

    /** The words as a further parameter of an address. */
    public static String asked(String words) {
        return words.isEmpty() ? "" : "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
