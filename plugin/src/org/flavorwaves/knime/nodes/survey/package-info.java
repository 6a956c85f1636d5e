/** The node Stability Survey. */
package org.flavorwaves.knime.nodes.survey;
