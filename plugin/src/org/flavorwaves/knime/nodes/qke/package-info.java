/** The node QKE Box. */
package org.flavorwaves.knime.nodes.qke;
