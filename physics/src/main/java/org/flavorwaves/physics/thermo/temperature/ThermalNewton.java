package org.flavorwaves.physics.thermo.temperature;

import org.flavorwaves.physics.numerics.Deflation;
import org.flavorwaves.physics.numerics.NewtonSolver;

/** Newton's method as it suits {@link ThermalEquations}, whose P_i saturate. */
final class ThermalNewton {
    /** Steps of at most twice the scale of the unknowns; given up if eight steps do not halve |f|. */
    private static final NewtonSolver.Limits LIMITS = new NewtonSolver.Limits(1, 1e-4, 2, 8);

    /** The distance beyond which a known solution no longer repels, in the scale of the unknowns. */
    private static final double REPULSION = 0.3;

    private ThermalNewton() {
    }

    /** No solution known yet; copies by the symmetry of flavor space count as the same. */
    static Deflation deflation(final FlavorSymmetry symmetry) {
        return new Deflation(REPULSION, symmetry::nearestCopy);
    }

    static NewtonSolver of(final ThermalEquations equations, final TemperatureOptions options) {
        return new NewtonSolver(equations, options.tolerance(), LIMITS);
    }

    static NewtonSolver of(final ThermalEquations equations, final TemperatureOptions options,
        final Deflation deflation) {
        return new NewtonSolver(equations, options.tolerance(), LIMITS, deflation);
    }
}
