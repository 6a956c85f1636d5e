package org.flavorwaves.knime.io.emu;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.io.StateFormatException;

/**
 * The columns of Emu's particle_input.dat. Momenta and energy come first (pupx, pupy, pupz, pupt, in erg), then the
 * density matrices of neutrinos and of antineutrinos (suffix bar) by their upper triangles, diagonals real.
 *
 * <p>Two generations: densities N00_Re ... in cm^-3, followed by the norm TrHN and the phase-space volume Vphase; and,
 * before, for each species the density N in cm^-3, the length L, and the matrix f00_Re ... of unit trace.
 *
 * @param names of the columns in order
 * @param flavors 2 or 3
 */
record EmuColumns(List<String> names, int flavors) {
    /** Names of the upper triangle of a Hermitian matrix. */
    static List<String> matrix(final String letter, final int flavors, final String suffix) {
        final List<String> names = new ArrayList<>();
        for (int a = 0; a < flavors; a++) {
            names.add(letter + a + a + "_Re" + suffix);
            for (int b = a + 1; b < flavors; b++) {
                names.add(letter + a + b + "_Re" + suffix);
                names.add(letter + a + b + "_Im" + suffix);
            }
        }
        return names;
    }

    /** Whether the matrices have unit trace and the density is a column of its own. */
    boolean fractions() {
        return names.contains("f00_Re");
    }

    boolean hasPhaseSpace() {
        return names.contains("Vphase");
    }

    int index(final String name) {
        final int index = names.indexOf(name);
        if (index < 0) {
            throw new StateFormatException("Column '" + name + "' is missing in the Emu particle file; found: "
                + String.join(", ", names) + ".");
        }
        return index;
    }

    /** Index of an element of a density matrix. */
    int element(final int a, final int b, final String part, final boolean bar) {
        return index((fractions() ? "f" : "N") + a + b + "_" + part + (bar ? "bar" : ""));
    }
}
