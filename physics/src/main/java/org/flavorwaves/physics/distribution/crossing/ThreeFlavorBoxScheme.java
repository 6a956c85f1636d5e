package org.flavorwaves.physics.distribution.crossing;

import java.util.Arrays;

import org.flavorwaves.physics.numerics.DormandPrinceFive;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * The box-like scheme for three flavors that differ: all pairs with a crossing relax at once, each towards its own
 * state of {@link BoxScheme} and as fast as its wave grows (FW box-flow). The idea of pairs that compete is that of Liu
 * et al., arXiv:2503.18145; rates and states are those of the occupations at each moment.
 *
 * <p>With N_a,d the lepton number of flavor a in direction d, and G = N_a,d - N_b,d, I_s, I_l those of a pair,
 *
 * <pre>dN_a,d/dtau = -sum_b (gamma_ab/gamma_max) r_ab,d (N_a,d - N_b,d)/2,   gamma = sqrt(I_s I_l),
 * r = 1 on the smaller side of the pair, I_s/I_l on the larger one</pre>
 *
 * <p>until no pair has a crossing. Neutrinos and antineutrinos of a direction mix by one doubly stochastic matrix, so
 * that occupations stay between their least and largest values and the sum over flavors stays in every mode; sum_d of
 * each term is 0, so that the lepton number of every flavor stays. One pair with a crossing ends in the two-flavor
 * state, equal mu and tau end in that of three flavors of which two are equal, both exactly. Steps are those of
 * {@link DormandPrinceFive}, some hundred of them: shares are known to 1e-10.
 */
public final class ThreeFlavorBoxScheme {
    private static final int FLAVORS = 3;

    /** Longest step; a crossing that is alone falls by exp(-step). */
    private static final double LONGEST = 0.25;

    /** Rates have kinks where a direction changes sides and no slope where a crossing ends: there steps get short. */
    private static final double SHORTEST = 1e-8;

    /** Largest error of a share in a step. */
    private static final double TOLERANCE = 1e-12;

    private static final double SAFETY = 0.9;

    private static final double MOST_SHRINK = 0.2;

    private static final double MOST_GROWTH = 4;

    private static final int MAX_STEPS = 20_000;

    /** What is left of a crossing at the end, over all lepton numbers. */
    private static final double LEFT = 1e-15;

    /** What rounding of many directions may leave. */
    private static final double ROUNDING = 1e-12;

    private final ThreeFlavorState m_state;

    private final LeptonDirections m_directions;

    /** N_a,d at the start. */
    private final double[][] m_start;

    private final double m_gross;

    /**
     * The prescribed state.
     *
     * @param state all modes after the conversion, without coherence
     * @param converted whether a pair had a crossing
     * @param survival share of electron flavor that stays, by direction of the state's pair e-mu
     * @param conservationError largest change of the lepton number of a flavor over the sum of all sizes
     */
    public record Asymptotic(ThreeFlavorState state, boolean converted, double[] survival, double conservationError) {
    }

    /**
     * Prepares the scheme.
     *
     * @param state a state without coherence between flavors
     * @throws org.flavorwaves.physics.state.InvalidModeException if a mode has coherence
     */
    public ThreeFlavorBoxScheme(final ThreeFlavorState state) {
        m_state = state;
        m_directions = LeptonDirections.of(state.pair(FlavorPair.E_MU));
        m_start = new double[m_directions.size()][FLAVORS];
        final MomentumModes modes = state.modes();
        double gross = 0;
        for (int i = 0; i < state.size(); i++) {
            for (int a = 0; a < FLAVORS; a++) {
                final double number = modes.weight(i) * state.occupation(i, a);
                m_start[m_directions.directionOf(i)][a] += modes.species(i).sign() * number;
                gross += number;
            }
        }
        m_gross = gross;
    }

    /**
     * Applies the scheme.
     *
     * @return the state in which fast conversion is expected to end
     * @throws IllegalArgumentException if crossings are left after 20,000 steps
     */
    public Asymptotic apply() {
        final int size = FLAVORS * FLAVORS * m_start.length;
        final double[] m = new double[size];
        for (int d = 0; d < m_start.length; d++) {
            for (int a = 0; a < FLAVORS; a++) {
                m[at(d, a, a)] = 1;
            }
        }
        final double[][] k = new double[DormandPrinceFive.STAGES][size];
        final double[] next = new double[size];
        double left = rate(m, k[0]);
        final boolean converted = left > LEFT * m_gross;
        double step = LONGEST;
        for (int tried = 0; tried < MAX_STEPS && left > LEFT * m_gross; tried++) {
            final double after = advance(m, k, step, next);
            final double error = error(k, step);
            if (error <= 1 || step <= SHORTEST) {
                System.arraycopy(next, 0, m, 0, size);
                System.arraycopy(k[k.length - 1], 0, k[0], 0, size);
                left = after;
            }
            final double factor = SAFETY * Math.pow(error, -1.0 / DormandPrinceFive.ORDER);
            step *= Math.max(MOST_SHRINK, Math.min(MOST_GROWTH, factor));
            step = Math.max(SHORTEST, Math.min(LONGEST, step));
        }
        if (left > ROUNDING * m_gross) {
            throw new IllegalArgumentException("The box-like scheme did not end: after " + MAX_STEPS + " steps " + left
                + " of " + m_gross + " is left of crossings. Merge directions, or leave out weak ones.");
        }
        return result(m, converted);
    }

    private static int at(final int direction, final int row, final int column) {
        return FLAVORS * (FLAVORS * direction + row) + column;
    }

    /** Writes the point after a step and the slopes on the way, and returns what is left of crossings there. */
    private double advance(final double[] m, final double[][] k, final double step, final double[] next) {
        double left = 0;
        for (int stage = 1; stage < k.length; stage++) {
            System.arraycopy(m, 0, next, 0, m.length);
            for (int earlier = 0; earlier < stage; earlier++) {
                final double factor = step * DormandPrinceFive.stageWeight(stage, earlier);
                for (int c = 0; c < m.length && factor != 0; c++) {
                    next[c] += factor * k[earlier][c];
                }
            }
            left = rate(next, k[stage]);
        }
        return left;
    }

    /** The largest error of a share in a step, in units of the tolerance. */
    private static double error(final double[][] k, final double step) {
        double worst = 0;
        for (int c = 0; c < k[0].length; c++) {
            double error = 0;
            for (int stage = 0; stage < k.length; stage++) {
                error += DormandPrinceFive.error(stage) * k[stage][c];
            }
            worst = Math.max(worst, Math.abs(error));
        }
        return step * worst / TOLERANCE;
    }

    /** Writes dM/dtau and returns the largest of the smaller sides of the pairs. */
    private double rate(final double[] m, final double[] out) {
        final double[][] now = numbers(m);
        final FlavorPair[] pairs = FlavorPair.values();
        final double[] positive = new double[pairs.length];
        final double[] negative = new double[pairs.length];
        for (int p = 0; p < pairs.length; p++) {
            for (final double[] n : now) {
                final double g = n[pairs[p].first()] - n[pairs[p].second()];
                positive[p] += Math.max(g, 0);
                negative[p] += Math.max(-g, 0);
            }
        }
        double fastest = 0;
        double left = 0;
        for (int p = 0; p < pairs.length; p++) {
            fastest = Math.max(fastest, Math.sqrt(positive[p]) * Math.sqrt(negative[p]));
            left = Math.max(left, Math.min(positive[p], negative[p]));
        }
        Arrays.fill(out, 0);
        for (int p = 0; p < pairs.length && fastest > 0; p++) {
            final double speed = Math.sqrt(positive[p]) * Math.sqrt(negative[p]) / fastest / 2;
            if (speed > 0) {
                addPair(pairs[p], speed, positive[p], negative[p], now, m, out);
            }
        }
        return left;
    }

    private static void addPair(final FlavorPair pair, final double speed, final double positive,
        final double negative, final double[][] now, final double[] m, final double[] out) {
        final double share = Math.min(positive, negative) / Math.max(positive, negative);
        for (int d = 0; d < now.length; d++) {
            final double g = now[d][pair.first()] - now[d][pair.second()];
            final double r = speed * ((positive >= negative ? -g : g) > 0 ? 1 : share);
            for (int c = 0; c < FLAVORS; c++) {
                final double flow = r * (m[at(d, pair.first(), c)] - m[at(d, pair.second(), c)]);
                out[at(d, pair.first(), c)] -= flow;
                out[at(d, pair.second(), c)] += flow;
            }
        }
    }

    /** N_a,d after mixing. */
    private double[][] numbers(final double[] m) {
        final double[][] now = new double[m_start.length][FLAVORS];
        for (int d = 0; d < now.length; d++) {
            for (int a = 0; a < FLAVORS; a++) {
                for (int c = 0; c < FLAVORS; c++) {
                    now[d][a] += m[at(d, a, c)] * m_start[d][c];
                }
            }
        }
        return now;
    }

    private Asymptotic result(final double[] m, final boolean converted) {
        if (!converted) {
            final double[] all = new double[m_start.length];
            Arrays.fill(all, 1);
            return new Asymptotic(m_state, false, all, 0);
        }
        final double[][] rho = new double[m_state.size()][9];
        final double[][] omega = new double[2][rho.length];
        for (int i = 0; i < rho.length; i++) {
            omega[0][i] = m_state.omega21(i);
            omega[1][i] = m_state.omega31(i);
            for (int a = 0; a < FLAVORS; a++) {
                for (int c = 0; c < FLAVORS; c++) {
                    rho[i][a] += m[at(m_directions.directionOf(i), a, c)] * m_state.occupation(i, c);
                }
            }
        }
        final double[] survival = new double[m_start.length];
        Arrays.setAll(survival, d -> m[at(d, 0, 0)]);
        final double[] change = new double[FLAVORS];
        final double[][] end = numbers(m);
        for (int d = 0; d < end.length; d++) {
            for (int a = 0; a < FLAVORS; a++) {
                change[a] += end[d][a] - m_start[d][a];
            }
        }
        return new Asymptotic(new ThreeFlavorState(m_state.modes(), omega[0], omega[1], rho), true, survival,
            Arrays.stream(change).map(Math::abs).max().orElse(0) / m_gross);
    }
}
