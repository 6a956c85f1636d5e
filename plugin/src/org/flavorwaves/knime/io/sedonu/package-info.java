/** {@link org.flavorwaves.knime.io.sedonu.SedonuStates} reads the distributions of SedonuGR. */
package org.flavorwaves.knime.io.sedonu;
