package org.flavorwaves.embedded.node;

import java.util.Optional;

import org.knime.core.webui.page.Page;
import org.knime.node.DefaultView.DefaultInitialData;
import org.knime.node.parameters.NodeParameters;

/**
 * A declared view.
 *
 * @param description what it shows, as XHTML fragment
 * @param parameters class of its parameters, if it has any
 * @param page the page
 * @param initialData the data that the page starts with, if there are any
 */
public record ViewDefinition(String description, Optional<Class<? extends NodeParameters>> parameters, Page page,
    Optional<DefaultInitialData<?>> initialData) {
}
