package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import java.util.Optional;

import org.flavorwaves.knime.nodes.flavorwavedensitymatrix.FlavorWaveDensityMatrixParameters.Band;
import org.flavorwaves.knime.nodes.qke.FieldInput;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.wigner.BandProjection;
import org.flavorwaves.physics.qke.wigner.BandProjection.Choice;
import org.flavorwaves.physics.qke.wigner.WignerFunction;
import org.flavorwaves.physics.run.Progress;

/** Asks the physics about one cell. */
final class WignerTask {
    /** Time in s of a pair of pairs of waves at a place. */
    private static final double SECONDS = 2e-8;

    /** Time in s of an eigenvalue problem with its vectors, relative to the cube of its size, on one core. */
    private static final double SECONDS_A_CUBE = 1e-8;

    private final FlavorWaveDensityMatrixParameters m_parameters;

    private final FieldInput m_fields;

    private final FieldPlaces m_places;

    WignerTask(final FlavorWaveDensityMatrixParameters parameters, final FieldInput fields,
        final FieldPlaces places) {
        m_parameters = parameters;
        m_fields = fields;
        m_places = places;
    }

    private double waves(final StateCell cell) {
        return Math.min(m_parameters.m_largestHarmonic, m_places.grid(cell.key()).cutoff(2));
    }

    long bytes(final StateCell cell) {
        final double waves = waves(cell);
        final double rows = 2 * waves * m_parameters.m_places;
        return (long) (16 * rows * (m_parameters.m_byMode ? cell.state().size() + 10.0 : 10)
            + 16 * waves * (waves + 3.0 * cell.state().size())
            + (m_parameters.m_band == Band.NONE ? 0 : 16 * 2 * waves * 18 * Math.pow(cell.state().size(), 2)));
    }

    double seconds(final StateCell cell) {
        final double waves = waves(cell);
        final double bands = m_parameters.m_band == Band.NONE ? 0
            : SECONDS_A_CUBE * 2 * waves * Math.pow(3.0 * cell.state().size(), 3);
        return bands + SECONDS * m_parameters.m_places * waves * waves * waves * 2 / 3;
    }

    CellWigner solve(final StateCell cell, final Progress progress) {
        final BoxGrid grid = m_places.grid(cell.key());
        final WignerFunction function =
            WignerFunction.of(m_fields.field(cell, grid), m_parameters.m_largestHarmonic);
        final Optional<BandProjection> band = m_parameters.m_band == Band.NONE ? Optional.empty()
            : Optional.of(BandProjection.of(function,
                Background.of(cell.state(), m_parameters.environment()), Choice.valueOf(m_parameters.m_band.name()),
                progress.part(0, 0.5)));
        return CellWigner.of(function, grid.length(2), grid.points(), m_parameters.m_places, band,
            progress.part(0.5, 1));
    }
}
