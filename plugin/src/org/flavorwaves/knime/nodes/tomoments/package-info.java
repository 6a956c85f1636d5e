/** The node Distribution to Moments: the way back from modes to densities and fluxes. */
package org.flavorwaves.knime.nodes.tomoments;
