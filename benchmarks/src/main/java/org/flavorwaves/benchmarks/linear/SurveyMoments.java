package org.flavorwaves.benchmarks.linear;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import org.flavorwaves.physics.distribution.AngularGrid;
import org.flavorwaves.physics.distribution.GridRule;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.MomentLoader;
import org.flavorwaves.physics.distribution.moments.SpeciesMoments;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonDirections;

/**
 * Whether the survey of moments without beams has the growth of the same moments on many rings: random cells with
 * fluxes on one axis. Run by benchmarks/run survey-moments [CELLS [RINGS]].
 */
public final class SurveyMoments {
    private SurveyMoments() {
    }

    /**
     * Runs.
     *
     * @param args number of cells, default 10000, and of rings, default 64
     */
    public static void main(final String[] args) {
        final int cells = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        final MomentLoader loader = new MomentLoader(
            AngularGrid.rings(GridRule.GAUSS_LEGENDRE, args.length > 1 ? Integer.parseInt(args[1]) : 64));
        final StabilitySurvey survey = new StabilitySurvey(SurveyOptions.defaults());
        int apart = 0;
        int unstable = 0;
        double worst = 0;
        for (int c = 0; c < cells; c++) {
            final Random random = new Random(c);
            final FlavorMoments moments =
                new FlavorMoments(kind(random, 1), kind(random, 1), kind(random, 0.3), kind(random, 0.3));
            final FlavorState state = loader.load(moments).loaded().state();
            final LeptonDirections lepton = LeptonDirections.of(state);
            final double unit = lepton.positive() + lepton.negative();
            final CellStability beams = survey.assess(state, Environment.FAST);
            final CellStability closed = survey.assess(List.of(moments), Environment.FAST);
            final double difference = Math.abs(beams.growth() - closed.growth());
            unstable += closed.stable() ? 0 : 1;
            worst = Math.max(worst, difference / unit);
            if (difference > Math.max(1e-3 * beams.growth(), 1e-4 * unit)) {
                apart++;
                System.out.printf(Locale.ROOT, "cell %d: moments %.6f, rings %.6f of sum |G|%n", c,
                    closed.growth() / unit, beams.growth() / unit);
            }
        }
        System.out.printf(Locale.ROOT, "%d cells, %d unstable: %d differ by more than 1e-3 of the growth and 1e-4 of "
            + "sum |G|; largest difference %.1e of sum |G|%n", cells, unstable, apart, worst);
    }

    private static SpeciesMoments kind(final Random random, final double density) {
        final double n = density * (0.4 + 0.6 * random.nextDouble());
        final double f = 0.7 * Math.sqrt(random.nextDouble());
        return new SpeciesMoments(n, 0, 0, random.nextDouble() < 0.8 ? f : -f);
    }
}
