package eu.counterpoint.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/** Marks in what is shown where the words of the query stand. The engine escapes the text around its marks. */
final class Marks {

    /** Length in characters of the stretch of a summary or passage that is shown. */
    private static final int STRETCH = 280;

    private Marks() {}

    /** In titles and summaries, for a request whose query is the text. */
    static Highlight material(List<String> languages) {
        return fields(base(new Highlight.Builder()), languages).build();
    }

    /** In titles and summaries, where a text would be found. */
    static Highlight material(List<String> languages, Query text) {
        return fields(base(new Highlight.Builder()).highlightQuery(text), languages).build();
    }

    static Highlight passage(List<String> languages) {
        return base(new Highlight.Builder()).fields(NamedValue.of("text", stretch(in(languages, "")))).build();
    }

    /** In the whole of a passage. */
    static Highlight wholePassage(List<String> languages) {
        return base(new Highlight.Builder()).fields(NamedValue.of("text",
                HighlightField.of(f -> f.matchedFields(in(languages, "")).numberOfFragments(0)))).build();
    }

    private static Highlight.Builder fields(Highlight.Builder highlight, List<String> languages) {
        return highlight.fields(
                NamedValue.of("title",
                        HighlightField.of(f -> f.matchedFields(in(languages, ".title")).numberOfFragments(0))),
                NamedValue.of("summary", stretch(in(languages, ".summary"))));
    }

    private static List<String> in(List<String> languages, String field) {
        return languages.stream().map(language -> "in." + language + field).toList();
    }

    private static Highlight.Builder base(Highlight.Builder highlight) {
        return highlight.type(HighlighterType.Unified).encoder(HighlighterEncoder.Html).preTags("<mark>")
                .postTags("</mark>");
    }

    private static HighlightField stretch(List<String> inLanguages) {
        return HighlightField.of(f -> f.matchedFields(inLanguages).numberOfFragments(1).fragmentSize(STRETCH)
                .noMatchSize(STRETCH));
    }

    /** The marked field of a hit, or the plain text, escaped and shortened. */
    static String of(Map<String, List<String>> marked, String field, String plain, int longest) {
        List<String> fragments = marked.getOrDefault(field, List.of());
        return fragments.isEmpty() ? HtmlUtils.htmlEscape(shortened(plain, longest), "UTF-8") : fragments.getFirst();
    }

    static String summary(Map<String, List<String>> marked, String plain) {
        return of(marked, "summary", plain, STRETCH);
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest);
        return text.substring(0, space > longest / 2 ? space : longest) + "…";
    }
}
