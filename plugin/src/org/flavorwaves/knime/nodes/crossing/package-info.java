/** The node Crossing Finder. */
package org.flavorwaves.knime.nodes.crossing;
