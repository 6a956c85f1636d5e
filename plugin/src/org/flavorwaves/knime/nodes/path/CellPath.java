package org.flavorwaves.knime.nodes.path;

import java.util.Optional;

import org.flavorwaves.physics.equilibrium.path.AdiabaticConversion;
import org.flavorwaves.physics.equilibrium.path.EquilibriumPath;
import org.flavorwaves.physics.equilibrium.path.ParameterTrack;
import org.flavorwaves.physics.equilibrium.path.PathEnd;
import org.flavorwaves.physics.equilibrium.path.PathOptions;
import org.flavorwaves.physics.equilibrium.path.PathPoint;
import org.flavorwaves.physics.equilibrium.path.PathResult;
import org.flavorwaves.physics.equilibrium.path.SpectralSplit;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.Hamiltonian;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The path of one cell.
 *
 * @param input the state of the cell
 * @param path the equilibria
 * @param state the state at its end
 * @param hamiltonian the vectors that its P are along
 * @param conversion what was converted from the input to the end
 * @param split the spectral split at its end; empty at rest, or if all modes have one frequency
 */
record CellPath(FlavorState input, PathResult path, FlavorState state, Hamiltonian hamiltonian,
    AdiabaticConversion conversion, Optional<SpectralSplit> split) {

    /** Width of a split, relative to the range of the frequencies, below which the spectrum is split. */
    private static final double SHARP = 0.01;

    static CellPath follow(final FlavorState input, final ParameterTrack track, final PathOptions options,
        final Progress progress) {
        final PathResult path = new EquilibriumPath(options).follow(input, track, progress);
        final FlavorState state = path.state(path.last());
        final Hamiltonian hamiltonian = path.hamiltonian(path.last());
        final boolean spectrum = path.rotates() && path.end() != PathEnd.NO_START && range(input.modes()) > 0;
        return new CellPath(input, path, state, hamiltonian,
            AdiabaticConversion.between(input, state, hamiltonian),
            spectrum ? Optional.of(SpectralSplit.of(path, path.last())) : Optional.empty());
    }

    /** Largest less smallest signed frequency. */
    private static double range(final MomentumModes modes) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < modes.size(); i++) {
            final double omega = modes.species(i).sign() * modes.omega(i);
            least = Math.min(least, omega);
            most = Math.max(most, omega);
        }
        return most - least;
    }

    /** Whether the path cannot be used. */
    boolean failed() {
        return path.end() == PathEnd.NO_START || path.end() == PathEnd.ZERO_FIELD || path.end() == PathEnd.STALLED;
    }

    /** Omega - q n.J^0 of a point, the frequency of a mode that has no field along n; NaN at rest or with flux. */
    double pivot(final PathPoint point) {
        return path.rotates() ? SpectralSplit.pivot(path, point) : Double.NaN;
    }

    /** The split, if it is narrow enough to be called one. */
    Optional<SpectralSplit> sharpSplit() {
        return split.filter(s -> s.width() < SHARP * range(state.modes()));
    }

    /** The share of sum w |P_z| of a species that was converted, over modes with a conversion; NaN without any. */
    double converted(final int sign) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < input.size(); i++) {
            if (input.modes().species(i).sign() == sign && !Double.isNaN(conversion.conversion(i))) {
                final double weight = input.modes().weight(i) * Math.abs(input.pz(i));
                sum += weight * conversion.conversion(i);
                total += weight;
            }
        }
        return sum / total;
    }
}
