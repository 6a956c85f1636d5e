/** The node Flavor Temperature. */
package org.flavorwaves.knime.nodes.temperature;
