package org.flavorwaves.physics.transport.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.flavomon.beams.FollowedRoots;
import org.flavorwaves.physics.numerics.RadauMethod;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;

/**
 * A uniform aligned medium whose polarizations are driven while its growing waves take from them (JK 39), (JK 78):
 *
 * <pre>dP_i/dt = S_i - Gamma_i P_i - 2 sum_k gamma_k I_k |psi_i|^2/P_i,   d ln I_k/dt = 2 gamma_k</pre>
 *
 * <p>After saturation drive and waves are in balance at a small growth rate. The equations are stiff there, so they are
 * integrated by {@link RadauMethod} in sqrt |P_i| and ln I. Waves are followed from step to
 * step and searched anew when a lepton number has changed by a hundredth of the largest one, or has doubled.
 */
public final class UniformWaves {
    private static final double FIRST_STEP = 1e-5;

    private static final double SHORTEST_STEP = 1e-12;

    private static final double SAFETY = 0.8;

    private static final double LARGEST_RISE = 3;

    /** Change of a lepton number, in units of the largest one, after which waves are searched anew. */
    private static final double SEARCH = 0.01;

    private static final double DOUBLED = 0.5;

    /**
     * What happens to the medium and when it is wanted.
     *
     * @param drive S_i, what sources add to P_i along the axis in a unit of time
     * @param loss Gamma_i, the rate of depolarization and absorption
     * @param waveNumbers wave numbers of the waves
     * @param shifted whether they are shifted wave numbers k, else physical ones K
     * @param intensities I of each wave at the start, summed over its range of wave numbers
     * @param end last time
     * @param outputs number of states after the start, at equal intervals
     * @param tolerance of the roots of |P|, relative to the largest one, and of ln I in a step
     * @param maxSteps most steps, accepted or not
     */
    public record Options(double[] drive, double[] loss, double[] waveNumbers, boolean shifted, double[] intensities,
        double end, int outputs, double tolerance, int maxSteps) {
    }

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
     * The medium and its waves at one time.
     *
     * @param time t
     * @param polarization P_i along the axis, by mode
     * @param intensities I, by wave number and slot
     * @param growth growth rates, likewise; 0 where no wave grows
     * @param viscosity gamma_i of the modes
     */
    public record Sample(double time, double[] polarization, double[] intensities, double[] growth,
        double[] viscosity) {
    }

    /**
     * A run.
     *
     * @param samples states, the first one at t = 0
     * @param outcome how it ended
     * @param steps accepted steps
     * @param rejected steps that were tried and repeated with a shorter one
     */
    public record Result(List<Sample> samples, Outcome outcome, int steps, int rejected) {
    }

    private final FlavorState m_state;

    private final Options m_options;

    private final int m_modes;

    private final WaveExchange m_exchange;

    private final double[] m_sign;

    private final double[] m_p;

    private final double[] m_viscosity;

    private final double[] m_growth;

    private final double[] m_searched;

    /**
     * Prepares a run.
     *
     * @param state rings along z at time 0; a mode without polarization gets that of its drive
     * @param strength factor on the nu-nu term
     * @param options the drive and the waves
     */
    public UniformWaves(final FlavorState state, final double strength, final Options options) {
        m_state = state;
        m_options = options;
        m_modes = state.size();
        m_exchange = new WaveExchange(state.modes(), strength, options.waveNumbers.length);
        m_sign = new double[m_modes];
        for (int i = 0; i < m_modes; i++) {
            m_sign[i] = Math.signum(state.pz(i) != 0 ? state.pz(i) : options.drive[i]);
        }
        m_p = new double[m_modes];
        m_viscosity = new double[m_modes];
        m_growth = new double[m_exchange.roots().size()];
        m_searched = new double[m_exchange.beams()];
    }

    /**
     * Runs.
     *
     * @param progress told the share of the time
     * @return states over time
     */
    public Result evolve(final Progress progress) {
        double[] y = start();
        double[] next = new double[y.length];
        final RadauMethod method = new RadauMethod(this::rates, m_modes, scales(y));
        search(y);
        final List<Sample> samples = new ArrayList<>();
        samples.add(sample(0, y));
        double t = 0;
        double h = FIRST_STEP * m_options.end;
        int steps = 0;
        int rejected = 0;
        while (samples.size() <= m_options.outputs) {
            progress.report(t / m_options.end, "Waves of a uniform medium");
            final double stop = m_options.end * samples.size() / m_options.outputs;
            final boolean reaches = h >= (stop - t) * (1 - 1e-9);
            final double tried = reaches ? stop - t : h;
            final double error = method.step(y, tried, next) / m_options.tolerance;
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
                t = reaches ? stop : t + tried;
                h = reaches && factor > 1 ? Math.max(h, tried) : tried * Math.min(LARGEST_RISE, factor);
                follow(y);
                if (reaches) {
                    samples.add(sample(t, y));
                }
            }
            if (steps + rejected >= m_options.maxSteps || h < SHORTEST_STEP * m_options.end) {
                return new Result(samples, isDepolarizing(y) ? Outcome.DEPOLARIZED : Outcome.STEPS_EXHAUSTED, steps,
                    rejected);
            }
        }
        return new Result(samples, Outcome.FINISHED, steps, rejected);
    }

    private double[] start() {
        final double[] y = new double[m_modes + m_growth.length];
        for (int i = 0; i < m_modes; i++) {
            y[i] = Math.sqrt(Math.abs(m_state.pz(i)));
        }
        for (int j = 0; j < m_growth.length; j++) {
            y[m_modes + j] = Math.log(m_options.intensities[j / FollowedRoots.SLOTS]);
        }
        return y;
    }

    private double[] scales(final double[] y) {
        double largest = 0;
        for (int i = 0; i < m_modes; i++) {
            largest = Math.max(largest, y[i]);
        }
        final double[] scales = new double[y.length];
        Arrays.fill(scales, 0, m_modes, largest);
        Arrays.fill(scales, m_modes, scales.length, 1);
        return scales;
    }

    private void setMedium(final double[] y) {
        for (int i = 0; i < m_modes; i++) {
            m_p[i] = m_sign[i] * y[i] * y[i];
        }
        m_exchange.setPolarization(m_p);
    }

    private double shifted(final int slot) {
        final double k = m_options.waveNumbers[slot / FollowedRoots.SLOTS];
        return m_options.shifted ? k : k + m_exchange.flux();
    }

    private void rates(final double[] y, final double[] rates) {
        setMedium(y);
        Arrays.fill(m_viscosity, 0);
        for (int j = 0; j < m_growth.length; j++) {
            m_growth[j] = m_exchange.move(j, shifted(j), m_p);
            rates[m_modes + j] = 2 * m_growth[j];
            final double gain = m_growth[j] == 0 ? 0 : 2 * m_growth[j] * Math.exp(y[m_modes + j]);
            for (int i = 0; i < m_modes && gain > 0; i++) {
                m_viscosity[i] += gain * m_exchange.share(m_exchange.beamOf(i));
            }
        }
        for (int i = 0; i < m_modes; i++) {
            rates[i] = m_sign[i] * m_options.drive[i] - (m_options.loss[i] + m_viscosity[i]) * y[i] * y[i];
        }
    }

    private void follow(final double[] y) {
        m_exchange.roots().watch();
        rates(y, new double[y.length]);
        m_exchange.roots().accept();
        if (m_exchange.roots().hasLost()) {
            search(y);
            return;
        }
        double largest = 0;
        for (int c = 0; c < m_searched.length; c++) {
            largest = Math.max(largest, Math.abs(m_exchange.number(c)));
        }
        for (int c = 0; c < m_searched.length; c++) {
            final double change = Math.abs(m_exchange.number(c) - m_searched[c]);
            if (change > SEARCH * largest || change > DOUBLED * Math.abs(m_exchange.number(c))) {
                search(y);
                return;
            }
        }
    }

    private void search(final double[] y) {
        setMedium(y);
        for (int c = 0; c < m_searched.length; c++) {
            m_searched[c] = m_exchange.number(c);
        }
        for (int k = 0; k < m_options.waveNumbers.length; k++) {
            m_exchange.roots().search(k, shifted(FollowedRoots.SLOTS * k));
        }
    }

    private Sample sample(final double t, final double[] y) {
        rates(y, new double[y.length]);
        final double[] intensities = new double[m_growth.length];
        for (int j = 0; j < intensities.length; j++) {
            intensities[j] = Math.exp(y[m_modes + j]);
        }
        return new Sample(t, m_p.clone(), intensities, m_growth.clone(), m_viscosity.clone());
    }

    private boolean isDepolarizing(final double[] y) {
        for (int i = 0; i < m_modes; i++) {
            if (m_sign[i] * m_options.drive[i] < 0 && y[i] * y[i] < m_options.tolerance) {
                return true;
            }
        }
        return false;
    }
}
