package org.flavorwaves.physics.kinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.FlavorViscosity;
import org.flavorwaves.physics.kinetics.waves.FullTerm;
import org.flavorwaves.physics.kinetics.waves.NonlinearTerm;
import org.flavorwaves.physics.kinetics.waves.Triad;
import org.flavorwaves.physics.kinetics.waves.TriadTable;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;

/** One evolution: the unknowns, the bands they refer to, and the steps of the background. */
final class KineticsRun {
    /** A background step ends early when a |P_i| has changed by this multiple of what was predicted. */
    private static final double OVERSHOOT = 1.5;

    /** The change of the background may grow by exp of this within a step, unless it is negligible. */
    private static final double GROWTH = 0.5;

    /** Changes of a |P_i| are relative to itself, or to this share of the largest. */
    private static final double LENGTH_FLOOR = 0.1;

    private static final double SMALLEST_STEP = 1e-14;

    private final KineticsOptions m_options;

    private final BackgroundPath m_path;

    private final BoxModes m_box;

    private final double[] m_times;

    private final Progress m_progress;

    private final WaveObserver m_observer;

    private final LawsonStepper m_stepper;

    private final LengthWatch m_watch;

    /** Amplitudes, then the signed lengths of the P_i. */
    private final double[] m_y;

    private final int m_modes;

    private final double[] m_stepStart;

    /** gamma_i |P_i|; stays 0 without viscosity. */
    private final double[] m_rates;

    private final double[] m_basisLengths;

    private WaveBasis m_basis;

    private double m_delta;

    private Optional<TriadTable> m_table = Optional.empty();

    private NonlinearTerm m_term;

    private FlavorViscosity m_viscosity;

    private double m_time;

    private double m_stepEnd;

    private double m_worstOverlap = 1;

    private int m_backgrounds;

    private long m_steps;

    private long m_rejected;

    KineticsRun(final FlavorState state, final Environment environment, final BoxModes box,
        final KineticsOptions options, final InitialWaves waves, final double[] times, final Progress progress) {
        m_options = options;
        m_box = box;
        m_times = times;
        m_progress = progress;
        m_modes = state.size();
        requireMemory(0);
        m_path = new BackgroundPath(state, environment, EquilibriumOptions.DEFAULT, progress);
        take(WaveBasis.of(m_path.current(), box, progress.part(0, 0.01)));
        final int amplitudes = m_basis.size();
        m_y = new double[2 * amplitudes + m_modes];
        m_stepStart = new double[m_modes];
        m_rates = new double[m_modes];
        final double[] phi = waves.on(m_basis);
        if (phi.length != 2 * amplitudes) {
            throw new IllegalArgumentException("There must be " + 2 * amplitudes + " numbers for " + amplitudes
                + " amplitudes, not " + phi.length + ".");
        }
        System.arraycopy(phi, 0, m_y, 0, phi.length);
        final double[] total = state.lengths();
        m_basisLengths = total.clone();
        shareLengths(total);
        m_observer = new WaveObserver(m_path.state(lengths()), environment, total);
        m_watch = new LengthWatch(lengths());
        m_stepper = new LawsonStepper(amplitudes, m_basis.bands(), m_modes, options.tolerance());
        m_stepper.restart(m_basis, this::slope);
    }

    private void requireMemory(final long triads) {
        final long bytes = FlavorWaveKinetics.bytes(m_modes, m_box.nMax(), m_times.length) + triads;
        if (bytes > m_options.maxBytes()) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%d modes and %d waves need %d bytes%s, more"
                + " than the bound of %d. Take fewer waves, a narrower window, or raise the bound.", m_modes,
                m_box.nMax(), bytes, triads > 0 ? " with the triads of the secular window" : "",
                m_options.maxBytes()));
        }
    }

    /** The waves' share of |P_i|^2 leaves the rest to the background. */
    private void shareLengths(final double[] total) {
        final double[] squares = WaveObserver.waveSquares(m_basis, m_y);
        for (int i = 0; i < m_modes; i++) {
            final double rest = total[i] * total[i] - squares[i];
            if (rest < 0 || rest == 0 && total[i] > 0) {
                throw new InvalidModeException(i, "has |P| = " + total[i] + ", but the initial waves alone have a mean"
                    + " square length of " + squares[i] + "; lower the initial amplitude");
            }
            m_y[2 * m_basis.size() + i] = Math.sqrt(rest);
        }
    }

    private double[] lengths() {
        final double[] lengths = new double[m_modes];
        System.arraycopy(m_y, m_y.length - m_modes, lengths, 0, m_modes);
        return lengths;
    }

    private void take(final WaveBasis basis) {
        m_basis = basis;
        m_backgrounds++;
        m_delta = m_options.window().delta(basis);
        m_viscosity = new FlavorViscosity(basis, m_delta, m_path.directions());
        if (Double.isInfinite(m_delta)) {
            m_table = Optional.empty();
            m_term = new FullTerm(basis);
        } else {
            requireMemory(TriadTable.bytes(basis, m_delta));
            m_table = Optional.of(TriadTable.of(basis, m_delta, watched()));
            m_term = m_table.get().term();
        }
    }

    private void slope(final double[] y, final double[] out) {
        m_term.evaluate(y, out);
        final int end = 2 * m_basis.size();
        for (int c = 0; c < end; c += 2) {
            final double re = out[c];
            out[c] = out[c + 1];
            out[c + 1] = -re;
        }
        if (m_options.viscosity()) {
            m_viscosity.depolarization(y, m_rates);
        }
        for (int i = 0; i < m_modes; i++) {
            out[end + i] = -m_rates[i] - m_basis.modes().damping()[i] * y[end + i];
        }
    }

    KineticsResult run(final int triads) {
        final List<KineticsSample> samples = new ArrayList<>();
        Optional<String> stopped = Optional.empty();
        try {
            for (final double time : m_times) {
                advance(time);
                samples.add(sample());
                check(samples.get(samples.size() - 1).monitors());
            }
        } catch (final IllegalArgumentException | BandsNotConvergedException e) {
            stopped = Optional.of(e.getMessage());
        }
        final List<Triad> strongest = m_table.map(t -> t.strongest(m_y, triads)).orElse(List.of());
        return new KineticsResult(samples, m_basis, strongest, m_table.map(TriadTable::size).orElse(0L), m_delta,
            m_steps, m_rejected, m_backgrounds, m_worstOverlap, m_time, m_watch.shortest(), m_watch.reversed(),
            stopped);
    }

    private void advance(final double target) {
        final double last = m_times[m_times.length - 1];
        while (m_time < target) {
            watched().report(0, "Flavor waves at t = " + m_time);
            if (m_options.feedback() && (m_time >= m_stepEnd || change(lengths(), m_stepStart) > OVERSHOOT
                * m_options.backgroundStep())) {
                startBackgroundStep(last);
            }
            final double end = m_options.feedback() ? Math.min(target, m_stepEnd) : target;
            final double wanted = m_stepper.proposed();
            final boolean reaches = m_time + wanted >= end;
            final double h = reaches ? end - m_time : wanted;
            if (!(wanted > SMALLEST_STEP * last)) {
                throw new KineticsStoppedException("The time step fell to " + wanted + "; raise the tolerance.");
            }
            if (m_stepper.step(m_y, h)) {
                m_time = reaches ? end : m_time + h;
                m_steps++;
                m_watch.see(m_time, lengths());
                requireLengths();
            } else {
                m_rejected++;
            }
        }
    }

    /** Can cancel; reports the share of the time whatever the part that is at work. */
    private Progress watched() {
        final double last = Math.max(m_times[m_times.length - 1], Double.MIN_NORMAL);
        final double share = 0.01 + 0.99 * m_time / last;
        return (fraction, message) -> m_progress.report(share, message);
    }

    private void requireLengths() {
        for (int i = 0; i < m_modes && !m_options.reversal(); i++) {
            if (m_y[m_y.length - m_modes + i] < 0) {
                throw new KineticsStoppedException("|P| of mode " + i + " reached 0, where its alignment with H"
                    + " reverses. Allow reversal to go on.");
            }
        }
    }

    /** The largest relative change of a length. */
    private static double change(final double[] to, final double[] from) {
        double largest = 0;
        for (final double length : from) {
            largest = Math.max(largest, Math.abs(length));
        }
        double worst = 0;
        for (int i = 0; i < to.length; i++) {
            final double scale = Math.max(Math.abs(from[i]), LENGTH_FLOOR * largest);
            worst = Math.max(worst, scale > 0 ? Math.abs(to[i] - from[i]) / scale : 0);
        }
        return worst;
    }

    /** Predicts how long the next background step lasts, and goes to the bands of its middle. */
    private void startBackgroundStep(final double last) {
        final double[] now = lengths();
        final double[] slope = m_stepper.slope(m_y);
        final double growth = 2 * Math.max(0, m_basis.largestGrowth());
        final double[] unit = new double[m_modes];
        for (int i = 0; i < m_modes; i++) {
            unit[i] = now[i] + slope[slope.length - m_modes + i];
        }
        final double rate = change(unit, now);
        final double left = last - m_time;
        final double step = m_options.backgroundStep();
        final double unchanged = duration(step * step, rate, growth);
        final double changed = Math.min(duration(step, rate, growth), growth > 0 ? GROWTH / growth : left);
        final double duration = Math.min(left, Math.max(SMALLEST_STEP * last, Math.max(unchanged, changed)));
        final double reach = growth > 0 ? Math.expm1(growth * duration / 2) / growth : duration / 2;
        final double[] middle = new double[m_modes];
        for (int i = 0; i < m_modes; i++) {
            middle[i] = now[i] + reach * (unit[i] - now[i]);
        }
        if (change(middle, m_basisLengths) > step * step) {
            moveTo(middle);
        }
        System.arraycopy(now, 0, m_stepStart, 0, m_modes);
        m_stepEnd = duration == left ? last : m_time + duration;
    }

    /** The time in which a change that starts at a rate and grows exponentially reaches a bound. */
    private static double duration(final double bound, final double rate, final double growth) {
        if (!(rate > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        return growth > 0 ? Math.log1p(growth * bound / rate) / growth : bound / rate;
    }

    private void moveTo(final double[] lengths) {
        System.arraycopy(lengths, 0, m_basisLengths, 0, m_modes);
        final WaveBasis next = WaveBasis.of(m_path.moveTo(lengths, watched()), m_box, watched());
        final WaveTransfer transfer = new WaveTransfer(m_basis, next);
        transfer.apply(m_y, m_options.transfer());
        m_worstOverlap = Math.min(m_worstOverlap, transfer.worstOverlap());
        take(next);
        m_stepper.restart(next, this::slope);
    }

    private KineticsSample sample() {
        final double[] lengths = lengths();
        final FlavorState state = m_path.state(lengths);
        final double[] phi = new double[2 * m_basis.size()];
        System.arraycopy(m_y, 0, phi, 0, phi.length);
        final double[] rates = new double[m_modes];
        m_viscosity.depolarization(phi, rates);
        for (int i = 0; i < m_modes; i++) {
            rates[i] = lengths[i] == 0 ? Double.NaN : rates[i] / lengths[i];
        }
        final double[] nonlinear = new double[phi.length];
        m_term.evaluate(phi, nonlinear);
        final KineticsMonitors monitors = new KineticsMonitors(m_observer.leptonDrift(state),
            m_observer.lengthDrift(m_basis, phi, lengths, m_time),
            WaveObserver.viscosityResidual(m_basis, m_delta, phi), WaveObserver.waveTorque(m_basis, phi),
            WaveObserver.waveDriving(m_basis, phi, nonlinear), m_basis.largestGrowth(), m_basis.worstCondition());
        return new KineticsSample(m_time, state, rates, phi, m_basis, monitors);
    }

    /** Checks the identities; one that has nothing to measure is NaN, but the second always has. */
    private void check(final KineticsMonitors monitors) {
        if (!Double.isNaN(monitors.leptonDrift())) {
            check("The first identity, sum of w s P along the axis of symmetry,", monitors.leptonDrift());
        }
        check("The second identity, |P|^2 of background and waves of each mode,", monitors.lengthDrift());
        if (!Double.isNaN(monitors.viscosityResidual())) {
            check("The third identity, viscosity by growth rates,", monitors.viscosityResidual());
        }
    }

    private void check(final String name, final double violation) {
        if (!(violation <= m_options.identityTolerance())) {
            throw new KineticsStoppedException(String.format(Locale.ROOT,
                "%s is violated by %.3g, above the bound %.3g. %s%sLower the background step.", name, violation,
                m_options.identityTolerance(), Double.isInfinite(m_delta) ? "" : "Widen the secular window. ",
                m_options.transfer() == Transfer.FOLLOW ? "Project instead of following bands. " : ""));
        }
    }
}
