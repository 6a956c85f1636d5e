/** The node Flavomon Kinetics. */
package org.flavorwaves.knime.nodes.flavomonkinetics;
