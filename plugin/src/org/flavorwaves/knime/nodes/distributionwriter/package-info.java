/** The node Distribution Writer. */
package org.flavorwaves.knime.nodes.distributionwriter;
