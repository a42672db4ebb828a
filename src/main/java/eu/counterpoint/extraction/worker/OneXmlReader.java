package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLTypeLoader;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.ParserDecorator;
import org.apache.xmlbeans.XmlOptions;
import org.apache.xmlbeans.impl.common.SAXHelper;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Reads all XML parts of an Office document with one XML reader, set up as Apache POI sets up its own. POI makes one for each
 * part, a document has dozens, and each looks through the whole class path for a class that is not there. The next document
 * gets another: a reader remembers every name that it has met. For one thread at a time, as POI's options are everybody's.
 */
final class OneXmlReader extends ParserDecorator {

    private static final long serialVersionUID = 1L;

    private static final XmlOptions OPTIONS = POIXMLTypeLoader.DEFAULT_XML_OPTIONS;

    OneXmlReader(Parser office) {
        super(office);
    }

    @Override
    public void parse(InputStream in, ContentHandler handler, Metadata metadata, ParseContext context)
            throws IOException, SAXException, TikaException {
        XMLReader outer = OPTIONS.getLoadUseXMLReader();
        OPTIONS.setLoadUseXMLReader(reader());
        try {
            super.parse(in, handler, metadata, context);
        } finally {
            OPTIONS.setLoadUseXMLReader(outer);
        }
    }

    private static XMLReader reader() throws SAXException, TikaException {
        try {
            return SAXHelper.newXMLReader(OPTIONS);
        } catch (ParserConfigurationException e) {
            throw new TikaException("No XML reader for Office documents", e);
        }
    }
}
