/** The node Flavor Entropy. */
package org.flavorwaves.knime.nodes.entropy;
