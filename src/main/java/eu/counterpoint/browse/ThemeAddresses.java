package eu.counterpoint.browse;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Vaadin keeps everything below {@code /themes} for style sheets and answers no view there. This hands the first request
 * for our themes on under another name; the browser keeps the address, and the router finds the view by it.
 */
@Controller
class ThemeAddresses {

    /** Below which Vaadin sees what stands below {@code /themes}. */
    static final String SEEN_AS = "theme-pages";

    @GetMapping("/themes")
    String all() {
        return "forward:/" + SEEN_AS;
    }

    @GetMapping("/themes/{id:[a-z0-9-]+}")
    String one(@PathVariable String id) {
        return "forward:/" + SEEN_AS + "/" + id;
    }
}
