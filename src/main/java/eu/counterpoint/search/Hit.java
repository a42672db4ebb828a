package eu.counterpoint.search;

import eu.counterpoint.library.MaterialId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material found.
 *
 * @param titleHtml   the title, escaped, with {@code <mark>} around what matched
 * @param summary     all of the summary
 * @param summaryHtml the summary or its best stretch, escaped, with {@code <mark>}
 * @param version     of the material that the index holds; grows with every change
 * @param evidence    concept id of the evidence design, or null
 * @param near        whether it is there for its meaning alone, and has none of the words
 * @param passages    the best passages of its files, best first; at most three
 */
public record Hit(MaterialId id, String title, String titleHtml, String summary, String summaryHtml,
        @Nullable String kind,
        @Nullable String language, @Nullable Integer year, String organisation, List<String> countries,
        @Nullable String evidence, int files, boolean starter, long version,
        double score, boolean near, List<PassageHit> passages) {}
