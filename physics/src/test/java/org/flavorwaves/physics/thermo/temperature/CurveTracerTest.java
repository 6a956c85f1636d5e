package org.flavorwaves.physics.thermo.temperature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;

import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.thermo.ThermalRelation;
import org.junit.jupiter.api.Test;

class CurveTracerTest {

    @Test
    void leadsAroundTheFoldToTheOtherState() {
        // the magnet in an outer field has two states against the field, born together at a fold
        final Environment field = new Environment(0, 0.05, 1);
        final FlavorState state = ThermalSystems.magnet(1, 1);
        final double beta = 1.6;
        final List<ThermalBranch> branches = ThermalSystems.DILUTE.atBeta(state, field, beta, Progress.NONE).branches();
        assertThat(branches).hasSize(3);
        final ThermalModes modes = new ThermalModes(state, field, ThermalRelation.DILUTE);
        final CurveTracer tracer = new CurveTracer(modes, beta, 1 / beta);
        int folded = 0;
        for (final ThermalBranch branch : branches) {
            final double jz = branch.field().get(0, 2);
            final List<double[]> met = tracer.trace(branch.field().toArray(), -1);
            if (jz > 0) {
                assertThat(met).isEmpty();
            } else {
                assertThat(met).hasSize(1);
                final double other = branches.stream().map(b -> b.field().get(0, 2))
                    .filter(z -> z < 0 && Math.abs(z - jz) > 0.01).findFirst().orElseThrow();
                assertThat(met.get(0)[2]).isCloseTo(other, within(0.01));
                folded++;
            }
        }
        assertThat(folded).isEqualTo(2);
    }
}
