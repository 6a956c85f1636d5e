package org.flavorwaves.physics.kinetics.relaxation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.flavorwaves.physics.kinetics.relaxation.ThreeWaveResult.Outcome;
import org.flavorwaves.physics.numerics.StrongStabilityRungeKutta;
import org.flavorwaves.physics.run.Progress;

/**
 * The kinetic equation of three waves of random phases (FW three-wave): with signed actions n per unit of k, mu = 1/n,
 * and c = a + b,
 *
 * <pre>F = 2 pi |U|^2 delta(x) |n_a n_b n_c| (mu_c - mu_a - mu_b),    dn_c/dt = F,  dn_a/dt = dn_b/dt = -F</pre>
 *
 * <p>so n_a + n_c and n_b + n_c of each triad are constant (FW manley-rowe), and with them sum Omega n and sum k n. mu
 * is linear between wave numbers and every triad hands its share to the neighbours by the same hats: the Rayleigh-Jeans
 * spectrum mu = (Omega - u k)/T is a fixed point and d(sum ln |n|)/dt = sum F (mu_c - mu_a - mu_b) &gt;= 0, both to
 * rounding and for any spacing. The closed set of waves up to the largest wave number is evolved.
 */
public final class ThreeWaveKinetics {
    /** Longest step in units of the shortest time in which an action changes by itself. */
    private static final double PART = 0.5;

    private static final double SAFETY = 0.85;

    private static final double MAX_GROWTH = 2;

    private static final double MIN_SHRINK = 0.2;

    /** Growth of the sum of all |n| at which waves have exploded. */
    private static final double EXPLOSION = 1e3;

    private final ActionBands m_bands;

    private final ResonantTriads m_triads;

    private final double m_tolerance;

    private final int m_maxSteps;

    private double m_entropyRate;

    /**
     * Prepares runs.
     *
     * @param bands the bands
     * @param triads their resonances
     * @param tolerance largest error of an action in a step, relative to it
     * @param maxSteps number of steps after which a run stops
     */
    public ThreeWaveKinetics(final ActionBands bands, final ResonantTriads triads, final double tolerance,
        final int maxSteps) {
        m_bands = bands;
        m_triads = triads;
        m_tolerance = tolerance;
        m_maxSteps = maxSteps;
    }

    /** What a wave number stands for: dk, half of it at both ends. */
    private double cell(final int point) {
        return m_bands.step() * (point == 0 || point == m_bands.points() - 1 ? 0.5 : 1);
    }

    private int index(final int band, final int point) {
        return band * m_bands.points() + point;
    }

    private double inverse(final double[] n, final int triad, final int wave) {
        final int at = index(m_triads.band(triad, wave), m_triads.below(triad, wave));
        final double t = m_triads.beyond(triad, wave);
        return (1 - t) / n[at] + (t == 0 ? 0 : t / n[at + 1]);
    }

    private void give(final double[] rates, final int triad, final int wave, final double share) {
        final int band = m_triads.band(triad, wave);
        final int point = m_triads.below(triad, wave);
        final double t = m_triads.beyond(triad, wave);
        rates[index(band, point)] += share * (1 - t) / cell(point);
        if (t != 0) {
            rates[index(band, point + 1)] += share * t / cell(point + 1);
        }
    }

    /** dn/dt of the signed actions per unit of k. */
    void rates(final double[] n, final double[] rates) {
        Arrays.fill(rates, 0);
        m_entropyRate = 0;
        for (int q = 0; q < m_triads.size(); q++) {
            final double a = inverse(n, q, 0);
            final double b = inverse(n, q, 1);
            final double c = inverse(n, q, 2);
            final double excess = c - a - b;
            final double flow = m_triads.weight(q) * excess / Math.abs(a * b * c);
            give(rates, q, 2, flow);
            give(rates, q, 0, -flow);
            give(rates, q, 1, -flow);
            m_entropyRate += flow * excess;
        }
    }

    /** d(sum ln |n|)/dt of the last evaluation. */
    double entropyRate() {
        return m_entropyRate;
    }

    /**
     * The shortest time in which an action changes by itself.
     *
     * @param action signed actions per unit of k, [band][wave number]
     * @return a time; infinite if nothing changes
     */
    public double shortestTime(final double[][] action) {
        final double[] n = flat(action);
        final double[] rates = new double[n.length];
        rates(n, rates);
        return 1 / fastest(n, rates);
    }

    private static double fastest(final double[] n, final double[] rates) {
        double fastest = 0;
        for (int i = 0; i < n.length; i++) {
            fastest = Math.max(fastest, Math.abs(rates[i] / n[i]));
        }
        return fastest;
    }

    private double[] flat(final double[][] action) {
        final double[] n = new double[m_bands.size() * m_bands.points()];
        for (int b = 0; b < m_bands.size(); b++) {
            for (int j = 0; j < m_bands.points(); j++) {
                if (!(action[b][j] * m_bands.kappa(b, j) > 0)) {
                    throw new IllegalArgumentException("The action of band " + m_bands.number(b) + " at k = "
                        + m_bands.waveNumber(j) + " must have the sign of its signature but is " + action[b][j] + ".");
                }
                n[index(b, j)] = action[b][j];
            }
        }
        return n;
    }

    /**
     * Evolves the actions.
     *
     * @param start signed actions per unit of k at time 0, [band][wave number], of the sign of kappa
     * @param end last time
     * @param outputs number of equal intervals at whose ends the state is kept
     * @param progress told the share of the time that is done; may cancel
     * @return states over time with diagnostics
     * @throws IllegalArgumentException if an action does not have the sign of its band
     */
    public ThreeWaveResult evolve(final double[][] start, final double end, final int outputs,
        final Progress progress) {
        double[] n = flat(start);
        double[] next = new double[n.length];
        final double[] rates = new double[n.length];
        final double[] difference = new double[n.length];
        final StrongStabilityRungeKutta method = new StrongStabilityRungeKutta(this::rates, n.length);
        final Ledger ledger = new Ledger(n);
        final List<ThreeWaveSample> samples = new ArrayList<>();
        samples.add(sample(0, n));
        rates(n, rates);
        double time = 0;
        double wanted = end;
        int steps = 0;
        int rejected = 0;
        Outcome outcome = Outcome.FINISHED;
        while (samples.size() <= outputs && outcome == Outcome.FINISHED) {
            final double stop = end * samples.size() / outputs;
            final double allowed = Math.min(wanted, PART / fastest(n, rates));
            final boolean reaches = allowed >= (stop - time) * (1 - 1e-12);
            final double h = reaches ? stop - time : allowed;
            method.step(n, rates, h, next, difference);
            final double error = error(n, next, difference);
            if (!(error <= 1)) {
                rejected++;
                wanted = h * (error > 1 && Double.isFinite(error)
                    ? Math.max(MIN_SHRINK, SAFETY / Math.cbrt(error)) : MIN_SHRINK);
                outcome = steps + rejected < m_maxSteps ? outcome : Outcome.STEPS_EXHAUSTED;
                continue;
            }
            steps++;
            final double suggested = h * Math.min(MAX_GROWTH, SAFETY / Math.cbrt(Math.max(error, 1e-3)));
            wanted = reaches ? Math.max(wanted, suggested) : suggested;
            final double[] old = n;
            n = next;
            next = old;
            time = reaches ? stop : time + h;
            rates(n, rates);
            ledger.watch(n);
            if (reaches) {
                samples.add(sample(time, n));
            }
            outcome = ledger.m_size > EXPLOSION * ledger.m_startSize ? Outcome.EXPLODED
                : steps + rejected < m_maxSteps ? Outcome.FINISHED : Outcome.STEPS_EXHAUSTED;
            progress.report(time / end, "three-wave kinetics");
        }
        if (outcome != Outcome.FINISHED && samples.get(samples.size() - 1).time() < time) {
            samples.add(sample(time, n));
        }
        return new ThreeWaveResult(List.copyOf(samples), outcome, steps, rejected, ledger.m_energy, ledger.m_momentum,
            ledger.m_fall);
    }

    private double error(final double[] n, final double[] next, final double[] difference) {
        double error = 0;
        for (int i = 0; i < n.length; i++) {
            if (!(next[i] * n[i] > 0)) {
                return Double.POSITIVE_INFINITY;
            }
            error = Math.max(error, Math.abs(difference[i] / n[i]));
        }
        return error / m_tolerance;
    }

    private ThreeWaveSample sample(final double time, final double[] n) {
        final double[][] action = new double[m_bands.size()][m_bands.points()];
        for (int b = 0; b < action.length; b++) {
            System.arraycopy(n, index(b, 0), action[b], 0, m_bands.points());
        }
        final double[] sums = sums(n);
        return new ThreeWaveSample(time, action, sums[0], sums[1], sums[2], imbalance(n));
    }

    private double imbalance(final double[] n) {
        double squares = 0;
        for (int q = 0; q < m_triads.size(); q++) {
            final double a = inverse(n, q, 0);
            final double b = inverse(n, q, 1);
            final double c = inverse(n, q, 2);
            final double share = (c - a - b) / (Math.abs(a) + Math.abs(b) + Math.abs(c));
            squares += share * share;
        }
        return Math.sqrt(squares / m_triads.size());
    }

    /** Energy, momentum, entropy, and sums of the sizes of the first two and of all actions. */
    private double[] sums(final double[] n) {
        final double[] sums = new double[6];
        for (int b = 0; b < m_bands.size(); b++) {
            for (int j = 0; j < m_bands.points(); j++) {
                final double content = cell(j) * n[index(b, j)];
                sums[0] += m_bands.omega(b, j) * content;
                sums[1] += m_bands.waveNumber(j) * content;
                sums[2] += cell(j) * Math.log(Math.abs(n[index(b, j)]));
                sums[3] += Math.abs(m_bands.omega(b, j) * content);
                sums[4] += Math.abs(m_bands.waveNumber(j) * content);
                sums[5] += Math.abs(content);
            }
        }
        return sums;
    }

    /** Watches what must not change or fall. */
    private final class Ledger {
        private final double[] m_start;

        private final double m_startSize;

        private double m_entropy;

        private double m_energy;

        private double m_momentum;

        private double m_fall;

        private double m_size;

        Ledger(final double[] n) {
            m_start = sums(n);
            m_startSize = m_start[5];
            m_entropy = m_start[2];
        }

        void watch(final double[] n) {
            final double[] now = sums(n);
            m_energy = Math.max(m_energy, Math.abs(now[0] - m_start[0]) / Math.max(now[3], m_start[3]));
            m_momentum = Math.max(m_momentum, Math.abs(now[1] - m_start[1]) / Math.max(now[4], m_start[4]));
            m_fall = Math.max(m_fall, m_entropy - now[2]);
            m_entropy = now[2];
            m_size = now[5];
        }
    }
}
