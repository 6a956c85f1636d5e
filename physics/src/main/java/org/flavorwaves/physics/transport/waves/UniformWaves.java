package org.flavorwaves.physics.transport.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.numerics.RadauMethod;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;

/**
 * A uniform aligned medium whose polarizations are driven while its growing waves take from them (JK 39), (JK 78):
 *
 * <pre>dP_i/dt = S_i - Gamma_i P_i - 2 sum_k gamma_k I_k |psi_i|^2/P_i,   d ln I_k/dt = 2 (gamma_k - Gamma_k)</pre>
 *
 * <p>with Gamma_k = sum_i w_i Gamma_i |psi_i|^2, by which collisions damp a growing wave, not below the noise of all
 * polarizations; seeds are its least value. After saturation drive and waves are in balance at a small growth rate. The
 * equations are stiff there, so they are integrated by {@link RadauMethod} in sqrt |P_i| and ln I. Waves are followed
 * from step to step and searched anew when a lepton number has changed by a hundredth of the largest one, or has
 * doubled. A run that goes on searches anew, so that waves which begin afterwards are found at other times, and with
 * other noise: it is large where two waves merge.
 */
public final class UniformWaves {
    /** First step from a start and from waves of an earlier run, in units of the time to the first output. */
    private static final double[] FIRST_STEP = {1e-5, 1e-2};

    /** Time over which the change of the strength is taken, in units of the last output time. */
    private static final double AHEAD = 1e-4;

    private static final double SHORTEST_STEP = 1e-12;

    private static final double SAFETY = 0.8;

    private static final double LARGEST_RISE = 3;

    /** Change of a lepton number, in units of the largest one, after which waves are searched anew. */
    private static final double SEARCH = 0.01;

    private static final double DOUBLED = 0.5;

    /** Unknowns beside polarizations and waves: the time, and what collisions have added to the lepton number. */
    private static final int OTHERS = 2;

    /** How a run ended. */
    public enum Outcome {
        /** At the last time. */
        FINISHED,
        /** A source takes some |P_i| through zero, where its direction would flip. */
        DEPOLARIZED,
        /** The steps became too short or too many. */
        STEPS_EXHAUSTED
    }

    /**
     * A run.
     *
     * @param samples states, the first one at t = 0, the last one where it ended
     * @param outcome how it ended
     * @param steps accepted steps
     * @param rejected steps that were tried and repeated with a shorter one
     */
    public record Result(List<UniformSample> samples, Outcome outcome, int steps, int rejected) {
    }

    private final FlavorState m_state;

    private final UniformSetup m_setup;

    private final int m_modes;

    private final WaveExchange m_exchange;

    private final double[] m_sign;

    private final double[] m_weights;

    private final double[] m_p;

    /** sqrt |P| and time of the medium that was set last. */
    private final double[] m_medium;

    private final double[] m_viscosity;

    private final double[] m_growth;

    private final double[] m_damping;

    /** |psi_i|^2/P_i^2 of the slots, by beam. */
    private final double[][] m_shares;

    /** N over I of a slot where it grew last. */
    private final double[] m_quanta;

    /** I that belongs to a seed of 1. */
    private final double[] m_least;

    /** I of a slot at its start, and its logarithm, from which the unknown counts; NaN before it begins. */
    private final double[] m_given;

    private final double[] m_start;

    private final double[] m_searched;

    /**
     * Prepares a run.
     *
     * @param state along z at time 0; a mode without polarization gets that of its drive
     * @param setup the drive and the waves
     */
    public UniformWaves(final FlavorState state, final UniformSetup setup) {
        m_state = state;
        m_setup = setup;
        m_modes = state.size();
        m_exchange = new WaveExchange(state.modes(), Beams.of(state.modes()), setup.strength().applyAsDouble(0),
            setup.waveNumbers().length);
        m_sign = new double[m_modes];
        for (int i = 0; i < m_modes; i++) {
            m_sign[i] = Math.signum(state.pz(i) != 0 ? state.pz(i) : setup.drive()[i]);
        }
        m_weights = state.modes().weights();
        m_p = new double[m_modes];
        m_medium = new double[m_modes + 1];
        Arrays.fill(m_medium, Double.NaN);
        m_viscosity = new double[m_modes];
        final int slots = m_exchange.roots().size();
        m_growth = new double[slots];
        m_damping = new double[slots];
        m_least = new double[slots];
        m_quanta = setup.quanta().clone();
        m_shares = new double[slots][m_exchange.beams()];
        m_given = setup.intensities().clone();
        m_start = new double[slots];
        for (int j = 0; j < slots; j++) {
            m_start[j] = Math.log(setup.intensities()[j]);
        }
        m_searched = new double[m_exchange.beams()];
    }

    /**
     * Runs.
     *
     * @param progress told the share of the time
     * @return states over time
     */
    public Result evolve(final Progress progress) {
        final double[] times = m_setup.times();
        final double span = times.length > 1 ? times[1] : 0;
        double[] y = new double[m_modes + m_growth.length + OTHERS];
        for (int i = 0; i < m_modes; i++) {
            y[i] = Math.sqrt(Math.abs(m_state.pz(i)));
        }
        double[] next = new double[y.length];
        final RadauMethod method = new RadauMethod(this::rates, m_modes, scales(y, span));
        search(y);
        begin(y);
        final List<UniformSample> samples = new ArrayList<>();
        samples.add(sample(y));
        double h = FIRST_STEP[m_setup.resumed() ? 1 : 0] * span;
        int steps = 0;
        int rejected = 0;
        while (samples.size() < times.length) {
            progress.report(time(y) / times[times.length - 1], "Waves of a uniform medium");
            final double left = times[samples.size()] - time(y);
            final boolean reaches = h >= left * (1 - 1e-9);
            final double tried = reaches ? left : h;
            final double error = method.step(y, tried, next) / m_setup.tolerance();
            final double factor = SAFETY / Math.cbrt(error);
            if (!(error <= 1)) {
                rejected++;
                h = tried * (factor > 0 ? Math.max(factor, 0.1) : 0.25);
            } else {
                method.accept(y, tried);
                final double[] swap = y;
                y = next;
                next = swap;
                steps++;
                h = reaches && factor > 1 ? Math.max(h, tried) : tried * Math.min(LARGEST_RISE, factor);
                follow(y);
                if (reaches) {
                    samples.add(sample(y));
                }
            }
            if (steps + rejected >= m_setup.maxSteps() || h < SHORTEST_STEP * span) {
                samples.add(sample(y));
                return new Result(samples, isDepolarizing(y) ? Outcome.DEPOLARIZED : Outcome.STEPS_EXHAUSTED, steps,
                    rejected);
            }
        }
        return new Result(samples, Outcome.FINISHED, steps, rejected);
    }

    private double[] scales(final double[] y, final double end) {
        double largest = 0;
        double number = 0;
        for (int i = 0; i < m_modes; i++) {
            largest = Math.max(largest, y[i]);
            number += m_weights[i] * y[i] * y[i];
        }
        final double[] scales = new double[y.length];
        Arrays.fill(scales, 1);
        Arrays.fill(scales, 0, m_modes, largest > 0 ? largest : 1);
        scales[y.length - 2] = end;
        scales[y.length - 1] = number > 0 ? number : 1;
        return scales;
    }

    private static double time(final double[] y) {
        return y[y.length - 2];
    }

    /** Sets the medium and moves its waves, unless they are there already. */
    private void setMedium(final double[] y) {
        boolean same = m_medium[m_modes] == time(y);
        for (int i = 0; i < m_modes; i++) {
            same &= m_medium[i] == y[i];
            m_medium[i] = y[i];
            m_p[i] = m_sign[i] * y[i] * y[i];
        }
        if (same) {
            return;
        }
        m_medium[m_modes] = time(y);
        m_exchange.setStrength(m_setup.strength().applyAsDouble(time(y)));
        m_exchange.setPolarization(m_p);
        for (int j = 0; j < m_growth.length; j++) {
            m_growth[j] = m_exchange.move(j, shifted(j), m_p);
            m_damping[j] = 0;
            if (m_growth[j] > 0) {
                m_quanta[j] = m_exchange.quanta();
                m_least[j] = m_setup.start() == WaveGrid.Start.QUANTA ? m_exchange.ofField() : m_exchange.noise();
                for (int c = 0; c < m_shares[j].length; c++) {
                    m_shares[j][c] = m_exchange.share(c);
                }
                for (int i = 0; i < m_modes; i++) {
                    m_damping[j] += m_weights[i] * m_setup.loss()[i] * m_p[i] * m_p[i]
                        * m_shares[j][m_exchange.beamOf(i)];
                }
            }
        }
    }

    private double shifted(final int slot) {
        final double k = m_setup.waveNumbers()[slot / m_exchange.roots().slots()];
        return m_setup.shifted() ? k : k + m_exchange.flux();
    }

    private void rates(final double[] y, final double[] rates) {
        setMedium(y);
        Arrays.fill(m_viscosity, 0);
        final double noise = noise();
        for (int j = 0; j < m_growth.length; j++) {
            final double least = m_setup.start() == WaveGrid.Start.QUANTA ? m_least[j] : noise;
            final boolean sinks = m_growth[j] < m_damping[j]
                && m_start[j] + y[m_modes + j] <= Math.log(m_setup.seeds()[j] * least);
            rates[m_modes + j] = sinks || Double.isNaN(m_start[j]) ? 0 : 2 * (m_growth[j] - m_damping[j]);
            if (m_growth[j] > 0 && !Double.isNaN(m_start[j])) {
                final double gain = 2 * m_growth[j] * m_setup.width() * Math.exp(m_start[j] + y[m_modes + j]);
                for (int i = 0; i < m_modes; i++) {
                    m_viscosity[i] += gain * m_shares[j][m_exchange.beamOf(i)];
                }
            }
        }
        double collided = 0;
        for (int i = 0; i < m_modes; i++) {
            final double drive = m_sign[i] * m_setup.drive()[i];
            rates[i] = drive - (m_setup.loss()[i] + m_viscosity[i]) * y[i] * y[i];
            collided += m_state.modes().species(i).sign() * m_weights[i] * m_sign[i]
                * (drive - m_setup.loss()[i] * y[i] * y[i]);
        }
        rates[y.length - 2] = 1;
        rates[y.length - 1] = collided;
    }

    /** The intensity of noise for seeds of 1, half of the power of a beam. */
    private double noise() {
        double power = 0;
        for (int i = 0; i < m_modes; i++) {
            power += m_weights[i] * m_p[i] * m_p[i];
        }
        return power / m_exchange.beams();
    }

    private void follow(final double[] y) {
        m_exchange.roots().watch();
        m_medium[m_modes] = Double.NaN;
        setMedium(y);
        m_exchange.roots().accept();
        if (hasChanged()) {
            search(y);
        }
        begin(y);
    }

    private boolean hasChanged() {
        boolean changed = m_exchange.roots().hasLost();
        double largest = 0;
        for (int c = 0; c < m_searched.length; c++) {
            largest = Math.max(largest, Math.abs(m_exchange.number(c)));
        }
        for (int c = 0; c < m_searched.length; c++) {
            final double change = Math.abs(m_exchange.number(c) - m_searched[c]);
            changed |= change > SEARCH * largest || change > DOUBLED * Math.abs(m_exchange.number(c));
        }
        return changed;
    }

    private void search(final double[] y) {
        setMedium(y);
        for (int c = 0; c < m_searched.length; c++) {
            m_searched[c] = m_exchange.number(c);
        }
        for (int k = 0; k < m_setup.waveNumbers().length; k++) {
            m_exchange.roots().search(k, shifted(m_exchange.roots().slots() * k));
        }
        m_medium[m_modes] = Double.NaN;
    }

    /** Gives every growing wave at least its share of the seeds. */
    private void begin(final double[] y) {
        setMedium(y);
        for (int j = 0; j < m_start.length; j++) {
            if (m_growth[j] > 0) {
                final double seed = m_setup.seeds()[j] * m_least[j];
                final double least = Math.log(seed) - y[m_modes + j];
                m_given[j] = m_start[j] > least ? m_given[j] : seed;
                m_start[j] = m_start[j] > least ? m_start[j] : least;
            }
        }
    }

    private UniformSample sample(final double[] y) {
        final double[] rates = new double[y.length];
        rates(y, rates);
        final double[] intensities = new double[m_growth.length];
        final double[] quanta = new double[m_growth.length];
        for (int j = 0; j < intensities.length; j++) {
            intensities[j] = y[m_modes + j] == 0 ? m_given[j] : Math.exp(m_start[j] + y[m_modes + j]);
            quanta[j] = intensities[j] * m_quanta[j];
        }
        return new UniformSample(time(y), m_p.clone(), intensities, m_growth.clone(), quanta,
            m_viscosity.clone(), mixing(time(y), rates, intensities), y[y.length - 1]);
    }

    private double mixing(final double t, final double[] rates, final double[] intensities) {
        final double ahead = AHEAD * m_setup.times()[m_setup.times().length - 1];
        final double rise = ahead == 0 ? 0 : Math.log(m_setup.strength().applyAsDouble(t + ahead)
            / m_setup.strength().applyAsDouble(t)) / ahead;
        final double[] changes = new double[m_modes];
        for (int i = 0; i < m_modes; i++) {
            changes[i] = m_sign[i] * rates[i] + rise * m_p[i];
        }
        return m_exchange.mixing(m_p, changes, new double[m_modes], 0, this::shifted, j -> intensities[j]);
    }

    private boolean isDepolarizing(final double[] y) {
        for (int i = 0; i < m_modes; i++) {
            if (m_sign[i] * m_setup.drive()[i] < 0 && y[i] * y[i] < m_setup.tolerance()) {
                return true;
            }
        }
        return false;
    }
}
