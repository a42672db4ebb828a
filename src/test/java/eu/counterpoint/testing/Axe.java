package eu.counterpoint.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;

/**
 * Asks axe about a page. Its own client for Playwright reads its half megabyte into the page twice for each question and
 * has everything that passes sent back; here it is read once for a page, and what it complains of comes back alone.
 */
final class Axe {

    private static final String SCRIPT = AxeBuilder.getAxeScript();

    /**
     * Vaadin's sign of a lost connection is left out; it is nowhere while there is one. Of what axe would load in advance,
     * style sheets matter to no rule that is asked.
     */
    private static final String ASK = """
            async rules => {
              const answer = await axe.run({exclude: ['vaadin-connection-indicator']}, {
                resultTypes: ['violations'], preload: {assets: ['media']},
                ...(rules.length > 0 && {runOnly: {type: 'rule', values: rules}})});
              return answer.violations.map(rule => `${rule.help} [${rule.nodes.map(node => node.html).join(', ')}]`);
            }""";

    private Axe() {}

    /** What all rules that axe asks by itself, or these alone, complain of, each with where that stands. */
    @SuppressWarnings("unchecked")
    static List<String> violations(Page page, String... rules) {
        if (Boolean.TRUE.equals(page.evaluate("typeof axe === 'undefined'"))) {
            page.evaluate("() => {" + SCRIPT + "}");
        }
        return (List<String>) page.evaluate(ASK, List.of(rules));
    }
}
