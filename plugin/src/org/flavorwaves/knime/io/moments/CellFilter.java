package org.flavorwaves.knime.io.moments;

import java.util.List;

/**
 * Passes on the cells whose moments can be those of neutrinos and counts the others: cells outside of a simulation are
 * NaN, and moment schemes leave cells with negative densities or fluxes above the density behind.
 */
public final class CellFilter {
    /** A flux that is larger than the density by rounding, or by single precision. */
    private static final double ROUNDING = 1e-6;

    private final MomentsSink m_sink;

    private long m_cells;

    private long m_notFinite;

    private long m_impossible;

    /**
     * Starts counting.
     *
     * @param sink takes what passes
     */
    public CellFilter(final MomentsSink sink) {
        m_sink = sink;
    }

    /**
     * Takes a cell.
     *
     * @param cell its name
     * @param species labels of the kinds
     * @param moments n and flux Fx, Fy, Fz of each kind, in the same unit; the fluxes are divided by the densities
     * @param extras what the cell has beside
     */
    public void fluxes(final String cell, final List<String> species, final double[][] moments, final double[] extras) {
        if (isFinite(moments) && isPossible(moments, false)) {
            for (int s = 0; s < moments.length; s++) {
                m_sink.row(cell, species.get(s), 0, moments[s], extras);
            }
        }
    }

    /**
     * Takes a cell with flux factors.
     *
     * @param cell its name
     * @param species label of each row
     * @param energies in MeV of each row
     * @param moments n, fx, fy, fz of each row
     * @param extras what each row has beside
     */
    public void factors(final String cell, final List<String> species, final List<Double> energies,
        final List<double[]> moments, final List<double[]> extras) {
        final double[][] rows = moments.toArray(double[][]::new);
        if (isFinite(rows) && isPossible(rows, true)) {
            for (int r = 0; r < rows.length; r++) {
                m_sink.row(cell, species.get(r), energies.get(r), rows[r], extras.get(r));
            }
        }
    }

    private boolean isFinite(final double[][] moments) {
        for (final double[] kind : moments) {
            for (final double value : kind) {
                if (!Double.isFinite(value)) {
                    m_notFinite++;
                    return false;
                }
            }
        }
        return true;
    }

    /** Checks the bounds and makes flux factors of the fluxes. */
    private boolean isPossible(final double[][] moments, final boolean factors) {
        for (final double[] kind : moments) {
            final double flux = Math.sqrt(kind[1] * kind[1] + kind[2] * kind[2] + kind[3] * kind[3]);
            final double most = factors ? 1 : kind[0];
            if (!(kind[0] >= 0) || flux > most * (1 + ROUNDING)) {
                m_impossible++;
                return false;
            }
            final double length = Math.max(most, flux);
            for (int a = 1; a < kind.length; a++) {
                kind[a] = length > 0 ? kind[a] / length : 0;
            }
        }
        m_cells++;
        return true;
    }

    /**
     * The cells that passed.
     *
     * @return their number
     */
    public long cells() {
        return m_cells;
    }

    /**
     * The cells that hold NaN or infinity.
     *
     * @return their number
     */
    public long notFinite() {
        return m_notFinite;
    }

    /**
     * The cells with a negative density or a flux above the density.
     *
     * @return their number
     */
    public long impossible() {
        return m_impossible;
    }
}
