package org.flavorwaves.embedded.node;

import java.io.IOException;
import java.util.Optional;

import org.knime.core.node.port.PortObject;
import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.DefaultInitialData;
import org.knime.node.DefaultView.ViewInput;
import org.knime.node.NodeInternals;
import org.knime.node.parameters.NodeParameters;

/** The view of an executed node: its page and the data that the page starts with. */
public final class NodeViewPage {

    private final ViewDefinition m_view;

    private final ViewInput m_input;

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
     * The page.
     *
     * @return the page with its files
     */
    public Page page() {
        return m_view.page();
    }

    /**
     * The data that the page starts with.
     *
     * @return a JSON text, if the view has such data
     * @throws IOException if the data cannot be written as JSON
     */
    public Optional<String> initialData() throws IOException {
        if (m_view.initialData().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(write(m_view.initialData().get()));
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

    private <D> String write(final DefaultInitialData<D> data) throws IOException {
        return NodeInternals.initialData(data, m_input);
    }
}
