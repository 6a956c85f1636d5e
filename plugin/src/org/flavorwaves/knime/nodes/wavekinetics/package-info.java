/** The node Flavor Wave Kinetics. */
package org.flavorwaves.knime.nodes.wavekinetics;
