/** The node Table to Distribution. */
package org.flavorwaves.knime.nodes.fromtable;
