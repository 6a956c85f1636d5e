/** The node Flavor Wave Density Matrix. */
package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;
