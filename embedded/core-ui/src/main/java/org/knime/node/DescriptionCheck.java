package org.knime.node;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Field;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.flavorwaves.embedded.node.ParameterFields;
import org.flavorwaves.embedded.node.PortDefinition;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.widget.choices.Label;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The texts of a node become part of an XML description and must be well-formed. */
final class DescriptionCheck {

    private final DocumentBuilder m_parser;

    private DescriptionCheck() {
        try {
            m_parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        } catch (final ParserConfigurationException ex) {
            throw new IllegalStateException(ex);
        }
        m_parser.setErrorHandler(new DefaultHandler());
    }

    static void check(final DefaultNode node) {
        final DescriptionCheck parser = new DescriptionCheck();
        parser.parse(node.m_shortDescription);
        parser.parse(node.m_fullDescription);
        for (final PortDefinition port : node.m_inputs) {
            parser.parse(port.description());
        }
        for (final PortDefinition port : node.m_outputs) {
            parser.parse(port.description());
        }
        node.getView().ifPresent(view -> parser.parse(view.m_description));
        if (node.m_model.m_parametersClass != null) {
            parser.checkWidgets(node.m_model.m_parametersClass);
        }
    }

    private void checkWidgets(final Class<?> group) {
        for (final Field field : ParameterFields.of(group)) {
            final Class<?> type = field.getType().isArray() ? field.getType().getComponentType() : field.getType();
            final Widget widget = field.getAnnotation(Widget.class);
            if (widget != null) {
                parse(widget.description());
            }
            if (WidgetGroup.class.isAssignableFrom(type)) {
                checkWidgets(type);
            } else if (type.isEnum()) {
                checkLabels(type);
            }
        }
    }

    private void checkLabels(final Class<?> choices) {
        for (final Field constant : choices.getFields()) {
            final Label label = constant.getAnnotation(Label.class);
            if (label != null) {
                parse(label.description());
            }
        }
    }

    private void parse(final String text) {
        try {
            m_parser.parse(new InputSource(new StringReader("<fragment>" + text + "</fragment>")));
        } catch (final SAXException | IOException ex) {
            throw new IllegalStateException("Problem creating node description: " + ex.getMessage() + " in: " + text,
                ex);
        }
    }
}
