/**
 * What all nodes share: parameters of equal meaning, the sections of their dialogs, progress, cancellation and failure.
 * Each node has a package of its own below this one.
 */
package org.flavorwaves.knime.nodes;
