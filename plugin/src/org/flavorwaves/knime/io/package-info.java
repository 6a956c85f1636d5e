/**
 * What all file formats share: a {@link org.flavorwaves.knime.io.StateFile} of cells of modes, what was asked of the
 * file, and numbers and paths as people write them. {@code io.reader} recognizes and reads files of states, {@code
 * io.moments} those of moments; every format or code has a package of its own. Knows no KNIME type.
 */
package org.flavorwaves.knime.io;
