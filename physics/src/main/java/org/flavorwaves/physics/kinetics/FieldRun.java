package org.flavorwaves.physics.kinetics;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.DefectiveBandException;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.HeldBox;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;

/**
 * {@link Waves#FULL}: all waves as fields, over a mean that is held along the directions of its mixing equilibrium at
 * the middle of each time step. Bands are solved for at the outputs alone, and only if that costs little.
 */
final class FieldRun extends KineticsRun {
    /** Operations of a dense eigenproblem with vectors in units of the cube of its size. */
    private static final double DENSE = 50;

    private final BoxGrid m_grid;

    private final HeldBox m_flow;

    private final boolean m_aligned;

    private final boolean m_listed;

    /** The lengths of the mean whose equilibrium holds the directions. */
    private double[] m_aimed;

    private Optional<WaveBasis> m_basis = Optional.empty();

    FieldRun(final FlavorState state, final Environment environment, final BoxModes box, final KineticsOptions options,
        final InitialWaves waves, final double[] times, final Progress progress) {
        super(state, environment, box, options, waves, times, progress);
        m_grid = box.grid();
        final Background background = path().current();
        m_aligned = isAligned();
        final double size = m_aligned ? state.size() : 3.0 * state.size();
        m_listed = DENSE * size * size * size * box.nMax() * times.length <= options.listed();
        m_aimed = background.state().lengths();
        final FlavorState mean = path().state(startLengths());
        BoxField field = BoxField.homogeneous(m_grid, new FlavorState(box.turned(state.modes()), mean.traces(),
            mean.pxs(), mean.pys(), mean.pzs()));
        for (int n = 1; n <= box.nMax(); n++) {
            field = field.plusWave(box.harmonic(m_grid, n), startWaves()[n - 1], 1);
        }
        m_flow = new HeldBox(field, path().environment(), path().directions(), options.tolerance(), watched());
        m_flow.hold(path().directions(), rotation(background));
    }

    private static double[] rotation(final Background background) {
        return new double[]{background.rotation(0), background.rotation(1), background.rotation(2)};
    }

    @Override
    double[] lengths() {
        return m_flow.lengths();
    }

    @Override
    void advance(final double target) {
        while (time() < target) {
            requireUpright(lengths());
            watched().report(0, "Flavor waves at t = " + time());
            final double wanted = m_aligned ? m_flow.proposed() : aim(m_flow.proposed(), target - time());
            requireStep(wanted);
            final boolean reaches = time() + wanted >= target;
            if (m_flow.step(reaches ? target - time() : wanted)) {
                moved(reaches ? target : time() + wanted);
            } else {
                refused();
            }
        }
    }

    /** Turns the mean to the equilibrium at the middle of the next step; returns how long that may be. */
    private double aim(final double wanted, final double left) {
        final double[] now = lengths();
        final double[] unit = m_flow.slopes();
        final double[] directions = path().directions();
        for (int i = 0; i < now.length; i++) {
            unit[i] += now[i] + relaxation(i, now[i], directions);
        }
        final double bound = StepBounds.of(options().backgroundStep(), Transfer.PROJECT).change();
        final double rate = change(unit, now, 1);
        final double step = rate > 0 ? Math.min(wanted, bound / rate) : wanted;
        final double reach = Math.min(step, left) / 2;
        final double[] middle = new double[now.length];
        for (int i = 0; i < now.length; i++) {
            middle[i] = now[i] + reach * (unit[i] - now[i]);
        }
        if (change(middle, m_aimed, 1) > bound * bound) {
            turn(middle);
        }
        return step;
    }

    private void turn(final double[] lengths) {
        final Background background = path().moveTo(lengths, watched());
        m_flow.hold(path().directions(), rotation(background));
        m_aimed = lengths;
        changedBackground();
    }

    @Override
    KineticsSample sample(final double time) {
        final double[] lengths = lengths();
        requireUpright(lengths);
        final double[] rates = m_flow.slopes();
        turn(lengths);
        final FlavorState state = present(time, lengths);
        final Background background = path().current();
        for (int i = 0; i < rates.length; i++) {
            rates[i] = lengths[i] == 0 ? Double.NaN : -rates[i] / lengths[i] - state.modes().depolarization(i);
        }
        final WaveFunction[] waves = new WaveFunction[box().nMax()];
        for (int n = 1; n <= waves.length; n++) {
            waves[n - 1] = m_flow.wave(box().harmonic(m_grid, n));
        }
        final WaveFunction[] products = products().of(waves);
        m_basis = m_listed ? list(background) : Optional.empty();
        final KineticsMonitors monitors = new KineticsMonitors(observer().leptonDrift(state, time),
            observer().lengthDrift(WaveObserver.waveSquares(waves, rates.length), lengths, state.modes(), time),
            m_basis.map(b -> WaveObserver.viscosityResidual(b, Double.POSITIVE_INFINITY, b.expand(waves)))
                .orElse(Double.NaN),
            WaveObserver.waveTorque(background, box(), waves, products),
            WaveObserver.torqueShare(state.modes(), waves),
            m_basis.map(b -> WaveObserver.waveDriving(b.expand(waves), driving(b, products))).orElse(Double.NaN),
            m_basis.map(WaveBasis::largestGrowth).orElse(Double.NaN),
            m_basis.map(WaveBasis::worstCondition).orElse(Double.NaN));
        return new KineticsSample(time, state, rates, waves, m_basis, monitors);
    }

    /** N_b = left_b . i products. */
    private static double[] driving(final WaveBasis basis, final WaveFunction[] products) {
        final double[] driving = basis.expand(products);
        for (int c = 0; c < driving.length; c += 2) {
            final double re = driving[c];
            driving[c] = -driving[c + 1];
            driving[c + 1] = re;
        }
        return driving;
    }

    /** The bands, unless some of them meet: the fields do not need them. */
    private Optional<WaveBasis> list(final Background background) {
        try {
            return Optional.of(WaveBasis.of(background, box(), watched()));
        } catch (final DefectiveBandException e) {
            return Optional.empty();
        }
    }

    @Override
    KineticsResult result(final List<KineticsSample> samples, final Optional<String> stopped) {
        return new KineticsResult(samples, path().current(), m_basis, List.of(), Double.POSITIVE_INFINITY, steps(),
            rejected(), backgrounds(), 1, time(), watch().shortest(), watch().reversed(), stopped);
    }
}
