/** Luminosities and mean energies over time, as SNEWPY names them, and the bulb that makes states of them. */
package org.flavorwaves.knime.io.bulb;
