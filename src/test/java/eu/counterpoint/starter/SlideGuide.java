package eu.counterpoint.starter;

import eu.counterpoint.starter.GuideText.Block;
import eu.counterpoint.starter.GuideText.Heading;
import eu.counterpoint.starter.GuideText.Item;
import eu.counterpoint.starter.GuideText.Note;
import eu.counterpoint.starter.GuideText.Paragraph;
import eu.counterpoint.starter.GuideText.SmallPrint;
import eu.counterpoint.starter.GuideText.Table;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFSlideLayout;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextShape;

/** Writes a guide as slides: each heading begins one, and the first is the title. */
class SlideGuide {

    private static final Color INK = new Color(0x16213a);
    private static final Color MUTED = new Color(0x5a6478);
    private static final Color LINE = new Color(0xdfe3ea);
    private static final Color PAPER = new Color(0xf6f5f1);
    private static final Color BRAND = new Color(0x1f4e8c);
    private static final Color BRAND_STRONG = new Color(0x163a69);
    private static final Color BRAND_SOFT = new Color(0xe6eef8);
    private static final Color ACCENT = new Color(0xb4541f);
    private static final double LEFT = 64;
    private static final double WIDTH = 832;

    private final XMLSlideShow show = new XMLSlideShow();

    void write(String title, String summary, GuideText text, OutputStream out) throws Exception {
        try (show) {
            show.setPageSize(new Dimension(960, 540));
            var core = show.getProperties().getCoreProperties();
            core.setTitle(title);
            core.setCreator("Counterpoint");
            core.setDescription(summary);
            show.getPackage().getPackageProperties().setLanguageProperty(Optional.of("en"));
            var slides = slides(text);
            for (int i = 0; i < slides.size(); i++) {
                if (i == 0) {
                    titleSlide(slides.get(i));
                } else {
                    slide(slides.get(i), i + 1, slides.size());
                }
            }
            show.write(out);
        }
    }

    private static List<List<Block>> slides(GuideText text) {
        var slides = new ArrayList<List<Block>>();
        for (var block : text.blocks()) {
            if (block instanceof Heading) {
                slides.add(new ArrayList<>());
            }
            slides.getLast().add(block);
        }
        return slides;
    }

    private void titleSlide(List<Block> blocks) {
        var slide = show.createSlide(layout(SlideLayout.TITLE));
        slide.getBackground().setFillColor(PAPER);
        logo(slide, LEFT, 70, 1.9);
        label(slide, "Counterpoint", new Rectangle2D.Double(LEFT + 70, 72, 400, 44), 26, INK, "Georgia");
        var title = slide.getPlaceholder(0);
        title.setAnchor(new Rectangle2D.Double(LEFT, 190, WIDTH, 90));
        fill(title, ((Heading) blocks.getFirst()).text(), 54, INK, "Georgia").setTextAlign(TextAlign.LEFT);
        title.setVerticalAlignment(VerticalAlignment.BOTTOM);
        var subtitle = slide.getPlaceholder(1);
        subtitle.setAnchor(new Rectangle2D.Double(LEFT, 292, 640, 90));
        subtitle.setVerticalAlignment(VerticalAlignment.TOP);
        fill(subtitle, ((SmallPrint) blocks.get(1)).text(), 24, MUTED, "Calibri").setTextAlign(TextAlign.LEFT);
    }

    private void slide(List<Block> blocks, int number, int of) {
        var slide = show.createSlide(layout(SlideLayout.TITLE_AND_CONTENT));
        var bar = slide.createAutoShape();
        bar.setAnchor(new Rectangle2D.Double(0, 0, 960, 8));
        bar.setFillColor(BRAND);
        bar.setLineColor(null);
        var title = slide.getPlaceholder(0);
        title.setAnchor(new Rectangle2D.Double(LEFT, 34, WIDTH, 66));
        title.setVerticalAlignment(VerticalAlignment.MIDDLE);
        fill(title, ((Heading) blocks.getFirst()).text(), 36, BRAND_STRONG, "Georgia").setTextAlign(TextAlign.LEFT);
        body(slide, blocks);
        for (var block : blocks) {
            switch (block) {
                case Table table -> table(slide, table.rows());
                case Note note -> note(slide, note.text());
                case SmallPrint print ->
                    label(slide, print.text(), new Rectangle2D.Double(LEFT, 472, WIDTH, 24), 12, MUTED,
                            "Calibri");
                case Heading heading -> {
                }
                case Paragraph paragraph -> {
                }
                case Item item -> {
                }
            }
        }
        logo(slide, LEFT, 504, .62);
        label(slide, "Counterpoint · Publishing safely", new Rectangle2D.Double(LEFT + 24, 500, 400, 24), 12, MUTED,
                "Calibri");
        var page = label(slide, number + " / " + of, new Rectangle2D.Double(796, 500, 100, 24), 12, MUTED, "Calibri");
        page.getTextParagraphs().getFirst().setTextAlign(TextAlign.RIGHT);
    }

    /** Paragraphs and list items, in the slide's own placeholder, so that a screen reader finds them. */
    private static void body(XSLFSlide slide, List<Block> blocks) {
        var body = slide.getPlaceholder(1);
        var lines = blocks.stream().filter(block -> block instanceof Paragraph || block instanceof Item).toList();
        if (lines.isEmpty()) {
            slide.removeShape(body);
            return;
        }
        var noted = blocks.stream().anyMatch(Note.class::isInstance);
        body.setAnchor(new Rectangle2D.Double(LEFT, 116, WIDTH, noted ? 292 : 352));
        body.setVerticalAlignment(VerticalAlignment.TOP);
        body.clearText();
        for (var line : lines) {
            var paragraph = body.addNewTextParagraph();
            paragraph.setSpaceAfter(lines.size() > 5 ? -6.0 : -9.0);
            paragraph.setLineSpacing(105.0);
            if (line instanceof Item item) {
                paragraph.setBullet(true);
                paragraph.setBulletFontColor(ACCENT);
                paragraph.setBulletCharacter("•");
                paragraph.setLeftMargin(24.0);
                paragraph.setIndent(-22.0);
                runs(paragraph, item.text(), 23, INK, "Calibri");
            } else {
                paragraph.setBullet(false);
                paragraph.setLeftMargin(0.0);
                paragraph.setIndent(0.0);
                runs(paragraph, ((Paragraph) line).text(), 21, MUTED, "Calibri");
            }
        }
    }

    private static void note(XSLFSlide slide, String text) {
        var mark = slide.createAutoShape();
        mark.setAnchor(new Rectangle2D.Double(LEFT, 418, 6, 58));
        mark.setFillColor(BRAND);
        mark.setLineColor(null);
        var box = label(slide, text, new Rectangle2D.Double(LEFT + 6, 418, WIDTH - 6, 58), 21, BRAND_STRONG, "Georgia");
        box.setFillColor(BRAND_SOFT);
        box.setVerticalAlignment(VerticalAlignment.MIDDLE);
        box.setLeftInset(18.0);
    }

    private static void table(XSLFSlide slide, List<List<String>> rows) {
        var columns = rows.getFirst().size();
        var table = slide.createTable(rows.size(), columns);
        table.setAnchor(new Rectangle2D.Double(LEFT, 122, WIDTH, 0));
        var widths = new double[]{230, 310, WIDTH - 540};
        for (int c = 0; c < columns; c++) {
            table.setColumnWidth(c, widths[c]);
        }
        for (int r = 0; r < rows.size(); r++) {
            table.setRowHeight(r, r == 0 ? 36 : rows.size() > 5 ? 58 : 76);
            for (int c = 0; c < columns; c++) {
                var cell = table.getCell(r, c);
                fill(cell, rows.get(r).get(c), r == 0 ? 17 : 20, r == 0 ? MUTED : c == 0 ? BRAND_STRONG : INK,
                        "Calibri");
                cell.getTextParagraphs().getFirst().getTextRuns().forEach(run -> run.setBold(true));
                if (r > 0 && c > 0) {
                    cell.getTextParagraphs().getFirst().getTextRuns().forEach(run -> run.setBold(false));
                }
                cell.setVerticalAlignment(VerticalAlignment.MIDDLE);
                cell.setBorderColor(BorderEdge.bottom, r == 0 ? BRAND : LINE);
                cell.setBorderWidth(BorderEdge.bottom, r == 0 ? 1.5 : 1);
            }
        }
    }

    private static XSLFTextShape label(XSLFSlide slide, String text, Rectangle2D place, double size, Color color,
            String font) {
        var box = slide.createTextBox();
        box.setAnchor(place);
        box.setLeftInset(0);
        fill(box, text, size, color, font);
        return box;
    }

    private static XSLFTextParagraph fill(XSLFTextShape shape, String text, double size, Color color, String font) {
        shape.clearText();
        var paragraph = shape.addNewTextParagraph();
        runs(paragraph, text, size, color, font);
        return paragraph;
    }

    private static void runs(XSLFTextParagraph paragraph, String text, double size, Color color, String font) {
        for (var part : GuideText.runs(text)) {
            var run = paragraph.addNewTextRun();
            run.setText(part.text());
            run.setBold(part.bold());
            run.setFontSize(size);
            run.setFontColor(color);
            run.setFontFamily(font);
        }
    }

    /** The two crossing lines of the logo, drawn in a field of 30 by 24 points. */
    private static void logo(XSLFSlide slide, double x, double y, double scale) {
        var wave = new Path2D.Double();
        wave.moveTo(2, 6);
        wave.curveTo(8, 6, 9, 18, 15, 18);
        wave.curveTo(21, 18, 22, 6, 28, 6);
        var mirrored = new Path2D.Double();
        mirrored.moveTo(2, 18);
        mirrored.curveTo(8, 18, 9, 6, 15, 6);
        mirrored.curveTo(21, 6, 22, 18, 28, 18);
        for (var path : List.of(wave, mirrored)) {
            path.transform(new AffineTransform(scale, 0, 0, scale, x, y));
            var line = slide.createFreeform();
            line.setPath(path);
            line.setFillColor(null);
            line.setLineColor(path == wave ? BRAND : ACCENT);
            line.setLineWidth(2.6 * scale);
        }
    }

    private XSLFSlideLayout layout(SlideLayout type) {
        return show.getSlideMasters().getFirst().getLayout(type);
    }
}
