/** The node Flavomon Equilibrium. */
package org.flavorwaves.knime.nodes.flavomonequilibrium;
