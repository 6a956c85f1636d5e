package org.flavorwaves.embedded.catalog;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What the {@code plugin.xml} of a bundle declares.
 *
 * @param bundle the bundle
 * @param declarations its nodes
 * @param categories names of its categories by path
 */
record PluginFile(Bundle bundle, List<Declaration> declarations, Map<String, String> categories) {

    /**
     * A declared node.
     *
     * @param factory class name of its factory
     * @param category path of its category
     * @param bundle where it comes from
     */
    record Declaration(String factory, String category, Bundle bundle) {
    }

    static PluginFile read(final URL url) throws IOException {
        final Bundle bundle = readBundle(new URL(url, "META-INF/MANIFEST.MF"));
        final List<Declaration> declarations = new ArrayList<>();
        final Map<String, String> categories = new LinkedHashMap<>();
        final NodeList extensions = parse(url).getElementsByTagName("extension");
        for (int i = 0; i < extensions.getLength(); i++) {
            final Element extension = (Element) extensions.item(i);
            final String point = extension.getAttribute("point");
            if ("org.knime.workbench.repository.nodes".equals(point)) {
                for (final Element node : children(extension, "node")) {
                    declarations.add(new Declaration(node.getAttribute("factory-class"),
                        node.getAttribute("category-path"), bundle));
                }
            } else if ("org.knime.workbench.repository.categories".equals(point)) {
                for (final Element category : children(extension, "category")) {
                    final String parent = category.getAttribute("path");
                    categories.put(("/".equals(parent) ? "" : parent) + "/" + category.getAttribute("level-id"),
                        category.getAttribute("name"));
                }
            }
        }
        return new PluginFile(bundle, declarations, categories);
    }

    private static Element parse(final URL url) throws IOException {
        final DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try (InputStream in = url.openStream()) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            final DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setEntityResolver((publicId, systemId) -> {
                throw new SAXException("External entities are not read: " + systemId);
            });
            return builder.parse(in).getDocumentElement();
        } catch (final SAXException | ParserConfigurationException ex) {
            throw new IOException(url + " cannot be read: " + ex.getMessage(), ex);
        }
    }

    private static List<Element> children(final Element parent, final String name) {
        final List<Element> children = new ArrayList<>();
        final NodeList all = parent.getElementsByTagName(name);
        for (int i = 0; i < all.getLength(); i++) {
            children.add((Element) all.item(i));
        }
        return children;
    }

    private static Bundle readBundle(final URL manifestUrl) throws IOException {
        try (InputStream in = manifestUrl.openStream()) {
            final Attributes attributes = new Manifest(in).getMainAttributes();
            final String symbolicName = value(attributes, "Bundle-SymbolicName").replaceFirst(";.*", "").strip();
            return new Bundle(value(attributes, "Bundle-Name"), symbolicName, value(attributes, "Bundle-Vendor"),
                value(attributes, "Bundle-Version"));
        } catch (final FileNotFoundException ex) {
            return new Bundle("", "", "", "0.0.0");
        }
    }

    private static String value(final Attributes attributes, final String name) {
        final String value = attributes.getValue(name);
        return value == null ? "" : value;
    }
}
