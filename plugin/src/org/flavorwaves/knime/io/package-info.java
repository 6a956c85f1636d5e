/**
 * File formats of momentum-mode states: {@link org.flavorwaves.knime.io.StateFileReader} recognizes a file and reads
 * delimited text and JSON of the state schema and SedonuGR's distributions; {@code io.emu} and {@code io.cosenu} read
 * the files of those codes. Returns physics objects and knows no KNIME type.
 */
package org.flavorwaves.knime.io;
