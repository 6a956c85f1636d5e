package org.flavorwaves.benchmarks.linear;

import java.lang.management.ManagementFactory;
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

/**
 * Times the survey of cells of three moments each, electron neutrinos, antineutrinos and the heavy-lepton sum, closed
 * by maximum entropy: cells per second of CPU time of one thread, with and without the closure, and of the moments
 * without beams. Run by ./run.
 */
final class SurveyBenchmark {
    private static final int CELLS = 400;

    private SurveyBenchmark() {
    }

    /** Rings with fluxes along z and spheres with fluxes in any direction. */
    static void run() {
        System.out.printf("%-16s %6s %9s %14s %14s %18s%n", "survey grid", "modes", "unstable", "closure/s", "survey/s",
            "moments/s");
        for (final int n : new int[]{16, 32, 64}) {
            survey("rings " + n, AngularGrid.rings(GridRule.GAUSS_LEGENDRE, n));
        }
        survey("sphere 16 x 16", AngularGrid.sphere(16, 16));
        survey("sphere 32 x 32", AngularGrid.sphere(32, 32));
    }

    private static void survey(final String name, final AngularGrid grid) {
        final StabilitySurvey survey = new StabilitySurvey(SurveyOptions.defaults());
        final MomentLoader loader = new MomentLoader(grid);
        for (int cell = 0; cell < CELLS / 4; cell++) {
            survey.assess(loader.load(moments(new Random(-1 - cell), grid)).loaded().state(), Environment.FAST);
        }
        int unstable = 0;
        final FlavorState[] states = new FlavorState[CELLS];
        final long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int cell = 0; cell < CELLS; cell++) {
            states[cell] = loader.load(moments(new Random(cell), grid)).loaded().state();
        }
        final long middle = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        for (int cell = 0; cell < CELLS; cell++) {
            final CellStability result = survey.assess(states[cell], Environment.FAST);
            if (!result.ok()) {
                throw new IllegalStateException(result.status());
            }
            unstable += result.stable() ? 0 : 1;
        }
        final long end = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        System.out.printf(Locale.ROOT, "%-16s %6d %8.0f%% %14.0f %14.0f %18.0f%n", name, states[0].size(),
            100.0 * unstable / CELLS, CELLS / ((middle - start) * 1e-9), CELLS / ((end - middle) * 1e-9),
            CELLS / (moments(survey, grid) * 1e-9));
    }

    /** Time in ns of the survey of the moments without beams, after a run that compiles it. */
    private static long moments(final StabilitySurvey survey, final AngularGrid grid) {
        long start = 0;
        for (int run = 0; run < 3; run++) {
            start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (int cell = 0; cell < CELLS; cell++) {
                survey.assess(List.of(moments(new Random(cell), grid)), Environment.FAST);
            }
        }
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    }

    /** Densities and fluxes as near a neutron-star merger remnant: comparable electron kinds, forward x. */
    private static FlavorMoments moments(final Random random, final AngularGrid grid) {
        return FlavorMoments.ofSummedX(species(random, 1, 0.3, grid), species(random, 0.7 + 0.6 * random.nextDouble(),
            0.45, grid), species(random, 1.5, 0.6, grid));
    }

    private static SpeciesMoments species(final Random random, final double density, final double flux,
        final AngularGrid grid) {
        final double across = grid.isRings() ? 0 : 0.3;
        return new SpeciesMoments(density, across * flux * random.nextGaussian() / 2,
            across * flux * random.nextGaussian() / 2, flux * (0.5 + 0.5 * random.nextDouble()));
    }
}
