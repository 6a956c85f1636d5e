package org.knime.core.node.config.base;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerConfigurationException;
import javax.xml.transform.sax.SAXTransformerFactory;
import javax.xml.transform.sax.TransformerHandler;
import javax.xml.transform.stream.StreamResult;

import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.DefaultHandler;

/** Settings trees as XML: {@code config} elements with {@code entry} elements of key, type and value. */
public final class XMLConfig {

    private static final String NAMESPACE = "http://www.knime.org/2008/09/XMLConfig";

    private XMLConfig() {
    }

    /**
     * Reads a tree.
     *
     * @param c the tree to fill; it takes the key of the document
     * @param in where from; it is not closed
     * @throws IOException if reading fails or the document is no settings tree
     * @throws SAXException if there is no XML reader
     * @throws ParserConfigurationException if there is no XML parser
     */
    public static void load(final ConfigBase c, final InputStream in)
        throws SAXException, IOException, ParserConfigurationException {
        final XMLReader reader = SAXParserFactory.newInstance().newSAXParser().getXMLReader();
        final Reader handler = new Reader(c);
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.setEntityResolver((publicId, systemId) -> {
            throw new SAXException("External entities are not read: " + systemId);
        });
        try {
            reader.parse(new InputSource(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (final SAXException | IllegalArgumentException ex) {
            throw new IOException("Unable to parse xml: " + ex.getMessage(), ex);
        }
    }

    /**
     * Writes a tree.
     *
     * @param config the tree
     * @param output where to; it is closed
     * @throws IOException if writing fails
     */
    public static void save(final ConfigBase config, final OutputStream output) throws IOException {
        try (OutputStream os = new BufferedOutputStream(output)) {
            os.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".getBytes(StandardCharsets.UTF_8));
            final TransformerHandler handler =
                ((SAXTransformerFactory) SAXTransformerFactory.newInstance()).newTransformerHandler();
            final Transformer t = handler.getTransformer();
            t.setOutputProperty(OutputKeys.METHOD, "xml");
            t.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            t.setOutputProperty(OutputKeys.INDENT, "yes");
            t.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            handler.setResult(new StreamResult(os));
            handler.startDocument();
            write(config, handler, true);
            handler.endDocument();
        } catch (final SAXException | TransformerConfigurationException ex) {
            throw new IOException("Saving xml failed: " + ex.getMessage(), ex);
        }
    }

    private static void write(final ConfigBase config, final TransformerHandler handler, final boolean root)
        throws SAXException {
        final AttributesImpl attributes = new AttributesImpl();
        if (root) {
            add(attributes, "xmlns", NAMESPACE);
            add(attributes, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
            add(attributes, "xsi:schemaLocation", NAMESPACE + " http://www.knime.org/XMLConfig_2008_09.xsd");
        }
        add(attributes, "key", config.getKey());
        handler.startElement("", "", "config", attributes);
        for (final String key : config) {
            final AbstractConfigEntry entry = config.getEntry(key);
            if (entry instanceof ConfigBase) {
                write((ConfigBase) entry, handler, false);
            } else {
                writeEntry(entry, handler);
            }
        }
        handler.endElement("", "", "config");
    }

    private static void writeEntry(final AbstractConfigEntry entry, final TransformerHandler handler)
        throws SAXException {
        final AttributesImpl attributes = new AttributesImpl();
        add(attributes, "key", entry.getKey());
        add(attributes, "type", entry.getType().name());
        final String value = entry.toStringValue();
        if (value == null) {
            add(attributes, "isnull", "true");
        }
        add(attributes, "value", value == null ? "" : escape(value));
        handler.startElement("", "", "entry", attributes);
        handler.endElement("", "", "entry");
    }

    private static void add(final AttributesImpl attributes, final String name, final String value) {
        attributes.addAttribute("", "", name, "CDATA", value);
    }

    /** Control characters, characters above U+D7FF and a doubled per cent sign become %% and five digits. */
    static String escape(final String s) {
        final StringBuilder out = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            final char c = s.charAt(i);
            if (c < 32 || c > 0xd7ff || c == '%' && i + 1 < s.length() && s.charAt(i + 1) == '%') {
                out.append(String.format("%%%%%05d", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    static String unescape(final String s) {
        final StringBuilder out = new StringBuilder(s.length());
        int i = 0;
        while (i < s.length()) {
            if (isEscape(s, i)) {
                out.append((char) Integer.parseInt(s.substring(i + 2, i + 7)));
                i += 7;
            } else {
                out.append(s.charAt(i++));
            }
        }
        return out.toString();
    }

    private static boolean isEscape(final String s, final int at) {
        return at + 7 <= s.length() && s.startsWith("%%", at)
            && s.substring(at + 2, at + 7).chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static final class Reader extends DefaultHandler {

        private final Deque<ConfigBase> m_stack = new ArrayDeque<>();

        private final ConfigBase m_root;

        Reader(final ConfigBase root) {
            m_root = root;
        }

        @Override
        public void startElement(final String uri, final String localName, final String qName,
            final Attributes attributes)
            throws SAXException {
            final String key = attributes.getValue("key");
            if ("config".equals(qName)) {
                if (m_stack.isEmpty()) {
                    m_root.setKey(key);
                    m_stack.push(m_root);
                } else {
                    m_stack.push(m_stack.peek().addConfigBase(key));
                }
            } else if ("entry".equals(qName) && !m_stack.isEmpty()) {
                m_stack.peek().addEntry(readEntry(key, attributes));
            } else {
                throw new SAXException("\"" + qName + "\" is not a valid tag name.");
            }
        }

        private static AbstractConfigEntry readEntry(final String key, final Attributes attributes)
            throws SAXException {
            final String type = attributes.getValue("type");
            final ConfigEntries entryType;
            try {
                entryType = ConfigEntries.valueOf(type);
            } catch (final IllegalArgumentException | NullPointerException ex) {
                throw new SAXException("Invalid type ('" + type + "') for key '" + key + "' in XML file.", ex);
            }
            if ("true".equals(attributes.getValue("isnull"))) {
                return new ConfigEntry(entryType, key, null);
            }
            final String value = attributes.getValue("value");
            return entryType.createEntry(key, value == null ? null : unescape(value));
        }

        @Override
        public void endElement(final String uri, final String localName, final String qName) {
            if ("config".equals(qName)) {
                m_stack.pop();
            }
        }
    }
}
