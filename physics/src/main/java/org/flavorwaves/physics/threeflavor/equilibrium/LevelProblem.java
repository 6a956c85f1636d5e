package org.flavorwaves.physics.threeflavor.equilibrium;

import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.threeflavor.FlavorAlgebra;
import org.flavorwaves.physics.threeflavor.FlavorBlocks;
import org.flavorwaves.physics.threeflavor.FlavorLevels;
import org.flavorwaves.physics.threeflavor.FlavorSymmetry;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/** What an equilibrium of three flavors keeps of its input: the eigenvalues of every rho and the levels they are on. */
final class LevelProblem {
    private static final int A = FlavorAlgebra.SIZE;

    private static final int N = FlavorBlocks.FLAVORS;

    /** Difference of occupations that is rounding. */
    private static final double EQUAL = 1e-12;

    /** Sine of the angle of a motion that is slow. */
    private static final double STANDING = 0.1;

    /** Share of the size of a Hamiltonian below which two of its levels are one. */
    private static final double ONE_LEVEL = 1e-14;

    private final ThreeFlavorState m_input;

    private final ThreeFlavorEnvironment m_environment;

    private final double m_scale;

    private final double[] m_start;

    private final double[] m_occupation;

    /** What commutes with mixing and matter, so that sum w s P along it is conserved. */
    private final List<double[]> m_charges;

    private final LevelSums m_sums;

    private final LevelFrame m_frame;

    /** First guesses of Omega_a. */
    private final List<double[]> m_rotations;

    /**
     * Reads the occupations off the input: in every block the levels of H_i take the eigenvalues of rho_i in the order
     * of &lt;r|rho_i|r&gt;, which makes the state that is nearest to the input.
     *
     * @param matter whether there is matter anywhere on the way
     * @param rotates whether the frame may turn about charges that the state breaks
     * @throws InvalidModeException if two levels of different occupation are one
     */
    LevelProblem(final ThreeFlavorState input, final ThreeFlavorEnvironment environment, final boolean matter,
        final boolean rotates) {
        m_input = input;
        m_environment = environment;
        final double[] p = input.vectors();
        m_scale = scale(input, p);
        m_start = collective(input, p);
        m_occupation = new double[N * input.size()];
        final FlavorSymmetry symmetry = symmetry(p, matter);
        m_sums = new LevelSums(input, environment, new FlavorBlocks(symmetry), m_occupation);
        final double[] none = new double[p.length];
        m_charges = symmetry(none, matter).charges();
        m_frame = new LevelFrame(rotates && environment.selfInteraction() != 0
            ? LevelFrame.broken(symmetry(none, matter), symmetry.charges()) : List.of(), m_start);
        m_rotations = m_frame.size() == 0 ? List.of(new double[0])
            : List.of(m_frame.start(input.modes().weights(), p, rate(p, environment.selfInteraction())),
                m_frame.ofCharges(LevelFrame.sum(input.modes().signedWeights(), rate(p, 0))));
        m_sums.turn(m_frame.vector(m_rotations.get(0)));
        if (!standsStill(p)) {
            m_sums.turn(new double[A]);
        }
        for (int i = 0; i < input.size(); i++) {
            occupy(i, p);
        }
    }

    /** sum w |P|, or 1 if that is 0. */
    private static double scale(final ThreeFlavorState input, final double[] p) {
        double sum = 0;
        for (int i = 0; i < input.size(); i++) {
            sum += input.modes().weight(i) * FlavorAlgebra.length(p, A * i);
        }
        return sum > 0 ? sum : 1;
    }

    private static double[] collective(final ThreeFlavorState input, final double[] p) {
        final double[] j = new double[4 * A];
        final double[] signed = input.modes().signedWeights();
        for (int c = 0; c < p.length; c++) {
            final int i = c / A;
            final double wp = signed[i] * p[c];
            j[c % A] += wp;
            j[A + c % A] += wp * input.modes().vx(i);
            j[2 * A + c % A] += wp * input.modes().vy(i);
            j[3 * A + c % A] += wp * input.modes().vz(i);
        }
        return j;
    }

    private FlavorSymmetry symmetry(final double[] p, final boolean matter) {
        final FlavorSymmetry symmetry = new FlavorSymmetry();
        final double[] vacuum = m_environment.vacuum(m_input);
        for (int i = 0; i < m_input.size(); i++) {
            symmetry.add(vacuum, A * i);
            symmetry.add(p, A * i);
        }
        if (matter) {
            final double[] e = new double[A];
            FlavorAlgebra.vector(new double[]{1, 0, 0, 0, 0, 0, 0, 0, 0}, e, 0);
            symmetry.add(e, 0);
        }
        return symmetry;
    }

    /** H_i o P_i of the input with some strength of the nu-nu term. */
    private double[] rate(final double[] p, final double strength) {
        final double[] rate = new double[p.length];
        final double[] h = new double[A];
        for (int i = 0; i < m_input.size(); i++) {
            m_sums.hamiltonian(i, m_environment.matterPotential(), strength, m_start, h);
            FlavorAlgebra.addProduct(1, h, 0, p, A * i, rate, A * i);
        }
        return rate;
    }

    /** Whether every mode hardly moves in the frame of the sums, so that its levels there are those of the input. */
    private boolean standsStill(final double[] p) {
        final double[] rate = rate(p, m_environment.selfInteraction());
        final double[] h = new double[A];
        for (int i = 0; i < m_input.size(); i++) {
            m_sums.hamiltonian(i, m_environment.matterPotential(), m_environment.selfInteraction(), m_start, h);
            if (FlavorAlgebra.length(rate, A * i)
                > STANDING * FlavorAlgebra.length(h, 0) * FlavorAlgebra.length(p, A * i)) {
                return false;
            }
        }
        return true;
    }

    private void occupy(final int i, final double[] p) {
        final double[] re = new double[A];
        final double[] im = new double[A];
        final double[] wanted = new double[N];
        final double[] level = new double[N];
        FlavorLevels levels = m_sums.levels(i, m_environment.matterPotential(), m_environment.selfInteraction(),
            m_start);
        for (int r = 0; r < N; r++) {
            wanted[r] = levels.expectation(r, p, A * i, re, im);
            level[r] = levels.value(r);
        }
        levels = m_sums.decomposed(p, A * i);
        final boolean[] taken = new boolean[N];
        for (int r = 0; r < N; r++) {
            int rank = 0;
            for (int q = 0; q < N; q++) {
                rank += levels.mix(r, q) && (wanted[q] < wanted[r] || wanted[q] == wanted[r] && q < r) ? 1 : 0;
            }
            int at = 0;
            while (taken[at] || !levels.mix(r, at) || rankOf(levels, at) != rank) {
                at++;
            }
            taken[at] = true;
            m_occupation[N * i + r] = m_input.trace(i) / N + levels.value(at);
        }
        final double size = Math.max(Math.abs(level[0]), Math.max(Math.abs(level[1]), Math.abs(level[2])));
        for (int r = 0; r < N; r++) {
            for (int q = r + 1; q < N; q++) {
                final double difference = m_occupation[N * i + r] - m_occupation[N * i + q];
                if (levels.mix(r, q) && Math.abs(difference) <= EQUAL) {
                    m_occupation[N * i + q] = m_occupation[N * i + r];
                } else if (levels.mix(r, q) && Math.abs(level[r] - level[q]) <= ONE_LEVEL * size) {
                    throw new InvalidModeException(i, "has two equal levels of H, " + level[r]
                        + ", for the different occupations " + m_occupation[N * i + r] + " and "
                        + m_occupation[N * i + q] + ", which leaves its density matrix without a direction; give the "
                        + "mixing angles, the splittings or the self-interaction values that are not zero");
                }
            }
        }
    }

    private static int rankOf(final FlavorLevels levels, final int at) {
        int rank = 0;
        for (int q = 0; q < at; q++) {
            rank += levels.mix(at, q) ? 1 : 0;
        }
        return rank;
    }

    /**
     * How far what mixing, matter and the nu-nu term conserve is from that of the input.
     *
     * @param j collective numbers, in the units of the potentials
     * @return the largest change of sum w s P along a charge of the external terms, over W; 0 if there are none
     */
    double conservationError(final double[] j) {
        double worst = 0;
        for (final double[] charge : m_charges) {
            double change = 0;
            for (int a = 0; a < A; a++) {
                change += charge[a] * (j[a] - m_start[a]);
            }
            worst = Math.max(worst, Math.abs(change) / m_scale);
        }
        return worst;
    }

    LevelSums sums() {
        return m_sums;
    }

    ThreeFlavorState input() {
        return m_input;
    }

    ThreeFlavorEnvironment environment() {
        return m_environment;
    }

    /** W, in the units of the potentials. */
    double scale() {
        return m_scale;
    }

    /** The unknowns of the input, new: its collective numbers, and a frame that turns with it. */
    double[] start(final int rotation) {
        return unknowns(m_start, m_frame.vector(m_rotations.get(rotation)));
    }

    /** How many guesses of the rotation there are. */
    int rotations() {
        return m_rotations.size();
    }

    LevelFrame frame() {
        return m_frame;
    }

    /** Collective numbers and a frame over W. */
    double[] unknowns(final double[] j, final double[] frame) {
        final double[] omega = m_frame.omega(frame);
        final double[] x = Arrays.copyOf(j, 4 * A + omega.length);
        System.arraycopy(omega, 0, x, 4 * A, omega.length);
        for (int c = 0; c < x.length; c++) {
            x[c] /= m_scale;
        }
        return x;
    }

    /** What the frame of unknowns turns by, in the units of the potentials; all sums are in this frame then. */
    double[] turn(final double[] x) {
        final double[] omega = Arrays.copyOfRange(x, 4 * A, x.length);
        for (int a = 0; a < omega.length; a++) {
            omega[a] *= m_scale;
        }
        final double[] frame = m_frame.vector(omega);
        m_sums.turn(frame);
        return frame;
    }

    /** The collective numbers of unknowns, in the units of the potentials. */
    double[] field(final double[] x) {
        final double[] j = Arrays.copyOf(x, 4 * A);
        for (int c = 0; c < j.length; c++) {
            j[c] *= m_scale;
        }
        return j;
    }

    LevelEquations equations(final TermPath path) {
        return new LevelEquations(m_sums, m_frame, path, m_scale);
    }

    /** The state with the levels in given collective numbers. */
    ThreeFlavorState state(final double matter, final double strength, final double[] j) {
        final double[] p = new double[A * m_input.size()];
        for (int i = 0; i < m_input.size(); i++) {
            m_sums.levels(i, matter, strength, j);
            m_sums.vector(i, p, A * i);
        }
        return m_input.withVectors(p);
    }
}
