package org.flavorwaves.physics.distribution.moments;

import java.util.List;

import org.flavorwaves.physics.distribution.LoadedState;

/**
 * A state loaded from moments, with the quality of the grid.
 *
 * @param loaded the state and the place of each mode
 * @param reports one entry for each kind of neutrino that is present, by bin
 */
public record LoadedMoments(LoadedState loaded, List<ClosureReport> reports) {

    /**
     * Copies the list.
     *
     * @param loaded the state and the place of each mode
     * @param reports one entry for each kind of neutrino that is present, by bin
     */
    public LoadedMoments {
        reports = List.copyOf(reports);
    }

    /**
     * The least well represented flux.
     *
     * @return largest {@link ClosureReport#fluxError()}, dimensionless
     */
    public double worstFluxError() {
        return reports.stream().mapToDouble(ClosureReport::fluxError).max().orElse(0);
    }

    /**
     * The least well represented density, before any matching.
     *
     * @return largest |{@link ClosureReport#densityError()}|, dimensionless
     */
    public double worstDensityError() {
        return reports.stream().mapToDouble(r -> Math.abs(r.densityError())).max().orElse(0);
    }
}
