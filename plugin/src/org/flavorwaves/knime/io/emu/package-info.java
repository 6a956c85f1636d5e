/**
 * Emu's initial particle files ({@link org.flavorwaves.knime.io.emu.EmuParticles}) and what particles of Emu become
 * ({@link org.flavorwaves.knime.io.emu.EmuStates}).
 */
package org.flavorwaves.knime.io.emu;
