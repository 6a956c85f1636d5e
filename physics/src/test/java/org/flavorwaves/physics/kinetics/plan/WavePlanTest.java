package org.flavorwaves.physics.kinetics.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.kinetics.KineticsChecks;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;

/** Plans against the closed forms of two beams and of a medium without growth. */
class WavePlanTest {
    private static final WaveVector Z = new WaveVector(0, 0, 1);

    /** G = (1, -1) grows as sqrt(4 - (k - 2)^2) for 0 &lt; k &lt; 4, reference case 1. */
    private static Background twoBeams() {
        return Background.of(KineticsChecks.twoBeams(1, 1), Environment.FAST);
    }

    @Test
    void rangeIsThatOfTwoBeams() {
        final GrowingRange range = GrowingRange.of(twoBeams(), Z, 0, Progress.NONE);
        assertThat(range.growth()).isCloseTo(2, within(1e-3));
        assertThat(range.fastest()).isCloseTo(2, within(0.03));
        assertThat(range.low()).isCloseTo(0, within(0.03));
        assertThat(range.high()).isCloseTo(4, within(0.06));
        assertThat(range.isOpen()).isFalse();
    }

    /** Matter along the common axis shifts frequencies and no growth rates, however much of it there is. */
    @Test
    void matterLeavesTheRangeOfAlignedBeams() {
        final GrowingRange range = GrowingRange.of(
            Background.of(KineticsChecks.twoBeams(1, 1), new Environment(0, 1e8, 1)), Z, 0, Progress.NONE);
        final GrowingRange without = GrowingRange.of(twoBeams(), Z, 0, Progress.NONE);
        assertThat(range.high()).isEqualTo(without.high());
        assertThat(range.growth()).isCloseTo(without.growth(), within(1e-6));
    }

    @Test
    void boxReachesPastTheGrowingRange() {
        final WavePlan plan = WavePlan.of(twoBeams(), Z, 0, 0, Progress.NONE);
        assertThat(plan.given()).isFalse();
        assertThat(plan.isStrong()).isFalse();
        assertThat(plan.box().nMax()).isEqualTo(33);
        assertThat(plan.box().nMax() * plan.box().spacing()).isCloseTo(8, within(0.2));
        assertThat(plan.left()).isZero();
        assertThat(plan.line().k(0)).isPositive();
        assertThat(plan.line().k(plan.line().count() - 1)).isCloseTo(5, within(0.2));
    }

    /** At L = 2 pi/0.3 the waves n = 11, 12, 13 grow beyond the tenth. */
    @Test
    void wavesThatAreLeftOutAreCounted() {
        final WavePlan plan = WavePlan.of(twoBeams(), Z, 2 * Math.PI / 0.3, 10, Progress.NONE);
        assertThat(plan.left()).isEqualTo(3);
        assertThat(plan.leftGrowth()).isCloseTo(Math.sqrt(4 - 1.3 * 1.3), within(1e-9));
        assertThat(plan.isStrong()).isTrue();
        assertThat(plan.reason()).contains("6.66 of the spacing").contains("above 0.3");
        assertThat(plan.line().count()).isEqualTo(10);
        final WavePlan wide = WavePlan.of(twoBeams(), Z, 0.5, 0, Progress.NONE);
        assertThat(wide.isStrong()).isFalse();
    }

    /** Growth beside matter a hundred million times stronger is below what frequencies tell. */
    @Test
    void faintGasesInMatterHaveNoGrowingRange() {
        final MomentumModes modes = MomentumModes.builder().species(Species.NU, Species.NUBAR).rings(1, -1)
            .weight(1e-8, 1e-8).build();
        final Background faint = Background.of(FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1}),
            new Environment(0, 20, 1));
        assertThat(WavePlan.of(faint, Z, 0, 0, Progress.NONE).range().growth()).isZero();
    }

    private static FlavorState shallow() {
        final GaussLegendre rule = GaussLegendre.of(64);
        final Species[] species = new Species[rule.size()];
        final double[] v = new double[rule.size()];
        final double[] weight = new double[rule.size()];
        final double[] ones = new double[rule.size()];
        for (int i = 0; i < v.length; i++) {
            v[i] = rule.node(i);
            final double g = (1 - v[i]) * (1 - v[i]) - 0.01;
            species[i] = g > 0 ? Species.NU : Species.NUBAR;
            weight[i] = rule.weight(i) * Math.abs(g);
            ones[i] = 1;
        }
        return FlavorState.alongZ(MomentumModes.builder().species(species).rings(v).weight(weight).build(), ones, ones);
    }

    /**
     * G = (1 - v)^2 - s^2, s = 0.1, reference case 2: waves grow in two narrow intervals of k far apart, of which the
     * right one, at positive k here, ends at 2.03972786 and has its branch point at 1.71884775 (case 17).
     */
    @Test
    void narrowGrowingIntervalsAreResolved() {
        final Background medium = Background.of(shallow(), Environment.FAST);
        final WavePlan plan = WavePlan.of(medium, Z, 0, 0, Progress.NONE);
        final List<WaveVector> line = new ArrayList<>();
        for (int n = 0; n < plan.line().count(); n++) {
            line.add(plan.line().k(n) > 0 ? Z.times(plan.line().k(n)) : Z);
        }
        assertThat(plan.range().rates(medium, line, Progress.NONE)).hasSizeBetween(50, 80);
        assertThat(plan.line().count()).isLessThan(800);
    }

    @Test
    void mediaWithoutGrowthHaveAPlanToo() {
        final MomentumModes modes =
            MomentumModes.builder().species(Species.NU, Species.NU).rings(1, 0).weight(1, 0.5).build();
        final FlavorState state = FlavorState.alongZ(modes, new double[]{1, 1}, new double[]{1, 1});
        final WavePlan plan = WavePlan.of(Background.of(state, Environment.FAST), Z, 0, 0, Progress.NONE);
        assertThat(plan.range().growth()).isZero();
        assertThat(plan.box().nMax()).isBetween(8, 64);
        assertThat(plan.line().count()).isPositive();
        final FlavorState empty = FlavorState.alongZ(modes, new double[]{1, 1}, new double[2]);
        assertThat(WavePlan.of(Background.of(empty, Environment.FAST), Z, 0, 0, Progress.NONE).box().length())
            .isPositive();
    }
}
