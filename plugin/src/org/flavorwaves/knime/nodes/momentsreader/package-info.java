/** The node Moments Reader. */
package org.flavorwaves.knime.nodes.momentsreader;
