/**
 * File formats of momentum-mode states: delimited text and JSON of the state schema, Emu's initial particle files, and
 * files of COSEnu and SedonuGR. Returns physics objects and knows no KNIME type.
 */
package org.flavorwaves.knime.io;
