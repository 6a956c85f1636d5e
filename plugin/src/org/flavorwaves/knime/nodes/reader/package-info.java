/** The node Distribution Reader. */
package org.flavorwaves.knime.nodes.reader;
