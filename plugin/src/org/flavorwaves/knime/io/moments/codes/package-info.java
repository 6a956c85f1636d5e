/**
 * Files of moments: {@link org.flavorwaves.knime.io.moments.codes.MomentsFiles} recognizes one by its content, and a
 * class for each code or list reads it.
 */
package org.flavorwaves.knime.io.moments.codes;
