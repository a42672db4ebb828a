package eu.counterpoint.browse;

import eu.counterpoint.ui.Link;

/** Opens a PDF at one of its pages as it was laid out: in the browser's own viewer and a new tab, beside what was found. */
class PdfLink extends Link {

    /** @param file address of the original */
    PdfLink(String file, int page) {
        super(file + "/pdf#page=" + page, "", "small");
        setText(getTranslation("browse.text.pdf", page));
        openBeside();
    }
}
