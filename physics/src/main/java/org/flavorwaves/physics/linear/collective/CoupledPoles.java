package org.flavorwaves.physics.linear.collective;

import java.util.Arrays;

/**
 * The poles z = h, -h and 0 of the resolvents of each mode, the last one left out in mixing equilibrium, where its
 * residue is zero. Channels: pair of velocity components, then row and column, then real and imaginary part.
 */
final class CoupledPoles implements PoleSet {
    private static final int ENTRIES = 2 * ModeResolvents.FLAVORS;

    private final ModeResolvents m_resolvents;

    /** q w s V^m V^n, [pair][mode]. */
    private final double[][] m_products;

    private final int m_each;

    /** Residues of each pole, made when they are first needed, and the rest of the room for one evaluation. */
    private final double[][] m_residues;

    /**
     * The poles.
     *
     * @param resolvents resolvents of the modes
     * @param products strengths of the modes by pair of velocity components
     * @param equilibrium whether P_i is along H_i
     * @param withResidues whether strengths will be asked for, not only positions
     */
    CoupledPoles(final ModeResolvents resolvents, final double[][] products, final boolean equilibrium,
        final boolean withResidues) {
        m_resolvents = resolvents;
        m_products = products;
        m_each = equilibrium ? 2 : 3;
        m_residues = new double[withResidues ? size() : 0][ENTRIES];
        for (int i = 0; withResidues && i < resolvents.size(); i++) {
            resolvents.residues(i, m_residues, m_each * i, m_each);
        }
    }

    /** The number of poles of so many modes. */
    static int count(final int modes, final boolean equilibrium) {
        return (equilibrium ? 2 : 3) * modes;
    }

    private int mode(final int pole) {
        return pole / m_each;
    }

    double damping(final int pole) {
        return m_resolvents.damping(mode(pole));
    }

    /** All positions, rising. */
    double[] sorted() {
        final double[] positions = new double[size()];
        Arrays.setAll(positions, this::position);
        Arrays.sort(positions);
        return positions;
    }

    @Override
    public int size() {
        return m_each * m_resolvents.size();
    }

    @Override
    public double position(final int pole) {
        final double h = m_resolvents.length(mode(pole));
        return m_resolvents.streaming(mode(pole)) + switch (pole % m_each) {
            case 0 -> h;
            case 1 -> -h;
            default -> 0;
        };
    }

    @Override
    public int channels() {
        return ENTRIES * m_products.length;
    }

    @Override
    public void addStrengths(final int pole, final double factor, final double[] out, final int offset) {
        final int mode = mode(pole);
        final double[] residues = m_residues[pole];
        for (int c = 0; c < m_products.length; c++) {
            final double w = factor * m_products[c][mode];
            final int at = offset + c * ENTRIES;
            for (int e = 0; e < ENTRIES; e++) {
                out[at + e] += w * residues[e];
            }
        }
    }

    /** Real and imaginary part of residue times u and w, which {@link #complex} leaves where they are. */
    @Override
    public void addTerms(final int pole, final double ur, final double ui, final double wr, final double wi,
        final PoleTree.Sums sums) {
        final double[] residues = m_residues[pole];
        final double[] value = new double[ENTRIES];
        final double[] square = new double[ENTRIES];
        for (int e = 0; e < ENTRIES; e += 2) {
            value[e] = residues[e] * ur - residues[e + 1] * ui;
            value[e + 1] = residues[e] * ui + residues[e + 1] * ur;
            square[e] = residues[e] * wr - residues[e + 1] * wi;
            square[e + 1] = residues[e] * wi + residues[e + 1] * wr;
        }
        final int mode = mode(pole);
        final double[] valueRe = sums.valueRe();
        final double[] squareRe = sums.squareRe();
        for (int c = 0; c < m_products.length; c++) {
            final double w = m_products[c][mode];
            final int at = ENTRIES * c;
            for (int e = 0; e < ENTRIES; e++) {
                valueRe[at + e] += w * value[e];
                squareRe[at + e] += w * square[e];
            }
        }
    }

    /** Sums of residue times function from those with its real and its imaginary part as strengths. */
    static void complex(final double[] re, final double[] im, final double factor, final double[] out) {
        for (int c = 0; c < out.length; c += 2) {
            out[c] = factor * (re[c] - im[c + 1]);
            out[c + 1] = factor * (im[c] + re[c + 1]);
        }
    }
}
