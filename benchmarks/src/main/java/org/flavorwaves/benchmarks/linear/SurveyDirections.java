package org.flavorwaves.benchmarks.linear;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandSet;
import org.flavorwaves.physics.linear.bands.BandSolver;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.linear.survey.SurveyOptions;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Whether the survey of all directions misses maxima: cells of three to eight beams in random directions with random
 * lepton numbers, against dense problems at random wave vectors, the best of which are climbed by the simplex method of
 * Nelder and Mead on the growth of dense problems. Run by benchmarks/run survey-directions [CELLS].
 */
public final class SurveyDirections {
    private static final int STARTS = 600;

    private static final int CLIMBS = 15;

    private static final int STEPS = 400;

    /** A maximum is missed if the growth is smaller by more than this part. */
    private static final double MISSED = 1e-3;

    private SurveyDirections() {
    }

    /** One cell: growth of the survey, of the dense problem at its wave vector and of the maximiser, over sum |G|. */
    private record Compared(CellStability cell, double survey, double dense, double reference) {
    }

    /**
     * Runs.
     *
     * @param args number of cells, default 1000
     */
    public static void main(final String[] args) {
        final int cells = args.length == 0 ? 1000 : Integer.parseInt(args[0]);
        final List<Compared> all = IntStream.range(0, cells).parallel()
            .mapToObj(SurveyDirections::compare).toList();
        for (int c = 0; c < cells; c++) {
            final Compared one = all.get(c);
            if (1 - one.survey / one.reference > MISSED) {
                System.out.printf(Locale.ROOT, "cell %d (%s): %.6f, the maximiser finds %.6f%n", c,
                    one.cell.certainty().label(), one.survey, one.reference);
            }
        }
        final double missed = all.stream().mapToDouble(c -> 1 - c.survey / c.reference)
            .filter(d -> d > MISSED).max().orElse(0);
        System.out.printf(Locale.ROOT, "%d cells: %d maxima missed by more than 1e-3, the worst by %.1e; %d cells in"
            + " which the survey is faster by more than 1e-3%n", cells,
            all.stream().filter(c -> 1 - c.survey / c.reference > MISSED).count(), missed,
            all.stream().filter(c -> c.survey / c.reference - 1 > MISSED).count());
        System.out.printf(Locale.ROOT, "largest distance of a growth rate from the dense problem %.1e sum |G|%n",
            all.stream().filter(c -> !c.cell.stable()).mapToDouble(c -> Math.abs(c.survey - c.dense)).max()
                .orElse(0));
        for (final Certainty certainty : Certainty.values()) {
            System.out.printf("%-10s %d%n", certainty.label(),
                all.stream().filter(c -> c.cell.certainty() == certainty).count());
        }
    }

    private static Compared compare(final int number) {
        final Random random = new Random(1_000_000L + number);
        final FlavorState state = beams(random);
        final Background background = Background.of(state, Environment.FAST);
        final double unit = LeptonNumber.of(state, Environment.FAST).absolute();
        final CellStability cell = new StabilitySurvey(new SurveyOptions(SurveyOptions.Terms.FAST,
            SurveyOptions.Directions.ALL, true, 24, 1e-3)).assess(state, Environment.FAST);
        final double dense = cell.stable() ? 0
            : growth(background, new double[]{cell.kx(), cell.ky(), cell.kz()});
        final List<double[]> starts = new ArrayList<>();
        for (int s = 0; s < STARTS; s++) {
            final double reach = unit * (s % 3 == 0 ? 5 : 1);
            final double[] k = {reach * random.nextGaussian(), reach * random.nextGaussian(),
                reach * random.nextGaussian()};
            starts.add(new double[]{growth(background, k), k[0], k[1], k[2]});
        }
        starts.sort(Comparator.comparingDouble((double[] s) -> -s[0]));
        double reference = 1e-3 * unit;
        for (final double[] start : starts.subList(0, CLIMBS)) {
            reference = Math.max(reference, climb(background, Arrays.copyOfRange(start, 1, 4), unit));
        }
        return new Compared(cell, Math.max(1e-3, cell.growth() / unit), dense / unit, reference / unit);
    }

    private static double climb(final Background background, final double[] start, final double unit) {
        final SimplexOptimizer optimizer = new SimplexOptimizer(new SimpleValueChecker(1e-9, 1e-12 * unit, STEPS));
        return optimizer.optimize(new MaxEval(10 * STEPS), GoalType.MAXIMIZE, new InitialGuess(start),
            new ObjectiveFunction(k -> growth(background, k)), new NelderMeadSimplex(3, 0.1 * unit)).getValue();
    }

    private static double growth(final Background background, final double[] k) {
        final BandSet bands =
            new BandSolver(BandDetail.VALUES).solve(background, new WaveVector(k[0], k[1], k[2]));
        return bands.omegaIm(bands.fastest());
    }

    private static FlavorState beams(final Random random) {
        final int n = 3 + random.nextInt(6);
        final double[][] v = new double[3][n];
        final double[] one = new double[n];
        final double[] p = new double[n];
        final Species[] species = new Species[n];
        for (int i = 0; i < n; i++) {
            v[2][i] = 2 * random.nextDouble() - 1;
            final double phi = 2 * Math.PI * random.nextDouble();
            v[0][i] = Math.sqrt(1 - v[2][i] * v[2][i]) * Math.cos(phi);
            v[1][i] = Math.sqrt(1 - v[2][i] * v[2][i]) * Math.sin(phi);
            one[i] = 1;
            p[i] = random.nextDouble() - 0.5;
            species[i] = Species.NU;
        }
        return FlavorState.alongZ(
            MomentumModes.builder().species(species).velocity(v[0], v[1], v[2]).weight(one).build(), one, p);
    }
}
