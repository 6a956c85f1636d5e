/** {@link org.flavorwaves.knime.io.nubhlight.NubhlightStates} reads the angular histograms of nubhlight's dumps. */
package org.flavorwaves.knime.io.nubhlight;
