/** The node Equilibrium Path. */
package org.flavorwaves.knime.nodes.path;
