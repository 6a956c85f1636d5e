package org.flavorwaves.physics.kinetics.relaxation;

import org.flavorwaves.physics.equilibrium.EquilibriumOptions;
import org.flavorwaves.physics.equilibrium.MixingEquilibrium;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;

/** Four neutrino modes of different energy in a mixing equilibrium with matter, theta = 0.5 and lambda = 0.3. */
final class TiltedGas {
    private static final double[][] V = {
        {0.27298068055600483, -0.7531367549566194, -0.36758481347296884, -0.475108253724376},
        {-0.7548144548445556, 0.5551684973273434, 0.8740614290753409, 0.8386262430078969},
        {-0.5964366578278846, 0.35294895935349124, 0.31764449169915626, -0.26641728881856325}};

    private static final double[] WEIGHT = {0.602841553563351, 0.7685081090021642, 0.5959492712890895,
        0.7432290794918814};

    private static final double[] OMEGA = {0.9739487619949414, 0.7464518578477002, 0.5132998664640209,
        0.3498020557760785};

    private static final double[] LENGTH = {0.8, 0.6, 0.5, 0.7};

    private TiltedGas() {
    }

    static Background background() {
        return background(new double[][]{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}});
    }

    /** The gas with all velocities turned: each row of a rotation is a new component. */
    static Background background(final double[][] rotation) {
        final int n = WEIGHT.length;
        final Species[] species = new Species[n];
        final double[][] v = new double[3][n];
        final double[] px = new double[n];
        final double[] pz = new double[n];
        final double[] trace = new double[n];
        final double[] z = {-0.095, -0.0745, -0.0317, 0.0001};
        for (int i = 0; i < n; i++) {
            species[i] = Species.NU;
            final double speed = Math.sqrt(V[0][i] * V[0][i] + V[1][i] * V[1][i] + V[2][i] * V[2][i]);
            for (int a = 0; a < 3; a++) {
                v[a][i] = (rotation[a][0] * V[0][i] + rotation[a][1] * V[1][i] + rotation[a][2] * V[2][i]) / speed;
            }
            pz[i] = z[i];
            px[i] = Math.sqrt(LENGTH[i] * LENGTH[i] - z[i] * z[i]);
            trace[i] = 1;
        }
        final FlavorState state = new FlavorState(MomentumModes.builder().species(species).velocity(v[0], v[1], v[2])
            .weight(WEIGHT).omega(OMEGA).build(), trace, px, new double[n], pz);
        final Environment environment = new Environment(0.5, 0.3, 1);
        return Background.of(new MixingEquilibrium(EquilibriumOptions.DEFAULT).solve(state, environment,
            Progress.NONE).state(), environment);
    }
}
