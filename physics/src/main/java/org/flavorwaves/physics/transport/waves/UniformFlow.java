package org.flavorwaves.physics.transport.waves;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.transport.flow.AlikeCells;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowCells;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowRun;
import org.flavorwaves.physics.transport.flow.FlowSample;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.FlowStop;

/**
 * Transport of a uniform aligned medium with its growing waves: collisions, waves and polarizations in one system, so
 * that the balance of drive and waves holds at steps that are long beside the growth ({@link UniformWaves}). A slab
 * whose cells are alike ({@link AlikeCells}) is such a medium. Each cell of the grid of wave numbers is one wave. Noise
 * is there from the start, and at least what of it is in a wave that grows; quanta are there from when they grow.
 */
public final class UniformFlow {
    private static final double TOLERANCE = 5e-4;

    /** Relative difference of intensities that is rounding. */
    private static final double ALIKE = 1e-12;

    private static final int MOST_STEPS = 1_000_000;

    private final FlowSetup m_setup;

    private final WaveGrid m_grid;

    private final FlowCells m_start;

    private final int m_slots;

    private final UniformSetup m_options;

    private UniformFlow(final FlowSetup setup, final WaveGrid grid, final List<Closure.WaveSample> before,
        final double[] times, final Progress progress) {
        m_setup = setup;
        m_grid = grid;
        m_start = FlowRun.run(setup, Optional.empty(), new double[]{0}, progress.standing()).samples().get(0).cells();
        final double[] loss = FastStream.damping(m_start);
        final double[] drive = new double[loss.length];
        for (int i = 0; i < loss.length; i++) {
            drive[i] = m_start.emission(0, i);
        }
        final double[] numbers = new double[grid.count()];
        for (int m = 0; m < numbers.length; m++) {
            numbers[m] = grid.centre(m);
        }
        final Beams beams = Beams.of(m_start.grid().modes());
        m_slots = beams.slots();
        final double[] seeds = new double[m_slots * numbers.length];
        Arrays.fill(seeds, grid.seed());
        final double[] intensities = new double[seeds.length];
        final double[] quanta = new double[seeds.length];
        Arrays.fill(quanta, Double.NaN);
        final MomentumModes modes = m_start.grid().modes();
        Arrays.fill(intensities, grid.start() == WaveGrid.Start.QUANTA ? Double.NaN
            : grid.seed() * beams.noise(modes.weights(), FastStream.lengths(m_start, 0)));
        final double flux = fluxOf(FastStream.lengths(m_start, 0), 0);
        final List<Closure.WaveSample> own = before.stream().map(w -> new Closure.WaveSample(w.cell(), w.k() + flux,
            w.branch(), w.action(), w.growth(), w.intensity())).toList();
        grid.require(own, m_start.cells(), m_slots);
        for (final Closure.WaveSample wave : own.stream().filter(w -> w.cell() == 0).toList()) {
            final int j = m_slots * grid.index(wave.k()) + wave.branch();
            intensities[j] = wave.intensity();
            quanta[j] = wave.action() / wave.intensity();
        }
        m_options = new UniformSetup(drive, loss,
            this::strength, numbers, grid.width(), grid.shifted(), intensities, quanta, !before.isEmpty(), grid.start(),
            seeds, times, TOLERANCE, MOST_STEPS);
    }

    /**
     * Whether a stream is a uniform medium, or a slab of cells that are alike with the same waves everywhere.
     *
     * @param setup the stream
     * @param before the waves with which it begins; none for the start of a grid
     * @return true if {@link #run} holds
     */
    public static boolean holds(final FlowSetup setup, final List<Closure.WaveSample> before) {
        if (setup.grid().isUniform()) {
            return true;
        }
        if (!AlikeCells.are(setup)) {
            return false;
        }
        final Map<List<Number>, Double> first = new HashMap<>();
        for (final Closure.WaveSample wave : before) {
            first.putIfAbsent(List.of(wave.k(), wave.branch()), wave.intensity());
        }
        return before.stream().allMatch(wave -> {
            final double intensity = first.get(List.of(wave.k(), wave.branch()));
            return Double.compare(wave.intensity(), intensity) == 0
                || Math.abs(wave.intensity() - intensity) <= ALIKE * intensity;
        });
    }

    /**
     * Runs the medium.
     *
     * @param setup a uniform medium, or a slab whose cells are alike
     * @param grid wave numbers and noise
     * @param before the waves with which it begins, one a wave number of the grid and branch; none for the start of the
     *            grid
     * @param times output times, rising, the first one 0
     * @param progress told the share of the time; may cancel
     * @return the medium at the output times
     * @throws IllegalArgumentException if the medium has no fast waves along one flavor axis, or waves are not those of
     *             the grid; says why
     */
    public static FlowResult run(final FlowSetup setup, final WaveGrid grid, final List<Closure.WaveSample> before,
        final double[] times, final Progress progress) {
        return new UniformFlow(setup, grid, before, times, progress).run(progress);
    }

    private FlowResult run(final Progress progress) {
        final UniformWaves.Result result =
            new UniformWaves(FastStream.along(m_start, 0), m_options).evolve(progress);
        final List<FlowSample> samples = new ArrayList<>();
        for (final UniformSample sample : result.samples()) {
            samples.add(FlowSample.uniform(m_start, m_setup, sample.time(), sample.polarization(), sample.viscosity(),
                waves(sample), sample.mixing()));
        }
        final UniformSample last = result.samples().get(result.samples().size() - 1);
        return new FlowResult(samples, stop(result.outcome(), last), result.steps(), drift(last), 0, List.of());
    }

    private List<Closure.WaveSample> waves(final UniformSample sample) {
        final double flux = fluxOf(sample.polarization(), sample.time());
        final List<Closure.WaveSample> waves = new ArrayList<>();
        final double[] contents = m_grid.start() == WaveGrid.Start.QUANTA ? sample.quanta() : sample.intensities();
        for (int c = 0; c < m_start.cells(); c++) {
            for (int j = 0; j < contents.length; j++) {
                waves.add(new Closure.WaveSample(c, m_grid.centre(j / m_slots) - flux, j % m_slots, contents[j],
                    sample.growth()[j], sample.intensities()[j]));
            }
        }
        return waves;
    }

    private double strength(final double t) {
        return m_setup.environment().selfInteraction()
            * m_setup.profile().strength(m_setup.grid().isUniform() ? t : m_setup.grid().centre(0));
    }

    /** What the wave numbers of the grid are above physical ones: D^1 of the medium, or 0. */
    private double fluxOf(final double[] p, final double t) {
        if (!m_grid.shifted()) {
            return 0;
        }
        final MomentumModes modes = m_start.grid().modes();
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += modes.weight(i) * modes.species(i).sign() * modes.vz(i) * p[i];
        }
        return strength(t) * sum;
    }

    private double drift(final UniformSample last) {
        final MomentumModes modes = m_start.grid().modes();
        double change = -last.collided();
        double scale = 0;
        for (int i = 0; i < m_start.modes(); i++) {
            change += modes.species(i).sign() * modes.weight(i)
                * (last.polarization()[i] - m_start.signedLength(0, i));
            scale += modes.weight(i) * Math.abs(m_start.signedLength(0, i));
        }
        return scale == 0 ? 0 : Math.abs(change) / scale;
    }

    private Optional<FlowStop> stop(final UniformWaves.Outcome outcome, final UniformSample last) {
        int least = 0;
        for (int i = 0; i < last.polarization().length; i++) {
            final boolean falls = m_options.drive()[i] * last.polarization()[i] < 0;
            least = falls && Math.abs(last.polarization()[i]) < Math.abs(last.polarization()[least]) ? i : least;
        }
        return switch (outcome) {
            case FINISHED -> Optional.empty();
            case DEPOLARIZED -> Optional.of(new FlowStop(FlowStop.Reason.VANISHING_LENGTH, last.time(),
                m_start.grid().centre(0), least,
                Math.abs(last.polarization()[least])));
            case STEPS_EXHAUSTED -> Optional.of(new FlowStop(FlowStop.Reason.STIFF, last.time(),
                m_start.grid().centre(0), least,
                Math.abs(last.polarization()[least])));
        };
    }
}
