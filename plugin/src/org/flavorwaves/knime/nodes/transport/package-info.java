/** The node Miscidynamic Transport. */
package org.flavorwaves.knime.nodes.transport;
