import java.util.Locale;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.linear.bands.FastestWaveSearch;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;

/** Neutrinos go up and as many antineutrinos down: which flavor wave along z grows fastest, and how fast? */
final class GrowthRate {
    public static void main(final String[] args) {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1).weight(1, 1).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
        final double[] ks = {0.5, 1.1, 1.7, 2.3, 2.9, 3.5};
        final FastestWave wave = new FastestWaveSearch().search(Background.of(state, Environment.FAST),
            new WaveVector(0, 0, 1), ks, Progress.NONE);
        System.out.printf(Locale.ROOT, "growth %.6f at k = %.4f%n", wave.growth(), wave.k());
    }
}
