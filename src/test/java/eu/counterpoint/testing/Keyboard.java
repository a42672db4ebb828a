package eu.counterpoint.testing;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Goes through a page with the Tab key alone, as somebody without a mouse does. */
final class Keyboard {

    /** Gives everything that can be used a number, one of each group of radio buttons, and answers what they are. */
    private static final String STOPS = """
            () => {
              document.activeElement?.blur();
              document.querySelectorAll('[data-stop]').forEach(stop => delete stop.dataset.stop);
              const groups = new Set();
              const stops = [...document.querySelectorAll(
                  'a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(stop => {
                const group = stop.type === 'radio' && stop.name;
                const usable = !stop.disabled && stop.tabIndex >= 0 && !stop.closest('[inert]')
                    && stop.checkVisibility({visibilityProperty: true}) && stop.getClientRects().length > 0;
                return usable && !(group && groups.size === groups.add(group).size);
              });
              stops.forEach((stop, number) => stop.dataset.stop = number);
              return stops.map(stop => `${stop.localName} "${(stop.ariaLabel || stop.innerText || stop.name || stop.id).trim()}"`);
            }""";

    /** Where the focus is, whether that shows, and whether something lies over it. */
    private static final String FOCUS = """
            () => {
              const focus = document.activeElement;
              if (!focus || focus === document.body) return null;
              let shows = !!focus.closest('[focus-ring], [focused]');
              for (let one = focus, up = 0; one && up < 4 && !shows; one = one.parentElement, up++) {
                const style = getComputedStyle(one);
                shows = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
              }
              const box = focus.getBoundingClientRect();
              const part = focus.closest('[focused]') || focus;
              const covered = [[.5, .5], [.1, .2], [.9, .2], [.1, .8], [.9, .8]].every(([x, y]) => {
                const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
                return !top || !(part.contains(top) || top.contains(part));
              });
              return {stop: Number(focus.dataset.stop ?? -1), shows, covered, what: focus.outerHTML.slice(0, 160)};
            }""";

    /** Has the page look by itself each time that a key is let go: the stops where all is well, and whether it was everywhere. */
    private static final String LOOK_AT_EACH_KEY = """
            () => {
              const look = %s;
              const seen = window.seenByKeyboard = {fine: [], doubtful: false};
              window.addEventListener('keyup', window.lookForKeyboard = () => {
                const focus = look();
                if (focus?.shows && !focus.covered) seen.fine.push(focus.stop);
                else if (focus) seen.doubtful = true;
              }, true);
            }""".formatted(FOCUS);

    private static final String ALL_FINE = """
            stops => {
              window.removeEventListener('keyup', window.lookForKeyboard, true);
              const fine = new Set(window.seenByKeyboard.fine);
              return !window.seenByKeyboard.doubtful && [...Array(stops).keys()].every(stop => fine.has(stop));
            }""";

    private Keyboard() {}

    /** What cannot be reached, where the focus does not show, and where it is hidden behind something. */
    @SuppressWarnings("unchecked")
    static List<String> barriers(Page page) {
        List<String> stops = (List<String>) page.evaluate(STOPS);
        page.evaluate(LOOK_AT_EACH_KEY);
        // One more for the end of the page, after which comes what stands before the place where the page had put the focus.
        for (int i = 0; i <= stops.size(); i++) {
            page.keyboard().press("Tab");
        }
        return Boolean.TRUE.equals(page.evaluate(ALL_FINE, stops.size())) ? List.of() : barriers(page, stops);
    }

    /** The same, asking the page after each key, which takes twice as long and gives everything the time that it needs. */
    @SuppressWarnings("unchecked")
    private static List<String> barriers(Page page, List<String> stops) {
        List<String> barriers = new ArrayList<>();
        TreeSet<Integer> missing = new TreeSet<>();
        for (int i = 0; i < stops.size(); i++) {
            missing.add(i);
        }
        int rounds = 0;
        for (int i = 0; i < 2 * stops.size() + 10 && rounds < 2 && !missing.isEmpty(); i++) {
            page.keyboard().press("Tab");
            Map<String, Object> focus = (Map<String, Object>) page.evaluate(FOCUS);
            if (focus == null) {
                // The end of the page; what stands before the place where the page had put the focus comes now.
                rounds++;
                continue;
            }
            missing.remove(focus.get("stop"));
            if (!Boolean.TRUE.equals(focus.get("shows"))) {
                barriers.add(page.url() + ": the focus does not show on " + focus.get("what"));
            }
            if (Boolean.TRUE.equals(focus.get("covered"))) {
                barriers.add(page.url() + ": something lies over " + focus.get("what"));
            }
        }
        missing.forEach(stop -> barriers.add(page.url() + ": the Tab key does not come to " + stops.get(stop)));
        return barriers;
    }
}
