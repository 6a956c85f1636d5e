package org.flavorwaves.physics.linear.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;

import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.flavorwaves.physics.distribution.moments.SpeciesMoments;
import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.WavePolarization;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;
import org.flavorwaves.physics.state.Units;
import org.junit.jupiter.api.Test;

/** Cells given by their moments, closed by maximum entropy, without beams. */
class MomentSurveyTest {
    private static final StabilitySurvey SURVEY = new StabilitySurvey(SurveyOptions.defaults());

    private static SpeciesMoments random(final Random random, final double density, final boolean axial) {
        final double n = density * (0.4 + 0.6 * random.nextDouble());
        final double f = 0.7 * Math.sqrt(random.nextDouble());
        final double z = axial ? random.nextDouble() < 0.8 ? 1 : -1 : 2 * random.nextDouble() - 1;
        final double phi = 2 * Math.PI * random.nextDouble();
        final double across = Math.sqrt(1 - z * z);
        return new SpeciesMoments(n, f * across * Math.cos(phi), f * across * Math.sin(phi), f * z);
    }

    private static FlavorMoments cell(final long seed, final boolean axial) {
        final Random random = new Random(seed);
        return new FlavorMoments(random(random, 1, axial), random(random, 1, axial), random(random, 0.3, axial),
            random(random, 0.3, axial));
    }

    /** Growth within 1e-3 of itself or 1e-4 of sum |G|, depth, frequency and wave vector as on a fine grid. */
    private static int compare(final AngularGrid grid, final int cells, final boolean axial) {
        final MomentLoader loader = new MomentLoader(grid);
        final Environment environment = new Environment(0, 0.4, 1.7);
        int unstable = 0;
        for (int c = 0; c < cells; c++) {
            final FlavorMoments moments = cell(c, axial);
            final FlavorState state = loader.load(moments).loaded().state();
            final LeptonDirections lepton = LeptonDirections.of(state);
            final double unit = 1.7 * (lepton.positive() + lepton.negative());
            final CellStability beams = SURVEY.assess(state, environment);
            final CellStability closed = SURVEY.assess(List.of(moments), environment);
            assertThat(closed.ok()).as(closed.status()).isTrue();
            assertThat(closed.growth()).as("cell %d", c).isCloseTo(beams.growth(),
                within(Math.max(1e-3 * beams.growth(), 1e-4 * unit)));
            assertThat(closed.crossingDepth()).isCloseTo(beams.crossingDepth(), within(axial ? 1e-3 : 2e-2));
            if (closed.growth() > 0.03 * unit) {
                unstable++;
                assertThat(closed.omegaRe()).isCloseTo(beams.omegaRe(), within(5e-3 * unit));
                assertThat(closed.kz()).isCloseTo(beams.kz(), within(5e-3 * unit));
                assertThat(closed.polarization()).isEqualTo(beams.polarization());
            }
        }
        return unstable;
    }

    @Test
    void fluxesOnAnAxisGrowAsManyRings() {
        assertThat(compare(AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 128), 200, true)).isGreaterThan(50);
    }

    /** The faster of two maxima is a narrow curve between the zero of G below and the light cone. */
    @Test
    void narrowCurvesAtAZeroAreFound() {
        final FlavorMoments moments = new FlavorMoments(new SpeciesMoments(0.808911332522855, 0, 0, 0.6373626571226654),
            new SpeciesMoments(0.6214109649426497, 0, 0, 0.683642137660367),
            new SpeciesMoments(0.2506464993177233, 0, 0, 0.2782534424351051),
            new SpeciesMoments(0.23538802003297785, 0, 0, -0.6024047327044668));
        final double rings = SURVEY.assess(new MomentLoader(AngularGrid.rings(GridRule.GAUSS_LEGENDRE, 64))
            .load(moments).loaded().state(), Environment.FAST).growth();
        assertThat(SURVEY.assess(List.of(moments), Environment.FAST).growth()).isCloseTo(rings, within(1e-4 * rings));
    }

    @Test
    void fluxesInAllDirectionsGrowAsManyBeams() {
        assertThat(compare(AngularGrid.sphere(40, 24), 40, false)).isGreaterThan(20);
    }

    /** Point NSM_1 of reference case 13. */
    @Test
    void mergerPoint() {
        final double unit = Units.POTENTIAL_PER_DENSITY;
        final FlavorMoments moments = FlavorMoments.ofSummedX(
            new SpeciesMoments(1.421954234999705e33 * unit, 0.0974572, 0.04217632, -0.13433261),
            new SpeciesMoments(1.9146237131657563e33 * unit, 0.07237959, 0.03132354, -0.3446878),
            new SpeciesMoments(1.9645407875568215e33 * unit, -0.02165833, 0.07431613, -0.53545951));
        final CellStability cell = SURVEY.assess(List.of(moments), Environment.FAST);
        assertThat(Units.perSecond(cell.growth())).isCloseTo(6.2529e10, within(2e-4 * 6.2529e10));
        assertThat(cell.polarization()).isEqualTo(WavePolarization.MIXED);
        assertThat(cell.certainty()).isEqualTo(Certainty.COMPLETE);
    }

    /** Two energies are the sum of two distributions; a cell of one sign is stable at once; a beam has no density. */
    @Test
    void energiesAddAndBeamsAreRefused() {
        final FlavorMoments whole = cell(3, true);
        final FlavorMoments half = new FlavorMoments(whole.nuE().times(0.5), whole.nubarE().times(0.5),
            whole.nuX().times(0.5), whole.nubarX().times(0.5));
        final CellStability once = SURVEY.assess(List.of(whole), Environment.FAST);
        assertThat(SURVEY.assess(List.of(half, half), Environment.FAST).growth())
            .isCloseTo(once.growth(), within(1e-9));
        final FlavorMoments single = new FlavorMoments(whole.nuE(), SpeciesMoments.NONE, SpeciesMoments.NONE,
            SpeciesMoments.NONE);
        final CellStability stable = SURVEY.assess(List.of(single), Environment.FAST);
        assertThat(stable.stable()).isTrue();
        assertThat(stable.certainty()).isEqualTo(Certainty.NO_CROSSING);
        final FlavorMoments beam = new FlavorMoments(new SpeciesMoments(1, 0, 0, 1), whole.nubarE(),
            SpeciesMoments.NONE, SpeciesMoments.NONE);
        assertThat(SURVEY.assess(List.of(beam), Environment.FAST).status()).startsWith("The flux factor 1.0");
    }
}
