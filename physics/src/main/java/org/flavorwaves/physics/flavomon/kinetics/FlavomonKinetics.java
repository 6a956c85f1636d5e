package org.flavorwaves.physics.flavomon.kinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.flavomon.kinetics.occupation.AngularCells;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonFrame;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonHistory.Outcome;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;
import org.flavorwaves.physics.flavomon.kinetics.occupation.NeutrinoOccupations;
import org.flavorwaves.physics.numerics.StrongStabilityRungeKutta;
import org.flavorwaves.physics.run.Progress;

/**
 * Evolves neutrinos and flavomons of a homogeneous axial medium (FR 17).
 *
 * <p>The integrator is a strong-stability-preserving Runge-Kutta method of third order: its Euler steps are kept short
 * against the fastest relaxation, so occupations stay in bounds and the entropy cannot fall, and linear invariants hold
 * to rounding. Modes are recomputed in every stage. Steps adapt to the error estimate and to the largest change of an
 * occupation.
 */
public final class FlavomonKinetics {
    /** Part of the inverse fastest rate that an Euler step within a step may take. */
    private static final double EULER_PART = 0.5;

    private static final double SAFETY = 0.85;

    private static final double MAX_GROWTH = 2;

    private static final double MIN_SHRINK = 0.2;

    /** Flavomon numbers this much smaller than the largest one need not be accurate. */
    private static final double NEGLIGIBLE = 1e-6;

    private final NeutrinoOccupations m_neutrinos;

    private final TimeOptions m_time;

    private final double m_scale;

    private final double m_occupation;

    /**
     * Prepares a run.
     *
     * @param neutrinos the neutrinos at time 0
     * @param time how to integrate
     */
    public FlavomonKinetics(final NeutrinoOccupations neutrinos, final TimeOptions time) {
        m_neutrinos = neutrinos;
        m_time = time;
        double scale = 0;
        double occupation = 0;
        for (int i = 0; i < neutrinos.size(); i++) {
            final double trace = neutrinos.electron(i) + neutrinos.other(i);
            scale += neutrinos.weight(i) * trace;
            occupation = Math.max(occupation, trace);
        }
        m_scale = scale;
        m_occupation = occupation;
    }

    /**
     * Runs.
     *
     * @param grid wave numbers that carry flavomons
     * @param options what is exchanged
     * @param progress told the share of the time that is done
     * @return states over time with diagnostics
     * @throws IllegalArgumentException if the closure needs a continuous spectrum that the directions do not define, or
     *             weakly growing waves, which the medium does not have
     */
    public FlavomonHistory evolve(final WaveNumberGrid grid, final FlavomonOptions options, final Progress progress) {
        if (options.closure() == Closure.QUASI_LINEAR) {
            final QuasiLinearSystem system = new QuasiLinearSystem(m_neutrinos, grid, options);
            system.start(progress.part(0, 0.1));
            return evolve(system, progress.part(0.1, 1));
        }
        final ResonantWaves waves = waves(grid, options, progress.part(0, 0.2));
        new ResonanceCheck(grid, waves, options.transverse()).obstacle(ResonanceCheck.LEAST).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        return evolve(new ResonantSystem(m_neutrinos, waves, options), progress.part(0.2, 1));
    }

    /**
     * Why the resonant closure is not the one to choose for this medium, before anything is evolved: it has less than
     * half of the growth of the waves. With less than a third it does not describe them at all.
     *
     * @param grid wave numbers at which the waves grow, as the quasi-linear closure covers them: where two modes have
     *            merged, the resonant closure does not look
     * @param options the order of the series, the width, and which waves take part
     * @param choice whether half of the growth is asked for; otherwise a third
     * @param progress told the share of what is done
     * @return a sentence that says what to use instead; empty if resonance describes the medium
     */
    public Optional<String> resonanceObstacle(final WaveNumberGrid grid, final FlavomonOptions options,
        final boolean choice, final Progress progress) {
        final Optional<String> few = tooFewDirections(new AngularCells(m_neutrinos), options);
        return few.isPresent() ? few
            : new ResonanceCheck(grid, waves(grid, options, progress), options.transverse())
                .obstacle(choice ? ResonanceCheck.GOOD : ResonanceCheck.LEAST);
    }

    /** The modes at time 0. */
    private ResonantWaves waves(final WaveNumberGrid grid, final FlavomonOptions options, final Progress progress) {
        final AngularCells cells = new AngularCells(m_neutrinos);
        tooFewDirections(cells, options).ifPresent(reason -> {
            throw new IllegalArgumentException(reason);
        });
        final MediumSeries medium = new MediumSeries(m_neutrinos, cells, cells.order(options.order()));
        final double[] y = new double[m_neutrinos.size()];
        medium.update(y);
        final List<WaveSeed> seeds =
            new WaveFinder(medium, grid, options.transverse(), options.maxDamping()).find(progress);
        final ResonantWaves waves = new ResonantWaves(m_neutrinos, grid, medium, options.width(), seeds);
        waves.update(y);
        return waves;
    }

    private static Optional<String> tooFewDirections(final AngularCells cells, final FlavomonOptions options) {
        return options.order() >= 0 || cells.size() >= GrowingRange.MIN_DIRECTIONS ? Optional.empty()
            : Optional.of("Resonant modes need a continuous angular spectrum, which " + cells.size()
                + " directions do not define; use at least " + GrowingRange.MIN_DIRECTIONS
                + ", or the quasi-linear closure.");
    }

    FlavomonHistory evolve(final KineticSystem closure, final Progress progress) {
        final KineticSystem system =
            m_neutrinos.absorption().acts() ? new AbsorbingSystem(m_neutrinos, closure) : closure;
        final int n = m_neutrinos.size();
        double[] y = system.initial();
        double[] next = new double[y.length];
        final double[] rates = new double[y.length];
        final double[] difference = new double[y.length];
        system.evaluate(y, rates);
        accept(system, y, rates);
        final EnergyLedger ledger = new EnergyLedger(system, y, n);
        final StrongStabilityRungeKutta method = new StrongStabilityRungeKutta((at, change) -> {
            system.evaluate(at, change);
            ledger.stage();
        }, y.length);
        final FlavomonBalance start = system.balance(y);
        final List<FlavomonFrame> frames = new ArrayList<>();
        frames.add(new FlavomonFrame(0, m_neutrinos, y, system.waves(y), start, ledger.at(y)));
        final Monitor monitor = new Monitor(system, start);
        double time = 0;
        final double end = m_time.end() > 0 ? m_time.end() : automaticEnd(frames.get(0));
        double wanted = end;
        int steps = 0;
        int rejected = 0;
        while (frames.size() <= m_time.outputs()) {
            if (steps + rejected >= m_time.maxSteps()) {
                return monitor.history(frames, Outcome.STEPS_EXHAUSTED, steps, rejected);
            }
            final double stop = end * frames.size() / m_time.outputs();
            final double allowed =
                Math.min(wanted, Math.min(2 * EULER_PART / system.fastest(), changeLimit(rates, n)));
            final boolean reaches = allowed >= (stop - time) * (1 - 1e-12);
            final double h = reaches ? stop - time : allowed;
            method.step(y, rates, h, next, difference);
            final double error = error(next, difference, n, next.length - system.collisional());
            if (!(error <= 1)) {
                rejected++;
                wanted = h * (error > 1 ? Math.max(MIN_SHRINK, SAFETY / Math.cbrt(error)) : MIN_SHRINK);
                continue;
            }
            steps++;
            final double suggested = h * Math.min(MAX_GROWTH, SAFETY / Math.cbrt(Math.max(error, 1e-3)));
            wanted = reaches ? Math.max(wanted, suggested) : suggested;
            final double[] old = y;
            y = next;
            next = old;
            time = reaches ? stop : time + h;
            system.evaluate(y, rates);
            ledger.step(h, old, y, n);
            accept(system, y, rates);
            ledger.begin(y, n);
            final FlavomonBalance balance = system.balance(y);
            monitor.watch(balance, y);
            if (reaches) {
                frames.add(new FlavomonFrame(time, m_neutrinos, y, system.waves(y), balance, ledger.at(y)));
            }
            if (monitor.m_violation > m_time.invariantTolerance()) {
                return monitor.history(frames, Outcome.INVARIANT_BROKEN, steps, rejected);
            }
            progress.report(time / end, "flavomon kinetics");
        }
        return monitor.history(frames, Outcome.FINISHED, steps, rejected);
    }

    private static void accept(final KineticSystem system, final double[] y, final double[] rates) {
        if (system.accept(y)) {
            system.evaluate(y, rates);
        }
    }

    private double automaticEnd(final FlavomonFrame start) {
        double fastest = 0;
        for (final FlavomonWave wave : start.waves()) {
            fastest = Math.max(fastest, wave.growth());
        }
        return TimeOptions.GROWTH_TIMES / (fastest > 0 ? fastest : m_scale);
    }

    private double changeLimit(final double[] rates, final int n) {
        double fastest = 0;
        for (int i = 0; i < n; i++) {
            fastest = Math.max(fastest, Math.abs(rates[i]));
        }
        return m_time.maxChange() * m_occupation / fastest;
    }

    /** The error estimate in units of the tolerance. */
    private double error(final double[] y, final double[] difference, final int n, final int waves) {
        double largest = 0;
        for (int j = n; j < waves; j++) {
            largest = Math.max(largest, y[j]);
        }
        double error = 0;
        for (int i = 0; i < n; i++) {
            error = Math.max(error, Math.abs(difference[i]) / m_occupation);
        }
        for (int j = n; j < waves; j++) {
            if (difference[j] != 0) {
                error = Math.max(error, Math.abs(difference[j]) / (Math.abs(y[j]) + NEGLIGIBLE * largest));
            }
        }
        for (int j = waves; j < Math.min(waves + n, y.length); j++) {
            error = Math.max(error, Math.abs(difference[j]) / m_occupation);
        }
        return error / m_time.tolerance();
    }

    /** Keeps the worst of what must not happen. */
    private final class Monitor {
        private final KineticSystem m_system;

        private final FlavomonBalance m_start;

        private double m_violation;

        private double m_entropy;

        private double m_fall;

        private double m_lowest = Double.POSITIVE_INFINITY;

        Monitor(final KineticSystem system, final FlavomonBalance start) {
            m_system = system;
            m_start = start;
            m_entropy = system.monotoneEntropy(start);
        }

        void watch(final FlavomonBalance balance, final double[] y) {
            m_violation = Math.max(m_violation, m_system.violation(m_start, balance, m_scale));
            final double entropy = m_system.monotoneEntropy(balance);
            m_fall = Math.max(m_fall, (m_entropy - entropy) / m_scale);
            m_entropy = entropy;
            for (int i = 0; i < m_neutrinos.size(); i++) {
                final double fe = m_neutrinos.electron(i, y);
                final double fx = m_neutrinos.other(i, y);
                m_lowest = Math.min(m_lowest, Math.min(Math.min(fe, 1 - fe), Math.min(fx, 1 - fx)));
            }
        }

        FlavomonHistory history(final List<FlavomonFrame> frames, final Outcome outcome, final int steps,
            final int rejected) {
            return new FlavomonHistory(List.copyOf(frames), outcome, steps, rejected, m_violation, m_fall, m_lowest);
        }
    }
}
