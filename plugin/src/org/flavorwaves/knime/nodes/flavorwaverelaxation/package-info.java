/** The node Flavor Wave Relaxation. */
package org.flavorwaves.knime.nodes.flavorwaverelaxation;
