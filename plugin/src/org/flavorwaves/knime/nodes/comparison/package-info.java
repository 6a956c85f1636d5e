/** The node Compare Evolutions. */
package org.flavorwaves.knime.nodes.comparison;
