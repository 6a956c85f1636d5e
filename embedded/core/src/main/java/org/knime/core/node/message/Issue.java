package org.knime.core.node.message;

import org.knime.core.node.port.PortObject;

/** The details of a message. */
interface Issue {

    String toPreformatted();

    Issue render(PortObject[] inputs);
}
