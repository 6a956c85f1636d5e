/**
 * File formats of momentum-mode states: delimited text and JSON of the state schema, and Emu's initial particle files.
 * Returns physics objects and knows no KNIME type.
 */
package org.flavorwaves.knime.io;
