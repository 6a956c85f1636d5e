/**
 * Moments in the files of single codes: GR-Athena++, FLASH, GR1D, Emu's plotfiles and nuX. Entered by
 * {@link org.flavorwaves.knime.io.moments.MomentsFiles}.
 */
package org.flavorwaves.knime.io.moments.codes;
