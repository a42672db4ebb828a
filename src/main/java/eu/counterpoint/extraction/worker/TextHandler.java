package eu.counterpoint.extraction.worker;

import java.util.Set;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns the XHTML that Tika makes of one document into pages of text. What a page is called differs: PDF and XLS have
 * {@code div.page}, XLSX {@code div.sheet}, PPT {@code div.slide} with the rest of the slide inside, PPTX
 * {@code div.slide-content} with notes and comments behind; ODS has a table for each sheet, ODP {@code p.notes} at the
 * end of each slide.
 */
final class TextHandler extends DefaultHandler {

    private static final Set<String> PARAGRAPHS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul",
            "ol", "dl", "blockquote", "pre", "section", "article", "header", "footer", "aside", "figure", "hr");
    private static final Set<String> LINES = Set.of("br", "tr", "li", "dt", "dd", "option", "caption");

    private final Transcript transcript;
    private final int document;
    private final @Nullable String part;
    private final Metadata metadata;
    /** Slides of an OpenDocument presentation; 0 when it is none. */
    private final int slides;
    private final PassageText text;
    private int bodies;
    private int level;
    private int tables;
    private int pages;
    private int page;
    private int pageLevel = -1;
    private int notesLevel = -1;
    private boolean sheetsAreTables;
    private boolean slidesHoldAll;

    TextHandler(Transcript transcript, int document, @Nullable String part, Metadata metadata, int slides) {
        this.transcript = transcript;
        this.document = document;
        this.part = part;
        this.metadata = metadata;
        this.slides = slides;
        this.text = new PassageText(passage -> transcript.passage(new Frame.Text(document, page, part, passage)));
    }

    int document() {
        return document;
    }

    @Nullable
    String part() {
        return part;
    }

    int pages() {
        return Math.max(pages, slides);
    }

    Frame.Text draft() {
        return new Frame.Text(document, page, part, text.unfinished());
    }

    /** Adds a paragraph that did not come from Tika. */
    void add(String paragraph) {
        synchronized (transcript) {
            text.endParagraph();
            transcript.took(text.append(paragraph.toCharArray(), 0, Math.min(paragraph.length(), transcript.left())));
        }
    }

    /** Adds a whole page that did not come from Tika. */
    void addPage(int number, String words) {
        synchronized (transcript) {
            endPage();
            page = number;
            pages = Math.max(pages, number);
            add(words);
            endPage();
        }
    }

    /** The document ends, or what could be read of it. */
    void finish() {
        text.end();
        transcript.flush();
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) throws SAXException {
        synchronized (transcript) {
            transcript.goOn();
            level++;
            switch (name) {
                case "body" -> startBody();
                case "div" -> startDivision(attributes.getValue("class"));
                case "table" -> {
                    if (tables++ == 0 && sheetsAreTables) {
                        startPage(level);
                    }
                }
                case "p" -> {
                    if (slides > 0 && "notes".equals(attributes.getValue("class"))) {
                        notesLevel = level;
                    }
                }
                case "td", "th" -> text.endCell();
                default -> {
                }
            }
            if (PARAGRAPHS.contains(name) && tables == 0) {
                text.endParagraph();
            } else if (LINES.contains(name)) {
                text.endLine();
            }
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        synchronized (transcript) {
            if (name.equals("body")) {
                bodies--;
            } else if (name.equals("table")) {
                tables--;
            }
            // Cells hold paragraphs of their own; a row stays one line.
            if (PARAGRAPHS.contains(name) && tables == 0) {
                text.endParagraph();
            } else if (LINES.contains(name)) {
                text.endLine();
            }
            if (level == pageLevel) {
                endPage();
            } else if (level == notesLevel) {
                notesLevel = -1;
                endPage();
                if (pages < slides) {
                    startPage(-1);
                }
            }
            level--;
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) throws SAXException {
        synchronized (transcript) {
            transcript.goOn();
            if (bodies > 0) {
                int taken = Math.min(length, transcript.left());
                transcript.took(text.append(characters, start, taken));
                if (taken < length) {
                    transcript.stop(Reason.TEXT_LIMIT);
                }
            }
        }
    }

    /** Tika sets line ends around elements; what they mean is known from the elements. */
    @Override
    public void ignorableWhitespace(char[] characters, int start, int length) throws SAXException {
        synchronized (transcript) {
            transcript.goOn();
            text.space();
        }
    }

    private void startBody() {
        bodies++;
        String type = metadata.get(HttpHeaders.CONTENT_TYPE);
        sheetsAreTables = type != null && type.contains("opendocument.spreadsheet");
        if (slides > 0 && pages == 0) {
            startPage(-1);
        }
    }

    private void startDivision(@Nullable String kind) {
        if (kind == null) {
            return;
        }
        switch (kind) {
            case "page", "sheet" -> startPage(level);
            case "slide" -> {
                slidesHoldAll = true;
                startPage(level);
            }
            case "slide-content" -> {
                if (!slidesHoldAll) {
                    startPage(-1);
                }
            }
            default -> {
            }
        }
    }

    /** @param until the level of the element that ends with the page; -1 when another page or the document ends it */
    private void startPage(int until) {
        endPage();
        page = ++pages;
        pageLevel = until;
    }

    private void endPage() {
        text.end();
        transcript.flush();
        page = 0;
        pageLevel = -1;
    }
}
