package org.flavorwaves.physics.kinetics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.FlavorViscosity;
import org.flavorwaves.physics.kinetics.waves.SecularTerm;
import org.flavorwaves.physics.kinetics.waves.Triad;
import org.flavorwaves.physics.kinetics.waves.TriadList;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/** {@link Waves#SECULAR}: the amplitudes of all bands and the lengths of the mean, on one background after another. */
final class AmplitudeRun extends KineticsRun {
    /** A background step ends early when a |P_i| has changed by this multiple of its bound. */
    private static final double OVERSHOOT = 1.5;

    private static final double SMALLEST_STEP = 1e-14;

    /** The cubic term is divided by a length of at least this share of the longest. */
    private static final double SHORT = 1e-3;

    /** Bands that are followed through where they meet hang on the last digits: no short steps for them. */
    private final LawsonStepper m_stepper;

    /** Amplitudes, then the signed lengths of the P_i. */
    private final double[] m_y;

    private final int m_modes;

    private final double[] m_stepStart;

    /** gamma_i |P_i|; stays 0 without viscosity. */
    private final double[] m_rates;

    private final double[] m_basisLengths;

    private final double m_shortest;

    /** Whether a length is so short that a rate of its square says nothing about it. */
    private boolean m_hasShort;

    private WaveBasis m_basis;

    private double m_delta;

    private double[] m_directions;

    private SecularTerm m_term;

    private FlavorViscosity m_viscosity;

    private final StepBounds m_bounds;

    /**
     * Whether waves are projected. Slopes of waves that follow their band jump where bands meet: they say nothing about
     * the next step there, and where they end, bands stay those beyond.
     */
    private final boolean m_projects;

    /** How the lengths were to change from the beginning of this background step on. */
    private Optional<LengthForecast> m_forecast = Optional.empty();

    /** The time at which the last accepted step began. */
    private double m_begin;

    private double m_stepBegin;

    private double m_stepEnd;

    /** Growth of the fastest wave at the start in units of the spacing of frequencies. */
    private final double m_strength;

    private double m_worstOverlap = 1;

    private final int m_triads;

    AmplitudeRun(final FlavorState state, final Environment environment, final BoxModes box,
        final KineticsOptions options, final InitialWaves waves, final double[] times, final int triads,
        final Progress progress) {
        super(state, environment, box, options, waves, times, progress);
        m_modes = state.size();
        m_triads = triads;
        m_projects = options.transfer() == Transfer.PROJECT;
        m_bounds = StepBounds.of(options.backgroundStep(), options.transfer());
        m_basisLengths = path().current().state().lengths();
        m_shortest = Math.max(SHORT * Arrays.stream(m_basisLengths).max().orElseThrow(), Double.MIN_NORMAL);
        take(bands(box.nMax()));
        m_strength = m_basis.largestGrowth() / m_basis.modeSpacing();
        final double[] phi = m_basis.expand(startWaves());
        m_y = new double[phi.length + m_modes];
        m_stepStart = new double[m_modes];
        m_rates = new double[m_modes];
        System.arraycopy(phi, 0, m_y, 0, phi.length);
        System.arraycopy(startLengths(), 0, m_y, phi.length, m_modes);
        observer().keep(startLengths(), m_viscosity.pairs(phi, phi));
        m_stepper = new LawsonStepper(m_basis.size(), m_basis.bands(), m_modes, options.tolerance(),
            m_projects);
        m_stepper.restart(m_basis, this::slope);
    }

    @Override
    double[] lengths() {
        return lengths(m_y);
    }

    private double[] lengths(final double[] y) {
        return Arrays.copyOfRange(y, y.length - m_modes, y.length);
    }

    private void take(final WaveBasis basis) {
        m_basis = basis;
        m_delta = options().window().delta(basis);
        m_directions = path().directions();
        m_viscosity = new FlavorViscosity(basis, m_delta, m_directions);
        m_term = new SecularTerm(basis, m_delta);
        m_hasShort = Arrays.stream(m_basisLengths).anyMatch(length -> Math.abs(length) < m_shortest);
    }

    private void slope(final double[] y, final double[] out) {
        m_term.evaluate(y, out);
        final int end = 2 * m_basis.size();
        for (int c = 0; c < end; c += 2) {
            final double re = out[c];
            out[c] = out[c + 1];
            out[c + 1] = -re;
        }
        if (options().viscosity()) {
            depolarize(y, out);
        }
        final MomentumModes modes = m_basis.state().modes();
        for (int i = 0; i < m_modes; i++) {
            out[end + i] = -m_rates[i] - modes.depolarization(i) * y[end + i]
                + relaxation(i, y[end + i], m_directions);
        }
    }

    /**
     * What waves and their products take from |P_i|: as rates of |P_i|^2 on the lengths that the bands are made for,
     * which keeps the first identity, unless those are too short.
     */
    private void depolarize(final double[] y, final double[] slopes) {
        final boolean byTorque = Double.isInfinite(m_delta) || m_hasShort;
        if (byTorque) {
            m_viscosity.depolarization(y, m_rates);
        } else {
            Arrays.fill(m_rates, 0);
        }
        if (!Double.isInfinite(m_delta)) {
            final double[] squares = byTorque ? m_viscosity.pairs(y, slopes) : m_viscosity.fromFrequencies(y, slopes);
            for (int i = 0; i < m_modes; i++) {
                final double length = m_basisLengths[i];
                m_rates[i] += squares[i] / Math.copySign(Math.max(Math.abs(length), m_shortest), length);
            }
        }
    }

    @Override
    String remedy() {
        return m_strength > Waves.STRONG ? String.format(Locale.ROOT, "The fastest wave grew at %.3g of the spacing of"
            + " the frequencies in the box, above %.1f: no products are slow there. Take all products.", m_strength,
            Waves.STRONG) : (m_projects ? "" : "Project instead of following bands. ")
            + "Widen the secular window. Lower the background step.";
    }

    @Override
    KineticsResult result(final List<KineticsSample> samples, final Optional<String> stopped) {
        final List<Triad> strongest = m_triads == 0 || Double.isInfinite(m_delta) ? List.of()
            : new TriadList(m_basis, 2 * m_delta).strongest(m_y, m_delta, m_triads, progress());
        return new KineticsResult(samples, m_basis.background(), Optional.of(m_basis), strongest, m_delta, steps(),
            rejected(), backgrounds(), m_worstOverlap, time(), watch().shortest(), watch().reversed(), stopped);
    }

    @Override
    void advance(final double target) {
        while (time() < target) {
            requireUpright(lengths());
            watched().report(0, "Flavor waves at t = " + time());
            if (options().feedback() && (time() >= m_stepEnd
                || change(lengths(), m_stepStart, 1) > OVERSHOOT * m_bounds.change())) {
                startBackgroundStep(last() - time());
            }
            final double end = options().feedback() ? Math.min(last(), m_stepEnd) : last();
            final double wanted = m_stepper.proposed();
            requireStep(wanted);
            final double from = time();
            final boolean reaches = from + wanted >= end;
            if (m_stepper.step(m_y, reaches ? end - from : wanted)) {
                m_begin = from;
                moved(reaches ? end : from + wanted);
            } else {
                refused();
            }
        }
    }

    /** Predicts how long the next background step lasts, and goes to the bands of its mean. */
    private void startBackgroundStep(final double left) {
        final double[] now = lengths();
        final double[] y = m_stepper.slope(m_y);
        final double[] slopes = lengths(y);
        final double growth = 2 * Math.max(0, m_basis.largestGrowth());
        final LengthForecast forecast = m_forecast.map(f -> f.next(now, slopes, growth, time() - m_stepBegin))
            .orElseGet(() -> LengthForecast.of(now, slopes, growth));
        final double strength = m_basis.background().strength();
        final double duration =
            Math.min(left, Math.max(SMALLEST_STEP * last(), forecast.duration(left, strength, m_bounds)));
        final double[] mean = forecast.mean(duration);
        final double change = m_projects ? change(mean, m_basisLengths, 1) : forecast.change(duration);
        if (change * duration * strength > m_bounds.negligible()) {
            moveTo(mean);
        }
        System.arraycopy(now, 0, m_stepStart, 0, m_modes);
        m_forecast = m_projects ? Optional.of(forecast) : Optional.empty();
        m_stepBegin = time();
        m_stepEnd = duration == left ? last() : time() + duration;
    }

    private void moveTo(final double[] lengths) {
        System.arraycopy(lengths, 0, m_basisLengths, 0, m_modes);
        final WaveBasis next = WaveBasis.of(path().moveTo(lengths, watched()), box(), watched());
        final WaveTransfer transfer = new WaveTransfer(m_basis, next, m_worstOverlap);
        transfer.apply(m_y, options().transfer());
        m_worstOverlap = transfer.worstOverlap();
        changedBackground();
        take(next);
        m_stepper.restart(next, this::slope);
    }

    @Override
    KineticsSample sample(final double time) {
        final double[] y = m_y.clone();
        if (time < time()) {
            m_stepper.within((time - m_begin) / (time() - m_begin), y);
        }
        final double[] lengths = lengths(y);
        requireUpright(lengths);
        final FlavorState state = present(time, lengths);
        final double[] phi = Arrays.copyOf(y, 2 * m_basis.size());
        final double[] rates = new double[m_modes];
        m_viscosity.depolarization(phi, rates);
        for (int i = 0; i < m_modes; i++) {
            rates[i] = lengths[i] == 0 ? Double.NaN : rates[i] / lengths[i];
        }
        final double[] nonlinear = new double[phi.length];
        m_term.evaluate(phi, nonlinear);
        final WaveFunction[] waves = m_basis.waves(phi);
        final KineticsMonitors monitors = new KineticsMonitors(observer().leptonDrift(state, time),
            observer().lengthDrift(m_viscosity.pairs(phi, phi), lengths, state.modes(), time),
            WaveObserver.viscosityResidual(m_basis, m_delta, phi),
            WaveObserver.waveTorque(m_basis.background(), box(), waves, products().of(waves)),
            WaveObserver.torqueShare(state.modes(), waves),
            WaveObserver.waveDriving(phi, nonlinear), m_basis.largestGrowth(), m_basis.worstCondition());
        return new KineticsSample(time, state, rates, waves, Optional.of(m_basis), monitors);
    }
}
