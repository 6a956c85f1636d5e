/**
 * The engine of one node: what its factory declares, its parameters as settings, configuration and execution with the
 * states and messages of KNIME, and its view as a page. KNIME has its own engine in place of this package, which is not
 * exported from the bundle.
 */
package org.flavorwaves.embedded.node;
