/** The node Mixing Equilibrium. */
package org.flavorwaves.knime.nodes.equilibrium;
