/**
 * Files of states: {@link org.flavorwaves.knime.io.reader.StateFileReader} recognizes a file by its content and reads
 * it by the package of its format.
 */
package org.flavorwaves.knime.io.reader;
