package eu.counterpoint.starter;

import eu.counterpoint.starter.GuideText.Heading;
import eu.counterpoint.starter.GuideText.Item;
import eu.counterpoint.starter.GuideText.Note;
import eu.counterpoint.starter.GuideText.Paragraph;
import eu.counterpoint.starter.GuideText.SmallPrint;
import eu.counterpoint.starter.GuideText.Table;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTable.XWPFBorderType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.NumberingDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.StylesDocument;

/** Writes a guide as a Word document with real headings, lists and tables. */
class WordGuide {

    private static final int TEXT_WIDTH = 9400; // twentieths of a point: A4 without its margins
    private static final BigInteger BULLETS = BigInteger.ONE;
    private static final BigInteger NUMBERS = BigInteger.TWO;

    private final XWPFDocument document = new XWPFDocument();

    void write(String title, String summary, GuideText text, OutputStream out) throws Exception {
        try (document; var styles = resource("styles.xml"); var numbering = resource("numbering.xml")) {
            document.createStyles().setStyles(StylesDocument.Factory.parse(styles).getStyles());
            document.createNumbering().setNumbering(NumberingDocument.Factory.parse(numbering).getNumbering());
            describe(title, summary);
            page(title);
            var blocks = text.blocks();
            for (int i = 0; i < blocks.size(); i++) {
                var beforeATable = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Table;
                switch (blocks.get(i)) {
                    case Heading heading -> paragraph(heading.level() == 1 ? "Title" : "Heading1", heading.text());
                    case Paragraph paragraph -> paragraph("Normal", paragraph.text()).setKeepNext(beforeATable);
                    case SmallPrint print -> paragraph(i == 1 ? "Subtitle" : "Small", print.text());
                    case Note note -> paragraph("Note", note.text());
                    case Item item -> paragraph("ListParagraph", item.text())
                            .setNumID(item.numbered() ? NUMBERS : BULLETS);
                    case Table table -> table(table.rows());
                }
            }
            document.write(out);
        }
    }

    private void describe(String title, String summary) throws Exception {
        var core = document.getProperties().getCoreProperties();
        core.setTitle(title);
        core.setCreator("Counterpoint");
        core.setDescription(summary);
        document.getPackage().getPackageProperties().setLanguageProperty(Optional.of("en"));
    }

    private void page(String title) {
        var section = document.getDocument().getBody().addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        var margins = section.addNewPgMar();
        margins.setLeft(BigInteger.valueOf(1253));
        margins.setRight(BigInteger.valueOf(1253));
        margins.setTop(BigInteger.valueOf(1200));
        margins.setBottom(BigInteger.valueOf(1300));
        margins.setFooter(BigInteger.valueOf(650));
        var footer = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        footer.setStyle("Footer");
        var name = footer.createRun();
        name.setText("Counterpoint · " + title);
        name.addTab();
        footer.getCTP().addNewFldSimple().setInstr("PAGE");
    }

    private XWPFParagraph paragraph(String style, String text) {
        return fill(document.createParagraph(), style, text);
    }

    private static XWPFParagraph fill(XWPFParagraph paragraph, String style, String text) {
        paragraph.setStyle(style);
        for (var part : GuideText.runs(text)) {
            var run = paragraph.createRun();
            run.setText(part.text());
            run.setBold(part.bold() || style.equals("Title") || style.equals("Heading1"));
        }
        return paragraph;
    }

    private void table(List<List<String>> rows) {
        var columns = rows.getFirst().size();
        var table = document.createTable(rows.size(), columns);
        frame(table);
        var firstWidth = columns == 2 ? 24 : 27;
        for (int r = 0; r < rows.size(); r++) {
            var row = table.getRow(r);
            row.setCantSplitRow(true);
            row.setRepeatHeader(r == 0);
            for (int c = 0; c < columns; c++) {
                var cell = row.getCell(c);
                var percent = c == 0 ? firstWidth : (100 - firstWidth) / (columns - 1);
                var width = cell.getCTTc().addNewTcPr().addNewTcW();
                width.setType(STTblWidth.DXA);
                width.setW(BigInteger.valueOf(TEXT_WIDTH * percent / 100));
                if (r == 0) {
                    cell.setColor("E6EEF8");
                }
                var text = rows.get(r).get(c);
                var paragraph = fill(cell.getParagraphs().getFirst(), "Cell",
                        r == 0 || c == 0 ? "**" + text + "**" : text);
                if (r < rows.size() - 1) {
                    paragraph.setKeepNext(true);
                }
            }
        }
        document.createParagraph().setSpacingAfter(0);
    }

    private static void frame(XWPFTable table) {
        table.setWidth(Integer.toString(TEXT_WIDTH));
        table.setInsideHBorder(XWPFBorderType.SINGLE, 4, 0, "DFE3EA");
        table.setInsideVBorder(XWPFBorderType.NONE, 0, 0, "FFFFFF");
        table.setLeftBorder(XWPFBorderType.NONE, 0, 0, "FFFFFF");
        table.setRightBorder(XWPFBorderType.NONE, 0, 0, "FFFFFF");
        table.setTopBorder(XWPFBorderType.SINGLE, 8, 0, "1F4E8C");
        table.setBottomBorder(XWPFBorderType.SINGLE, 4, 0, "DFE3EA");
        table.setCellMargins(40, 100, 40, 100);
        var indent = table.getCTTbl().getTblPr().addNewTblInd();
        indent.setType(STTblWidth.DXA);
        indent.setW(BigInteger.valueOf(100));
    }

    private static InputStream resource(String name) {
        return WordGuide.class.getResourceAsStream("/guides/" + name);
    }
}
