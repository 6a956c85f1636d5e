package org.flavorwaves.knime.nodes.flavorwavedensitymatrix;

import org.flavorwaves.knime.nodes.qke.FieldInput;
import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.wigner.WignerFunction;
import org.flavorwaves.physics.run.Progress;

/** Asks the physics about one cell. */
final class WignerTask {
    /** Time in s of a pair of pairs of waves at a place. */
    private static final double SECONDS = 2e-8;

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
            + 16 * waves * (waves + 3.0 * cell.state().size()));
    }

    double seconds(final StateCell cell) {
        final double waves = waves(cell);
        return SECONDS * m_parameters.m_places * waves * waves * waves * 2 / 3;
    }

    CellWigner solve(final StateCell cell, final Progress progress) {
        final BoxGrid grid = m_places.grid(cell.key());
        final WignerFunction function =
            WignerFunction.of(m_fields.field(cell, grid), m_parameters.m_largestHarmonic);
        return CellWigner.of(function, grid.length(2), grid.points(), m_parameters.m_places, progress);
    }
}
