package org.flavorwaves.knime.nodes.flavorwaverelaxation;

import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.kinetics.BackgroundPath;
import org.flavorwaves.physics.kinetics.relaxation.ActionBands;
import org.flavorwaves.physics.kinetics.relaxation.ResonantTriads;
import org.flavorwaves.physics.kinetics.relaxation.ThreeWaveKinetics;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/** Asks the physics about one cell. */
final class FlavorWaveRelaxationTask {
    /** Length of an automatic run in units of the shortest time in which an action changes. */
    private static final double TIMES = 3000;

    /** Share of the largest wave number that is the automatic tail. */
    private static final double TAIL = 0.2;

    /** Time in s of an eigenvalue problem with its vectors, relative to the cube of its size, on one core. */
    private static final double SECONDS_A_CUBE = 1e-8;

    /** The same of a byte of the resonances and a mode. */
    private static final double SECONDS_A_BYTE = 5e-9;

    private final FlavorWaveRelaxationParameters m_parameters;

    private final StateUnits m_units;

    FlavorWaveRelaxationTask(final FlavorWaveRelaxationParameters parameters, final StateUnits units) {
        m_parameters = parameters;
        m_units = units;
    }

    /** Bytes of the bands of a cell, with vectors, of the resonances, and of the actions that are kept. */
    long bytes(final StateCell cell) {
        final long modes = cell.state().size();
        final long bands = 3 * modes;
        return Double.BYTES * m_parameters.m_kCount * bands * (8 * bands + 2L * m_parameters.m_outputs + 200L)
            + (isAligned(cell) ? 0 : ResonantTriads.bytes(modes, m_parameters.m_kCount));
    }

    /** Seconds of the bands and of the resonances on one core, at least. */
    double seconds(final StateCell cell) {
        final long modes = cell.state().size();
        return SECONDS_A_CUBE * Math.pow(3.0 * modes, 3) * m_parameters.m_kCount + (isAligned(cell) ? 0
            : SECONDS_A_BYTE * modes * ResonantTriads.bytes(modes, m_parameters.m_kCount));
    }

    /** Whether all vectors are along z and stay so. */
    private boolean isAligned(final StateCell cell) {
        boolean aligned = true;
        for (int i = 0; i < cell.state().size(); i++) {
            aligned &= cell.state().px(i) == 0 && cell.state().py(i) == 0
                && (m_parameters.environment().thetaMix() == 0 || cell.state().modes().omega(i) == 0);
        }
        return aligned;
    }

    /**
     * Runs a cell.
     *
     * @param cell the cell
     * @param progress told of the progress
     * @return the actions over time
     * @throws IllegalArgumentException if no wave of the background carries an action
     */
    CellRelaxation solve(final StateCell cell, final Progress progress) {
        final Background background = new BackgroundPath(cell.state(), m_parameters.environment(),
            EquilibriumOptions.DEFAULT, progress.part(0, 0.1)).current();
        final WaveVector axis =
            new WaveVector(m_parameters.m_kDirX, m_parameters.m_kDirY, m_parameters.m_kDirZ).unit();
        final double largest = m_parameters.m_kMax > 0 ? m_parameters.m_kMax : slowest(background, axis);
        final int points = m_parameters.m_kCount;
        final ActionBands bands =
            ActionBands.of(background, axis, largest / points, points, progress.part(0.1, 0.3));
        final ResonantTriads triads = ResonantTriads.of(bands, progress.part(0.3, 0.5));
        final ThreeWaveKinetics kinetics =
            new ThreeWaveKinetics(bands, triads, m_parameters.m_tolerance, m_parameters.m_maxSteps);
        final double[][] start = start(bands,
            m_parameters.m_initialTail > 0 ? m_parameters.m_initialTail : TAIL * largest);
        final double shortest = kinetics.shortestTime(start);
        final double end = m_parameters.m_duration > 0 ? m_parameters.m_duration * m_units.rateFactor()
            : Double.isFinite(shortest) ? TIMES * shortest : TIMES / largest;
        return new CellRelaxation(bands, triads.size(), triads.waves(),
            kinetics.evolve(start, end, m_parameters.m_outputs, progress.part(0.5, 1)));
    }

    /** The smallest |H_i| over the largest speed along the axis. */
    private static double slowest(final Background background, final WaveVector axis) {
        double field = Double.POSITIVE_INFINITY;
        double speed = 0;
        for (int i = 0; i < background.size(); i++) {
            field = Math.min(field, Math.hypot(Math.hypot(background.modeArrays().hx()[i],
                background.modeArrays().hy()[i]), background.modeArrays().hz()[i]));
            speed = Math.max(speed, Math.abs(background.modeArrays().vx()[i] * axis.kx()
                + background.modeArrays().vy()[i] * axis.ky() + background.modeArrays().vz()[i] * axis.kz()));
        }
        if (!(field > 0) || speed == 0) {
            throw new IllegalArgumentException("A mode feels no field or all modes stand still along the direction, so"
                + " that there is no natural largest wave number. Set kMax above 0.");
        }
        return field / speed;
    }

    /** Exponentials of one size in all bands, with the given power in all waves of both signs of k. */
    private double[][] start(final ActionBands bands, final double tail) {
        final double[][] action = new double[bands.size()][bands.points()];
        double power = 0;
        for (int b = 0; b < action.length; b++) {
            for (int j = 0; j < action[b].length; j++) {
                action[b][j] = Math.signum(bands.kappa(b, j)) * Math.exp(-bands.waveNumber(j) / tail);
                power += 2 * bands.step() * action[b][j] / bands.kappa(b, j);
            }
        }
        final double size = bands.power() * m_parameters.m_amplitude * m_parameters.m_amplitude / power;
        for (final double[] band : action) {
            for (int j = 0; j < band.length; j++) {
                band[j] *= size;
            }
        }
        return action;
    }
}
