/** The node Unstable Flavor Waves. */
package org.flavorwaves.knime.nodes.unstable;
