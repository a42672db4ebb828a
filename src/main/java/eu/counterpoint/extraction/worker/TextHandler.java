package eu.counterpoint.extraction.worker;

import java.util.Set;
import org.apache.tika.metadata.HttpHeaders;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MediaType;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Turns the XHTML that Tika makes of one document into pages of text. What a page is called differs: PDF and XLS have
 * {@code div.page}, XLSX {@code div.sheet}, PPT {@code div.slide} with the rest of the slide inside, PPTX
 * {@code div.slide-content} with notes and comments behind; ODS has a table for each sheet, ODP {@code p.notes} at the
 * end of each slide. The chapters of an e-book begin with its first headings; what a recording names stands in its properties.
 */
final class TextHandler extends DefaultHandler {

    private static final Set<String> PARAGRAPHS = Set.of("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul",
            "ol", "dl", "blockquote", "pre", "section", "article", "header", "footer", "aside", "figure", "hr");
    private static final Set<String> LINES = Set.of("br", "tr", "li", "dt", "dd", "option", "caption");

    private static final Set<String> CHAPTERS = Set.of("h1", "h2");
    private static final int LONGEST_CHAPTER = 200;

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
    private boolean subtitles;
    private int second = -1;
    private boolean recording;
    private boolean book;
    private boolean heading;
    private boolean wordless = true;
    /** Whether the chapter has no more than its headings so far. */
    private boolean bare;
    private @Nullable String chapter;

    TextHandler(Transcript transcript, int document, @Nullable String part, Metadata metadata, int slides) {
        this.transcript = transcript;
        this.document = document;
        this.part = part;
        this.metadata = metadata;
        this.slides = slides;
        this.text = new PassageText(passage -> {
            wordless = false;
            transcript.passage(frame(passage));
        });
    }

    int document() {
        return document;
    }

    @Nullable
    String part() {
        return part;
    }

    boolean isWrapping() {
        return Wrapping.is(metadata);
    }

    /** Whether it has pages, and no words on any. */
    boolean isScan() {
        return wordless && pages() > 0
                && String.valueOf(metadata.get(HttpHeaders.CONTENT_TYPE)).startsWith("application/pdf");
    }

    int pages() {
        return Math.max(pages, slides);
    }

    Frame.Text draft() {
        return frame(text.unfinished());
    }

    private Frame.Text frame(String words) {
        return new Frame.Text(document, page, chapter == null ? part : chapter, words, second);
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
                case "div" -> startDivision(attributes);
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
                case "h1", "h2" -> startHeading();
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
            if (heading && CHAPTERS.contains(name)) {
                endHeading();
            }
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
            if (bodies > 0 && !recording) {
                if (bare && !heading) {
                    bare = new String(characters, start, length).isBlank();
                }
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
        recording = Recording.is(metadata);
        book = type != null && type.contains("epub");
        subtitles = type != null && Subtitles.TYPES.contains(MediaType.parse(type).getBaseType());
        if (slides > 0 && pages == 0) {
            startPage(-1);
        }
    }

    private void startHeading() {
        if (book) {
            if (!bare) {
                text.end();
                chapter = null;
                bare = true;
            }
            heading = true;
        }
    }

    private void endHeading() {
        heading = false;
        String title = text.unfinished().replaceAll("\\s+", " ").strip();
        if (!title.isEmpty()) {
            chapter = title.length() <= LONGEST_CHAPTER ? title : title.substring(0, LONGEST_CHAPTER).strip();
        }
    }

    private void startDivision(Attributes attributes) {
        String kind = attributes.getValue("class");
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
            case Subtitles.CUE -> {
                if (subtitles) {
                    text.end();
                    second = Integer.parseInt(attributes.getValue("title"));
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
