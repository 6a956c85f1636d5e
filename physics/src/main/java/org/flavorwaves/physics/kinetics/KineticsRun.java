package org.flavorwaves.physics.kinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.BoxProducts;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;

/** What all evolutions share: the mixing equilibria of the mean, the outputs, and what is watched. */
abstract class KineticsRun {
    private static final double SMALLEST_STEP = 1e-14;

    private final KineticsOptions m_options;

    private final Collisions m_collisions;

    private final BackgroundPath m_path;

    private final BoxModes m_box;

    private final double[] m_times;

    private final Progress m_progress;

    private final WaveObserver m_observer;

    private final LengthWatch m_watch;

    private final BoxProducts m_products;

    private final WaveFunction[] m_start;

    private final double[] m_startLengths;

    private Optional<WaveBasis> m_bands = Optional.empty();

    private double m_time;

    private int m_backgrounds = 1;

    private long m_steps;

    private long m_rejected;

    KineticsRun(final FlavorState state, final Environment environment, final BoxModes box,
        final KineticsOptions options, final InitialWaves waves, final double[] times, final Progress progress) {
        m_options = options;
        m_box = box;
        m_times = times;
        m_progress = progress;
        m_collisions = new Collisions(state);
        final double[] total = m_collisions.roomy().lengths();
        m_path = new BackgroundPath(m_collisions.roomy(), environment, EquilibriumOptions.DEFAULT, progress);
        m_products = new BoxProducts(box, state.modes(), environment.selfInteraction());
        m_start = waves.on(m_path.current(), box, this::bands);
        m_startLengths = rest(total, WaveObserver.waveSquares(m_start, state.size()));
        m_observer = new WaveObserver(m_path.state(m_startLengths), environment, isAligned(), total);
        m_watch = new LengthWatch(m_startLengths);
    }

    /** The bands of the first waves, while the background is the first. */
    final WaveBasis bands(final int waves) {
        if (m_bands.isEmpty() || m_bands.get().waves() != waves) {
            m_bands = Optional.of(WaveBasis.of(m_path.current(), new BoxModes(m_box.length(), m_box.axis(), waves),
                m_progress.part(0, 0.01)));
        }
        return m_bands.get();
    }

    /** Whether all P_i and H_i are along one axis, and stay so. */
    final boolean isAligned() {
        return m_path.current().structure() == BackgroundStructure.ALIGNED;
    }

    /** The signed lengths of the mean. */
    abstract double[] lengths();

    /** Goes on to a time, or past it. */
    abstract void advance(double target);

    /** What there is at a time that was reached with the last step. */
    abstract KineticsSample sample(double time);

    /** The result, apart from what the run itself knows. */
    abstract KineticsResult result(List<KineticsSample> samples, Optional<String> stopped);

    /** The waves' share of |P_i|^2 leaves the rest to the mean. */
    private static double[] rest(final double[] total, final double[] squares) {
        final double[] lengths = new double[total.length];
        for (int i = 0; i < total.length; i++) {
            final double rest = total[i] * total[i] - squares[i];
            if (rest < 0 || rest == 0 && total[i] > 0) {
                throw new InvalidModeException(i, "has |P| = " + total[i] + ", but the initial waves alone have a mean"
                    + " square length of " + squares[i] + "; lower the initial amplitude");
            }
            lengths[i] = Math.sqrt(rest);
        }
        return lengths;
    }

    final KineticsResult run() {
        final List<KineticsSample> samples = new ArrayList<>();
        Optional<String> stopped = Optional.empty();
        try {
            for (final double time : m_times) {
                advance(time);
                samples.add(sample(time));
                check(samples.get(samples.size() - 1).monitors());
            }
        } catch (final IllegalArgumentException | BandsNotConvergedException e) {
            stopped = Optional.of(e.getMessage());
        }
        return result(samples, stopped);
    }

    /** After an accepted step. */
    final void moved(final double time) {
        m_time = time;
        m_steps++;
        m_watch.see(time, lengths());
    }

    /** Stops where a length went through 0, unless that is allowed. */
    final void requireUpright(final double[] lengths) {
        for (int i = 0; i < lengths.length && !m_options.reversal(); i++) {
            if (lengths[i] < 0) {
                throw new KineticsStoppedException("|P| of mode " + i + " reached 0, where its alignment with H"
                    + " reverses. Allow reversal to go on.");
            }
        }
    }

    /** After a step that was refused. */
    final void refused() {
        m_rejected++;
    }

    /** After a change of the mean to another equilibrium. */
    final void changedBackground() {
        m_backgrounds++;
    }

    final void requireStep(final double wanted) {
        if (!(wanted > SMALLEST_STEP * last())) {
            throw new KineticsStoppedException("The time step fell to " + wanted + "; raise the tolerance.");
        }
    }

    /** Can cancel; reports the share of the time whatever the part that is at work. */
    final Progress watched() {
        final double share = 0.01 + 0.99 * m_time / Math.max(last(), Double.MIN_NORMAL);
        return (fraction, message) -> m_progress.report(share, message);
    }

    /** The largest change of a length, relative to itself or to a share of the longest. */
    static double change(final double[] to, final double[] from, final double share) {
        double longest = 0;
        for (final double length : from) {
            longest = Math.max(longest, Math.abs(length));
        }
        double worst = 0;
        for (int i = 0; i < to.length; i++) {
            final double scale = Math.max(Math.abs(from[i]), share * longest);
            worst = Math.max(worst, scale > 0 ? Math.abs(to[i] - from[i]) / scale : 0);
        }
        return worst;
    }

    /** Checks the identities; one that has nothing to measure is NaN. */
    private void check(final KineticsMonitors monitors) {
        if (!Double.isNaN(monitors.leptonDrift())) {
            check("The first identity, sum of w s P along the axis of symmetry,", monitors.leptonDrift());
        }
        if (!Double.isNaN(monitors.lengthDrift())) {
            check("The second identity, |P|^2 of background and waves of each mode,", monitors.lengthDrift());
        }
        if (!Double.isNaN(monitors.viscosityResidual())) {
            check("The third identity, viscosity by growth rates,", monitors.viscosityResidual());
        }
    }

    private void check(final String name, final double violation) {
        if (!(violation <= m_options.identityTolerance())) {
            throw new KineticsStoppedException(String.format(Locale.ROOT, "%s is violated by %.3g, above the bound"
                + " %.3g. %s", name, violation, m_options.identityTolerance(), remedy()));
        }
    }

    /** What helps where an identity is violated. */
    String remedy() {
        return "Lower the background step.";
    }

    final KineticsOptions options() {
        return m_options;
    }

    /** d_i . C_i without depolarization, what absorption and emission change a signed length by along directions. */
    final double relaxation(final int i, final double length, final double[] directions) {
        return m_collisions.drive(i, directions[3 * i], directions[3 * i + 1], directions[3 * i + 2])
            - m_collisions.absorption(i) * length;
    }

    /** The state of the mean with the traces of a time. */
    final FlavorState present(final double time, final double[] lengths) {
        return m_collisions.at(time, m_path.state(lengths));
    }

    final BackgroundPath path() {
        return m_path;
    }

    final BoxModes box() {
        return m_box;
    }

    final Progress progress() {
        return m_progress;
    }

    final WaveObserver observer() {
        return m_observer;
    }

    final LengthWatch watch() {
        return m_watch;
    }

    final BoxProducts products() {
        return m_products;
    }

    /** The waves at t = 0. */
    final WaveFunction[] startWaves() {
        return m_start;
    }

    /** The lengths of the mean at t = 0. */
    final double[] startLengths() {
        return m_startLengths;
    }

    final double time() {
        return m_time;
    }

    /** The last time asked for. */
    final double last() {
        return m_times[m_times.length - 1];
    }

    final long steps() {
        return m_steps;
    }

    final long rejected() {
        return m_rejected;
    }

    final int backgrounds() {
        return m_backgrounds;
    }
}
