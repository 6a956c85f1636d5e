package org.flavorwaves.physics.threeflavor;

import java.util.Arrays;
import java.util.List;
import java.util.StringJoiner;

import org.flavorwaves.physics.numerics.matrix.HermitianJacobi;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The flavor of N momentum modes in three flavors: traces P0 and vectors P of eight components,
 * rho = P0/3 + P.lambda/2 (FW gell-mann). Immutable. The eigenvalues of every rho lie in [0, 1]; this is checked with a
 * rounding allowance. The vacuum frequency of the modes themselves is that of no pair and is left 0.
 */
public final class ThreeFlavorState {
    private static final double BOUND_TOLERANCE = 1e-9;

    /** Names of the nine numbers of a density matrix. */
    private static final List<String> ENTRIES = List.of("rho_ee", "rho_mm", "rho_tt", "rho_em_re", "rho_em_im",
        "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im");

    private final MomentumModes m_modes;

    private final double[] m_omega21;

    private final double[] m_omega31;

    private final double[] m_trace;

    private final double[][] m_rho;

    private final double[] m_p;

    /**
     * Copies and checks a state.
     *
     * @param modes the N modes
     * @param omega21 dm2_21/(2E) of each mode, in the units of the potentials
     * @param omega31 dm2_31/(2E) of each mode, same units
     * @param rho of each mode nine numbers: ee, mm, tt, and real and imaginary parts of em, et, mt
     * @throws IllegalArgumentException if an array has a wrong length
     * @throws InvalidModeException if an eigenvalue of a density matrix is not in [0, 1] or a number not finite
     */
    public ThreeFlavorState(final MomentumModes modes, final double[] omega21, final double[] omega31,
        final double[][] rho) {
        final int n = modes.size();
        if (omega21.length != n || omega31.length != n || rho.length != n) {
            throw new IllegalArgumentException("omega21, omega31 and rho must have one entry a mode, " + n
                + ", but have " + omega21.length + ", " + omega31.length + " and " + rho.length + ".");
        }
        m_modes = modes;
        m_omega21 = omega21.clone();
        m_omega31 = omega31.clone();
        m_rho = new double[n][];
        m_trace = new double[n];
        m_p = new double[FlavorAlgebra.SIZE * n];
        for (int i = 0; i < n; i++) {
            final double[] r = rho[i];
            check(i, r, m_omega21[i], m_omega31[i]);
            m_rho[i] = r.clone();
            m_trace[i] = r[0] + r[1] + r[2];
            FlavorAlgebra.vector(r, m_p, FlavorAlgebra.SIZE * i);
        }
        if (modes.absorption().acts()) {
            checkSources(modes.absorption());
        }
    }

    private void checkSources(final Absorption absorption) {
        if (!absorption.hasThreeFlavors()) {
            throw new IllegalArgumentException("The sources of emission must be of three flavors like the state.");
        }
        for (int i = 0; i < size(); i++) {
            checkEigenvalues(i, "a source", source(i));
        }
    }

    /**
     * Rates and sources of absorption and emission.
     *
     * @param rate kappa_i &gt;= 0, in the units of the potentials
     * @param rho density matrices of the sources, as those of a state, which checks them
     * @return for the modes of a state of three flavors
     * @throws InvalidModeException if a rate is negative or not finite; names the mode
     */
    public static Absorption absorption(final double[] rate, final double[][] rho) {
        final double[] trace = new double[rho.length];
        final double[] vectors = new double[FlavorAlgebra.SIZE * rho.length];
        for (int i = 0; i < rho.length; i++) {
            trace[i] = rho[i][0] + rho[i][1] + rho[i][2];
            FlavorAlgebra.vector(rho[i], vectors, FlavorAlgebra.SIZE * i);
        }
        return Absorption.ofThreeFlavors(rate, trace, vectors);
    }

    private static void check(final int i, final double[] r, final double omega21, final double omega31) {
        if (r.length != 9) {
            throw new InvalidModeException(i, "has a density matrix of " + r.length + " numbers; it must have 9");
        }
        double sum = omega21 + omega31;
        for (final double value : r) {
            sum += value;
        }
        if (!Double.isFinite(sum)) {
            throw new InvalidModeException(i, "has a density matrix or a vacuum frequency that is not finite");
        }
        checkEigenvalues(i, "a density matrix", r);
    }

    private static void checkEigenvalues(final int i, final String what, final double[] r) {
        for (final double value : eigenvalues(r)) {
            if (!(value >= -BOUND_TOLERANCE && value <= 1 + BOUND_TOLERANCE)) {
                throw new InvalidModeException(i, "has " + what + " with the eigenvalue " + value
                    + "; eigenvalues are occupations, between 0 and 1 (" + entries(r) + ")");
            }
        }
    }

    private static double[] eigenvalues(final double[] r) {
        final HermitianJacobi eigen = new HermitianJacobi(3, 0);
        eigen.decompose(new double[]{r[0], r[3], r[5], r[3], r[1], r[7], r[5], r[7], r[2]},
            new double[]{0, r[4], r[6], -r[4], 0, r[8], -r[6], -r[8], 0}, 0);
        final double[] values = {eigen.value(0), eigen.value(1), eigen.value(2)};
        Arrays.sort(values);
        return values;
    }

    private static String entries(final double[] r) {
        final StringJoiner entries = new StringJoiner(", ");
        for (int e = 0; e < r.length; e++) {
            entries.add(ENTRIES.get(e) + " = " + r[e]);
        }
        return entries.toString();
    }

    /**
     * A gas of two flavors in one pair of the three; the third flavor is absent. Its vacuum frequencies become
     * omega21 for e-mu, omega31 for e-tau; mu-tau has none.
     *
     * @param state the gas of two flavors
     * @param pair the pair
     * @return the state of three flavors
     */
    public static ThreeFlavorState embed(final FlavorState state, final FlavorPair pair) {
        final int n = state.size();
        final double[][] rho = new double[n][];
        for (int i = 0; i < n; i++) {
            rho[i] = pair.rho(state.trace(i), state.px(i), state.py(i), state.pz(i));
        }
        final double[] omega = state.modes().omegas();
        final double[] none = new double[n];
        return new ThreeFlavorState(
            state.modes().toBuilder().omega(none).absorption(embed(state.modes().absorption(), pair)).build(),
            pair == FlavorPair.E_MU ? omega : none, pair == FlavorPair.E_TAU ? omega : none, rho);
    }

    /**
     * Absorption and emission of two flavors in one pair of the three; nothing of the third flavor is emitted.
     *
     * @param absorption rates and sources of two flavors
     * @param pair the pair
     * @return those of three flavors
     */
    public static Absorption embed(final Absorption absorption, final FlavorPair pair) {
        final double[][] sources = new double[absorption.size()][];
        final double[] rates = new double[sources.length];
        for (int i = 0; i < rates.length; i++) {
            rates[i] = absorption.rate(i);
            sources[i] = pair.rho(absorption.trace(i), absorption.px(i), absorption.py(i), absorption.pz(i));
        }
        return absorption(rates, sources);
    }

    /**
     * The gas of two flavors that a pair of a flavor-diagonal state is: P0 = rho_aa + rho_bb, P_z = rho_aa - rho_bb.
     * Waves of this pair's coherence do not know of the third flavor (FW pairs); its vacuum term is left out, which is
     * the fast limit.
     *
     * @param pair the pair
     * @return the state of two flavors, to be used with the pair's matter potential
     * @throws InvalidModeException if a mode has coherence between flavors; then the pairs do not separate
     */
    public FlavorState pair(final FlavorPair pair) {
        for (int i = 0; i < size(); i++) {
            final double coherence = coherence(i);
            if (coherence > BOUND_TOLERANCE * m_trace[i]) {
                throw new InvalidModeException(i, "has a coherence of " + coherence + " between flavors; only a "
                    + "flavor-diagonal state separates into pairs");
            }
        }
        return occupations(pair);
    }

    /**
     * The occupations of a pair, without coherence.
     *
     * @param pair the pair
     * @return P0 = rho_aa + rho_bb, P_z = rho_aa - rho_bb
     */
    FlavorState occupations(final FlavorPair pair) {
        final int n = size();
        final double[] trace = new double[n];
        final double[] pz = new double[n];
        for (int i = 0; i < n; i++) {
            trace[i] = m_rho[i][pair.first()] + m_rho[i][pair.second()];
            pz[i] = m_rho[i][pair.first()] - m_rho[i][pair.second()];
        }
        return FlavorState.alongZ(m_modes.toBuilder().absorption(sources(pair)).build(), trace, pz);
    }

    /** Rates and the block of the sources of a pair. */
    private Absorption sources(final FlavorPair pair) {
        final Absorption absorption = m_modes.absorption();
        if (!absorption.acts()) {
            return Absorption.none(size());
        }
        final double[][] of = new double[5][size()];
        for (int i = 0; i < size(); i++) {
            final double[] r = source(i);
            of[0][i] = absorption.rate(i);
            of[1][i] = r[pair.first()] + r[pair.second()];
            of[2][i] = absorption.component(i, pair.component());
            of[3][i] = absorption.component(i, pair.component() + 1);
            of[4][i] = r[pair.first()] - r[pair.second()];
        }
        return new Absorption(of[0], of[1], of[2], of[3], of[4]);
    }

    /**
     * The density matrix of the source of a mode.
     *
     * @param i mode index
     * @return nine numbers, as those of a state; 0 without absorption and emission
     */
    public double[] source(final int i) {
        final Absorption absorption = m_modes.absorption();
        final double[] p = new double[FlavorAlgebra.SIZE];
        for (int a = 0; a < p.length && absorption.hasThreeFlavors(); a++) {
            p[a] = absorption.component(i, a);
        }
        return FlavorAlgebra.matrix(absorption.trace(i), p, 0);
    }

    /**
     * Whether no mode has coherence between flavors.
     *
     * @return true if all density matrices are diagonal, to the allowance of {@link #pair}
     */
    public boolean isDiagonal() {
        for (int i = 0; i < size(); i++) {
            if (coherence(i) > BOUND_TOLERANCE * m_trace[i]) {
                return false;
            }
        }
        return true;
    }

    /** Largest entry of a density matrix off its diagonal. */
    private double coherence(final int i) {
        double largest = 0;
        for (int e = 3; e < m_rho[i].length; e++) {
            largest = Math.max(largest, Math.abs(m_rho[i][e]));
        }
        return largest;
    }

    /**
     * What the modes are.
     *
     * @return the modes
     */
    public MomentumModes modes() {
        return m_modes;
    }

    /**
     * The number of modes.
     *
     * @return N &gt;= 1
     */
    public int size() {
        return m_trace.length;
    }

    /**
     * Vacuum frequency of the splitting 21.
     *
     * @param i mode index
     * @return dm2_21/(2E), in the units of the potentials
     */
    public double omega21(final int i) {
        return m_omega21[i];
    }

    /**
     * Vacuum frequency of the splitting 31.
     *
     * @param i mode index
     * @return dm2_31/(2E), in the units of the potentials
     */
    public double omega31(final int i) {
        return m_omega31[i];
    }

    /**
     * An occupation.
     *
     * @param i mode index
     * @param flavor 0, 1, 2 for e, mu, tau
     * @return rho_ee, rho_mm or rho_tt
     */
    public double occupation(final int i, final int flavor) {
        return m_rho[i][flavor];
    }

    /**
     * The trace of a density matrix.
     *
     * @param i mode index
     * @return P0 = rho_ee + rho_mm + rho_tt
     */
    public double trace(final int i) {
        return m_trace[i];
    }

    /**
     * A density matrix.
     *
     * @param i mode index
     * @return nine numbers: ee, mm, tt, and real and imaginary parts of em, et, mt
     */
    public double[] rho(final int i) {
        return m_rho[i].clone();
    }

    /**
     * The occupations of a mode.
     *
     * @param i mode index
     * @return the three eigenvalues of its density matrix, rising
     */
    public double[] eigenvalues(final int i) {
        return eigenvalues(m_rho[i]);
    }

    /**
     * The same modes with the same traces and other vectors.
     *
     * @param p vectors, component 8 i + a
     * @return the state
     * @throws InvalidModeException if an eigenvalue of a density matrix is not in [0, 1]
     */
    public ThreeFlavorState withVectors(final double[] p) {
        return with(m_trace, p);
    }

    /**
     * The same modes with other density matrices.
     *
     * @param traces their traces
     * @param p vectors, component 8 i + a
     * @return the state
     * @throws InvalidModeException if an eigenvalue of a density matrix is not in [0, 1]
     */
    public ThreeFlavorState with(final double[] traces, final double[] p) {
        final double[][] rho = new double[size()][];
        for (int i = 0; i < rho.length; i++) {
            rho[i] = FlavorAlgebra.matrix(traces[i], p, FlavorAlgebra.SIZE * i);
        }
        return new ThreeFlavorState(m_modes, m_omega21, m_omega31, rho);
    }

    /**
     * The vectors of all modes.
     *
     * @return P as a new array, component 8 i + a
     */
    public double[] vectors() {
        return m_p.clone();
    }
}
