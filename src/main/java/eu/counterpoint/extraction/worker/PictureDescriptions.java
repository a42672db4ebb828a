package eu.counterpoint.extraction.worker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.tika.utils.XMLReaderUtils;

/** The descriptions ("alternative texts") of the pictures in an Office Open XML document, which Tika leaves out. */
final class PictureDescriptions {

    private static final int MAX = 200;

    private PictureDescriptions() {}

    /** @return each description once, in the order of the document's parts; empty where there are none */
    static Set<String> in(Path file) {
        Set<String> descriptions = new LinkedHashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> parts = zip.stream()
                    .filter(part -> part.getName()
                            .matches("word/(document|header\\d*|footer\\d*)\\.xml|ppt/slides/[^/]+\\.xml"))
                    .limit(MAX).toList();
            for (ZipEntry part : parts) {
                try (InputStream in = zip.getInputStream(part)) {
                    read(in, descriptions);
                }
            }
        } catch (IOException | XMLStreamException damaged) {
            // then there is nothing more to tell
        }
        return descriptions;
    }

    private static void read(InputStream in, Set<String> descriptions) throws XMLStreamException {
        XMLInputFactory factory = XMLReaderUtils.getXMLInputFactory();
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        while (xml.hasNext() && descriptions.size() < MAX) {
            if (xml.next() == XMLStreamReader.START_ELEMENT && xml.getLocalName().matches("docPr|cNvPr")) {
                String description = xml.getAttributeValue(null, "descr");
                if (description != null && !description.isBlank()) {
                    descriptions.add(description);
                }
            }
        }
    }
}
