package org.flavorwaves.knime.io.reader;

import org.flavorwaves.knime.io.StateFormatException;
import org.flavorwaves.knime.io.emu.EmuParticles;

/** What a file of states is, found out by its content. */
public enum StateFileFormat {
    /** A line of column names and one line a mode, separated by commas, semicolons or tabs. */
    DELIMITED("delimited text"),
    /** JSON with the columns of the state schema. */
    JSON("JSON"),
    /** Emu's particle_input.dat. */
    EMU("Emu particles"),
    /** COSEnu's snapshots rho_ITERATION.dat. */
    COSENU("COSEnu snapshot"),
    /** COSEnu's G0.bin, state0.bin and state.bin. */
    COSENU_BINARY("COSEnu binary"),
    /** The particles of Emu's plotfiles. */
    EMU_PLOT("Emu plotfile particles"),
    /** Emu's cell_i_j_k.h5. */
    EMU_CELL("Emu cell"),
    /** A table of luminosities with SNEWPY's names. */
    SNEWPY("SNEWPY luminosities"),
    /** nubhlight's local angles. */
    NUBHLIGHT("nubhlight local angles"),
    /** SedonuGR's distributions. */
    SEDONU("SedonuGR distributions");

    private final String m_label;

    StateFileFormat(final String label) {
        m_label = label;
    }

    /**
     * The name for people.
     *
     * @return such as "delimited text" or "Emu particles"
     */
    public String label() {
        return m_label;
    }

    static StateFileFormat ofFirstLine(final String line) {
        if (line.isEmpty()) {
            throw new StateFormatException("The file is empty.");
        }
        if (line.charAt(0) == '{' || line.charAt(0) == '[') {
            return JSON;
        }
        return EmuParticles.recognizes(line) ? EMU : DELIMITED;
    }
}
