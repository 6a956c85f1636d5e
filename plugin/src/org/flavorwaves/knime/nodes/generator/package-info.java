/** The node Distribution Generator. */
package org.flavorwaves.knime.nodes.generator;
