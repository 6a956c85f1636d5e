package org.flavorwaves.embedded.node;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.core.node.port.PortObject;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.NodeInternals;
import org.knime.node.parameters.NodeParameters;

/** The view of an executed node: its page and the data that the page starts with. */
public final class NodeViewPage {

    private final ViewDefinition m_view;

    private final ViewInput m_input;

    private Optional<Object> m_data = Optional.empty();

    NodeViewPage(final ViewDefinition view, final NodeParameters parameters, final PortObject[] internal) {
        m_view = view;
        m_input = new ViewInput() {
            @Override
            @SuppressWarnings("unchecked")
            public <S extends NodeParameters> S getParameters() {
                return (S) parameters;
            }

            @Override
            public PortObject[] getInternalPortObjects() {
                return internal;
            }
        };
    }

    /**
     * The data that the page starts with.
     *
     * @return a JSON text, if the view has such data
     * @throws IOException if the data cannot be written as JSON
     */
    public Optional<String> initialData() throws IOException {
        return m_view.initialData().isEmpty() ? Optional.empty()
            : Optional.of(NodeInternals.json(data().orElse(null)));
    }

    /** The data, made once. */
    private Optional<Object> data() {
        if (m_data.isEmpty() && m_view.initialData().isPresent()) {
            m_data = Optional.ofNullable(NodeInternals.initialData(m_view.initialData().get(), m_input));
        }
        return m_data;
    }

    /**
     * The drawings of the view: what the method {@code Map<String, byte[]> drawn(String format)} of its data returns,
     * if their class has one.
     *
     * @param format end of the names of files of the format, such as svg
     * @return the file of each drawing by its name; none if the data cannot be drawn without a browser
     * @throws IOException if the drawing fails
     */
    public Map<String, byte[]> drawings(final String format) throws IOException {
        final Map<String, byte[]> drawings = new LinkedHashMap<>();
        if (data().isPresent()) {
            final Object value = data().get();
            try {
                ((Map<?, ?>) value.getClass().getMethod("drawn", String.class).invoke(value, format))
                    .forEach((name, file) -> drawings.put((String) name, (byte[]) file));
            } catch (final NoSuchMethodException ex) {
                return Map.of();
            } catch (final IllegalAccessException | InvocationTargetException ex) {
                throw new IOException("The view cannot be drawn: " + ex.getCause(), ex);
            }
        }
        return drawings;
    }

    /**
     * The view as one HTML text that needs no server and no other file.
     *
     * @return the page with its files and data
     * @throws IOException if a file of the page cannot be read or the data cannot be written as JSON
     */
    public String toHtml() throws IOException {
        return new SelfContainedPage(m_view.page(), initialData()).toHtml();
    }
}
