package org.flavorwaves.knime.nodes.transport;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.transport.flow.Closure;
import org.flavorwaves.physics.transport.flow.FlowGrowth;
import org.flavorwaves.physics.transport.flow.FlowResult;
import org.flavorwaves.physics.transport.flow.FlowSample;
import org.flavorwaves.physics.transport.flow.FlowSetup;
import org.flavorwaves.physics.transport.flow.FlowStop;
import org.flavorwaves.physics.transport.flow.StationaryFlow;
import org.flavorwaves.physics.transport.flow.grid.FlowBoundary;

/** What a stream did, with the growth of perturbations in every cell of every output. */
final class TransportOutcome {
    private final FlowSetup m_setup;

    private final List<FlowSample> m_samples;

    private final int m_reached;

    private final Optional<FlowStop> m_stop;

    private final int m_steps;

    private final double m_leptonDrift;

    private final double m_clipped;

    private final boolean m_stationary;

    /** Growth in time, [sample][cell]; NaN where none was searched for. */
    private final double[][] m_growth;

    /** Growth along the stream, [sample][cell]; NaN of streams in time. */
    private final double[][] m_along;

    private final List<List<Closure.WaveSample>> m_waves = new ArrayList<>();

    private final List<Closure.WaveSample> m_coherences;

    private TransportOutcome(final FlowSetup setup, final List<FlowSample> samples, final int reached,
        final Optional<FlowStop> stop, final int steps, final double leptonDrift, final double clipped,
        final boolean stationary, final List<Closure.WaveSample> coherences) {
        m_setup = setup;
        m_samples = samples;
        m_reached = reached;
        m_stop = stop;
        m_steps = steps;
        m_leptonDrift = leptonDrift;
        m_clipped = clipped;
        m_stationary = stationary;
        m_coherences = coherences;
        m_growth = new double[samples.size()][reached];
        m_along = new double[samples.size()][reached];
        for (int s = 0; s < samples.size(); s++) {
            Arrays.fill(m_growth[s], Double.NaN);
            Arrays.fill(m_along[s], Double.NaN);
        }
    }

    static TransportOutcome stationary(final FlowSetup setup, final Optional<FlowGrowth> growth,
        final Progress progress) {
        final StationaryFlow.Result result = StationaryFlow.solve(setup, progress.part(0, 0.3));
        final TransportOutcome outcome = new TransportOutcome(setup,
            List.of(FlowSample.stationary(result.cells())), result.reached(), result.stop(), result.sweeps(),
            Double.NaN, 0, true, List.of());
        outcome.search(growth, progress.part(0.3, 1));
        return outcome;
    }

    static TransportOutcome inTime(final FlowSetup setup, final FlowResult result,
        final Optional<FlowGrowth> growth, final Progress progress) {
        final TransportOutcome outcome = new TransportOutcome(setup, result.samples(), setup.grid().cells(),
            result.stop(), result.steps(), result.leptonDrift(), result.clipped(), false, result.coherences());
        outcome.search(growth, progress);
        return outcome;
    }

    private void search(final Optional<FlowGrowth> growth, final Progress progress) {
        final List<List<Closure.WaveSample>> found = new ArrayList<>();
        for (int k = 0; k < m_samples.size() * m_reached; k++) {
            found.add(List.of());
        }
        if (growth.isPresent()) {
            ParallelLoop.forEach(found.size(), "Growth of waves", progress, k -> {
                final int s = k / m_reached;
                final int c = k % m_reached;
                final FlowGrowth.Found waves = growth.get().inTime(m_samples.get(s).cells(), c);
                m_growth[s][c] = waves.fastest();
                found.set(k, waves.waves());
                if (m_stationary) {
                    m_along[s][c] = FlowGrowth.along(m_samples.get(s).cells(), c);
                }
            });
        }
        for (int s = 0; s < m_samples.size(); s++) {
            final List<Closure.WaveSample> waves = new ArrayList<>(m_samples.get(s).waves());
            if (waves.isEmpty()) {
                found.subList(s * m_reached, (s + 1) * m_reached).forEach(waves::addAll);
            }
            m_waves.add(waves);
        }
    }

    /** What enters at the left; empty if it is not an inflow, or the stream is stationary. */
    Optional<FlavorState> left(final double t) {
        return enters(m_setup.left()).map(inflow -> inflow.at(t).left());
    }

    /** What enters at the right. */
    Optional<FlavorState> right(final double t) {
        return enters(m_setup.right()).map(inflow -> inflow.at(t).right());
    }

    private Optional<FlowSetup.Inflow> enters(final FlowBoundary end) {
        return end == FlowBoundary.INFLOW && !m_stationary && !m_setup.grid().isUniform()
            ? Optional.of(m_setup.inflow()) : Optional.empty();
    }

    List<FlowSample> samples() {
        return m_samples;
    }

    /** Number of cells that were reached. */
    int reached() {
        return m_reached;
    }

    Optional<FlowStop> stop() {
        return m_stop;
    }

    int steps() {
        return m_steps;
    }

    double leptonDrift() {
        return m_leptonDrift;
    }

    double clipped() {
        return m_clipped;
    }

    double growth(final int sample, final int cell) {
        return m_growth[sample][cell];
    }

    double along(final int sample, final int cell) {
        return m_along[sample][cell];
    }

    List<Closure.WaveSample> waves(final int sample) {
        return m_waves.get(sample);
    }

    /** What a run needs beside the last waves to go on. */
    List<Closure.WaveSample> coherences() {
        return m_coherences;
    }

    /** What decides whether a row is stable: growth along a stationary stream if it is known, else growth in time. */
    double decisive(final int sample, final int cell) {
        return Double.isNaN(m_along[sample][cell]) ? m_growth[sample][cell] : m_along[sample][cell];
    }

    /** Number of rows in which perturbations grow. */
    int unstable() {
        int count = 0;
        for (int s = 0; s < m_samples.size(); s++) {
            for (int c = 0; c < m_reached; c++) {
                count += decisive(s, c) > 0 ? 1 : 0;
            }
        }
        return count;
    }

    /** The largest growth in time of all rows; NaN if none was searched for. */
    double fastest() {
        return Arrays.stream(m_growth).flatMapToDouble(Arrays::stream).filter(g -> !Double.isNaN(g)).max()
            .orElse(Double.NaN);
    }
}
