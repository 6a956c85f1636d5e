/** The node Flavor Wave Rays. */
package org.flavorwaves.knime.nodes.rays;
