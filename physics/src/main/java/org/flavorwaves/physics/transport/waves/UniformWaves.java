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
 * polarizations; quanta have at least their seeds. After saturation drive and waves are in balance at a small growth
 * rate. The equations are stiff there, so they are integrated by {@link RadauMethod} in sqrt |P_i| and ln I. Waves are
 * followed from step to step and searched now and then ({@link UniformMedium}); what they begin with is that of their
 * birth, whenever they are found ({@link WaveBirth}). At an output the search and the steps begin anew, as in a run
 * that goes on from it.
 */
public final class UniformWaves {
    /** First step from a start and from an output, in units of the time to the next output. */
    private static final double[] FIRST_STEP = {1e-4, 1};

    /** Time over which the change of the strength is taken, in units of the last output time. */
    private static final double AHEAD = 1e-4;

    private static final double SHORTEST_STEP = 1e-12;

    private static final double SAFETY = 0.8;

    private static final double LARGEST_RISE = 3;

    /** Change of lepton numbers in a step, in units of the largest one: waves are found soon after their birth. */
    private static final double LARGEST_CHANGE = 0.01;

    /** Change of the medium by which rates of change are taken. */
    private static final double SMALL = 1e-6;

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

    private final double[] m_weights;

    private final UniformMedium m_medium;

    private final double[] m_viscosity;

    /** Whether a slot has grown since the last time at which waves were begun. */
    private final boolean[] m_grows;

    /** Whether a slot has been found to grow and has taken nothing yet. */
    private final boolean[] m_unborn;

    /** I of a slot at its start, and its logarithm, from which the unknown counts; NaN before it begins. */
    private final double[] m_given;

    private final double[] m_start;

    /** Time of the last output, from which the unknown counts. */
    private double m_since;

    /**
     * Prepares a run.
     *
     * @param state rings along z at time 0; a mode without polarization gets that of its drive
     * @param setup the drive and the waves
     */
    public UniformWaves(final FlavorState state, final UniformSetup setup) {
        m_state = state;
        m_setup = setup;
        m_modes = state.size();
        m_weights = state.modes().weights();
        m_medium = new UniformMedium(state, setup);
        m_viscosity = new double[m_modes];
        m_grows = new boolean[m_medium.slots()];
        m_unborn = new boolean[m_grows.length];
        m_given = setup.intensities().clone();
        m_start = new double[m_grows.length];
        for (int j = 0; j < m_start.length; j++) {
            m_start[j] = Math.log(setup.intensities()[j]);
        }
    }

    /**
     * Runs.
     *
     * @param progress told the share of the time
     * @return states over time
     */
    public Result evolve(final Progress progress) {
        final double[] times = m_setup.times();
        double span = times.length > 1 ? times[1] : 0;
        double[] y = new double[m_modes + m_start.length + OTHERS];
        for (int i = 0; i < m_modes; i++) {
            y[i] = Math.sqrt(Math.abs(m_state.pz(i)));
        }
        double[] next = new double[y.length];
        RadauMethod method = new RadauMethod(this::rates, m_modes, scales(y, span));
        m_medium.search(y, 0);
        begin(y, new WaveBirth[m_grows.length]);
        final List<UniformSample> samples = new ArrayList<>();
        samples.add(sample(y));
        double h = FIRST_STEP[m_setup.resumed() ? 1 : 0] * span;
        int steps = 0;
        int rejected = 0;
        while (samples.size() < times.length) {
            progress.report(time(y) / times[times.length - 1], "Waves of a uniform medium");
            final double left = span - y[y.length - 2];
            h = Math.min(h, longestStep(y));
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
                m_medium.follow(y, time(y));
                begin(y, births(y));
                if (reaches) {
                    rest(y, times[samples.size()]);
                    samples.add(sample(y));
                    span = samples.size() < times.length ? times[samples.size()] - m_since : span;
                    method = new RadauMethod(this::rates, m_modes, scales(y, span));
                    h = FIRST_STEP[1] * span;
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

    /** Waves and steps begin anew. */
    private void rest(final double[] y, final double time) {
        m_since = time;
        y[y.length - 2] = 0;
        final int[] successors = m_medium.renew(y, time);
        final double[] intensities = new double[m_start.length];
        final boolean[] grows = m_grows.clone();
        Arrays.fill(m_grows, false);
        for (int j = 0; j < successors.length; j++) {
            final double intensity = Math.exp(m_start[j] + y[m_modes + j]);
            if (successors[j] >= 0) {
                intensities[successors[j]] += Double.isNaN(intensity) ? 0 : intensity;
                m_grows[successors[j]] |= grows[j];
            }
            y[m_modes + j] = 0;
        }
        for (int j = 0; j < intensities.length; j++) {
            final double least =
                m_setup.start() == WaveGrid.Start.QUANTA ? Double.NaN : m_setup.seeds()[j] * m_medium.noise();
            m_given[j] = intensities[j] > 0 ? intensities[j] : least;
            m_start[j] = Math.log(m_given[j]);
        }
        begin(y, births(y));
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

    /** The time in which a lepton number changes by the largest change of a step. */
    private double longestStep(final double[] y) {
        final double[] rates = new double[y.length];
        rates(y, rates);
        double size = 0;
        double fastest = 0;
        for (int i = 0; i < m_modes; i++) {
            size = Math.max(size, m_weights[i] * y[i] * y[i]);
            fastest = Math.max(fastest, m_weights[i] * Math.abs(rates[i]));
        }
        return LARGEST_CHANGE / ((size > 0 ? fastest / size : 0) + Math.abs(rise(time(y))));
    }

    private double time(final double[] y) {
        return m_since + y[y.length - 2];
    }

    private void rates(final double[] y, final double[] rates) {
        m_medium.set(y, time(y));
        Arrays.fill(m_viscosity, 0);
        final double noise = m_medium.noise();
        for (int j = 0; j < m_start.length; j++) {
            final double growth = m_medium.growth(j);
            final double damping = m_medium.damping(j);
            final double least = m_setup.start() == WaveGrid.Start.QUANTA ? m_medium.least(j) : noise;
            final boolean sinks = growth < damping
                && m_start[j] + y[m_modes + j] <= Math.log(m_setup.seeds()[j] * least);
            rates[m_modes + j] = sinks || Double.isNaN(m_start[j]) ? 0 : 2 * (growth - damping);
            if (growth > 0 && !m_unborn[j] && !Double.isNaN(m_start[j])) {
                final double gain = 2 * growth * m_setup.width() * Math.exp(m_start[j] + y[m_modes + j]);
                for (int i = 0; i < m_modes; i++) {
                    m_viscosity[i] += gain * m_medium.share(j, i);
                }
            }
        }
        double collided = 0;
        for (int i = 0; i < m_modes; i++) {
            final double drive = m_medium.sign(i) * m_setup.drive()[i];
            rates[i] = drive - (m_setup.loss()[i] + m_viscosity[i]) * y[i] * y[i];
            collided += m_state.modes().species(i).sign() * m_weights[i] * m_medium.sign(i)
                * (drive - m_setup.loss()[i] * y[i] * y[i]);
        }
        rates[y.length - 2] = 1;
        rates[y.length - 1] = collided;
    }

    /** Gives waves that begin to grow what they have grown since, and at least their noise; quanta at all times. */
    private void begin(final double[] y, final WaveBirth[] births) {
        final boolean isQuantal = m_setup.start() == WaveGrid.Start.QUANTA;
        for (int j = 0; j < m_start.length; j++) {
            final boolean grows = m_medium.growth(j) > 0;
            if (grows && (isQuantal || !m_grows[j])) {
                final double seed = m_setup.seeds()[j] * m_medium.least(j) * (births[j] == null || isQuantal ? 1
                    : births[j].noise());
                final double growth = births[j] == null ? 1 : births[j].growth();
                final double now = Math.exp(m_start[j] + y[m_modes + j]);
                if (growth > 1 || !(now >= seed)) {
                    m_given[j] = growth * (now >= seed ? now : seed);
                    m_start[j] = Math.log(m_given[j]) - y[m_modes + j];
                }
            }
            m_grows[j] = grows;
        }
    }

    /** The births of waves that have begun to grow, by slot; null of the others. */
    private WaveBirth[] births(final double[] y) {
        m_medium.set(y, time(y));
        final WaveBirth[] births = new WaveBirth[m_start.length];
        final double[] growth = m_medium.growths().clone();
        boolean any = false;
        for (int j = 0; j < growth.length; j++) {
            m_unborn[j] = growth[j] > 0 && !m_grows[j];
            any |= m_unborn[j];
        }
        if (any) {
            final double[] then = y.clone();
            final double ahead = ahead(then);
            m_medium.set(then, time(then));
            for (int j = 0; j < growth.length; j++) {
                final double rise = m_medium.growth(j) - growth[j];
                if (m_unborn[j] && rise > 0) {
                    births[j] = new WaveBirth(growth[j], rise * (m_medium.growth(j) + growth[j]) / ahead);
                }
            }
            m_medium.set(y, time(y));
            Arrays.fill(m_unborn, false);
        }
        return births;
    }

    /** Moves the medium ahead by a short time and returns that. */
    private double ahead(final double[] y) {
        final double[] rates = new double[y.length];
        rates(y, rates);
        double size = 0;
        double fastest = 0;
        for (int i = 0; i < m_modes; i++) {
            size = Math.max(size, y[i] * y[i]);
            fastest = Math.max(fastest, Math.abs(rates[i]));
        }
        final double ahead = fastest > 0 ? SMALL * size / fastest : 0;
        for (int i = 0; i < m_modes; i++) {
            y[i] = Math.sqrt(Math.max(0, y[i] * y[i] + ahead * rates[i]));
        }
        y[y.length - 2] += ahead;
        return ahead;
    }

    private UniformSample sample(final double[] y) {
        final double[] rates = new double[y.length];
        rates(y, rates);
        final double[] intensities = new double[m_start.length];
        final double[] quanta = new double[m_start.length];
        for (int j = 0; j < intensities.length; j++) {
            intensities[j] = y[m_modes + j] == 0 ? m_given[j] : Math.exp(m_start[j] + y[m_modes + j]);
            quanta[j] = intensities[j] * m_medium.quanta(j);
        }
        final double[] p = m_medium.polarizations().clone();
        final double rise = rise(time(y));
        final double[] changes = new double[m_modes];
        for (int i = 0; i < m_modes; i++) {
            changes[i] = m_medium.sign(i) * rates[i] + rise * p[i];
        }
        return new UniformSample(time(y), p, intensities, m_medium.growths().clone(), quanta, m_viscosity.clone(),
            m_medium.mixing(changes, intensities), y[y.length - 1]);
    }

    /** d ln(strength)/dt. */
    private double rise(final double t) {
        final double ahead = AHEAD * m_setup.times()[m_setup.times().length - 1];
        return ahead == 0 ? 0 : Math.log(m_setup.strength().applyAsDouble(t + ahead)
            / m_setup.strength().applyAsDouble(t)) / ahead;
    }

    private boolean isDepolarizing(final double[] y) {
        for (int i = 0; i < m_modes; i++) {
            if (m_medium.sign(i) * m_setup.drive()[i] < 0 && y[i] * y[i] < m_setup.tolerance()) {
                return true;
            }
        }
        return false;
    }
}
