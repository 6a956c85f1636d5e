package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.equilibrium.ThreeFlavorEquilibriumResult;
import org.knime.core.data.DataColumnSpec;

/** The columns of an equilibrium of three flavors: density matrix, levels of H, and what is on them. */
public final class LevelColumns {
    /** Their number. */
    public static final int SIZE = 15;

    private static final int LEVELS = 3;

    private static final int COMPONENTS = 8;

    /** The names of the 32 collective numbers, J0_1 to J3_8, as texts of ports have them. */
    public static final String COLLECTIVE = String.join(", ", names());

    /** The names of the columns. */
    public static final String NAMES = String.join(", ", StateColumns.RHO)
        + ", level1, level2, level3, occupation1, occupation2, occupation3";

    /** The names of the frequencies of a frame that turns. */
    public static final String ROTATION = "omega21_corotating, omega31_corotating";

    private LevelColumns() {
    }

    /**
     * The columns.
     *
     * @param units the units of the table
     * @return rho_ee to rho_mt_im, level1 to level3, occupation1 to occupation3
     */
    public static List<DataColumnSpec> specs(final StateUnits units) {
        return List.of(units.columns(NAMES));
    }

    /**
     * Fills the columns for the rows of a cell.
     *
     * @param cell the cell
     * @param result its equilibrium
     * @param values one array over all rows each, in the order of {@link #specs}
     */
    public static void fill(final StateCell cell, final ThreeFlavorEquilibriumResult result,
        final double[][] values) {
        final int density = StateColumns.RHO.size();
        for (int i = 0; i < cell.size(); i++) {
            final int row = cell.row(i);
            final double[] rho = result.state().rho(i);
            for (int c = 0; c < density; c++) {
                values[c][row] = rho[c];
            }
            for (int r = 0; r < LEVELS; r++) {
                values[density + r][row] = result.levels()[LEVELS * i + r];
                values[density + LEVELS + r][row] = result.occupations()[LEVELS * i + r];
            }
        }
    }

    /**
     * The frequencies of the frame that turns, those of {@link #ROTATION}.
     *
     * @param result an equilibrium
     * @param environment the mixing
     * @param units the units of the table
     * @return Omega21 and Omega31
     */
    public static List<Double> rotation(final ThreeFlavorEquilibriumResult result,
        final ThreeFlavorEnvironment environment, final StateUnits units) {
        return Arrays.stream(result.rotation(environment)).map(omega -> omega * units.rateFactor()).boxed().toList();
    }

    private static List<String> names() {
        final List<String> names = new ArrayList<>();
        for (int m = 0; m < 4; m++) {
            for (int a = 1; a <= COMPONENTS; a++) {
                names.add("J" + m + "_" + a);
            }
        }
        return names;
    }
}
