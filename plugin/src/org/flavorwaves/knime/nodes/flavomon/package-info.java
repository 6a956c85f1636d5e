/** The node Flavomon Dispersion. */
package org.flavorwaves.knime.nodes.flavomon;
