/** The node Flavor Wave Spectrum. */
package org.flavorwaves.knime.nodes.flavorwavespectrum;
