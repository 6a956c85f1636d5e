/** The node Moments to Distribution. */
package org.flavorwaves.knime.nodes.moments;
