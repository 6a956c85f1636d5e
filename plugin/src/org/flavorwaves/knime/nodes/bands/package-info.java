/** The node Flavor Wave Bands. */
package org.flavorwaves.knime.nodes.bands;
