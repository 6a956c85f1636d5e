package org.flavorwaves.physics.linear.collective.sums;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.collective.StructuredStates;
import org.flavorwaves.physics.state.WaveVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PoleTreeTest {

    /** A clustered set of poles with one channel of signed strengths. */
    private static PoleSet poles(final int n, final Random random) {
        final double[] x = new double[n];
        final double[] s = new double[n];
        for (int j = 0; j < n; j++) {
            x[j] = j % 3 == 0 ? 0.25 : random.nextBoolean() ? random.nextGaussian() : 1e-3 * random.nextGaussian();
            s[j] = random.nextDouble() - 0.3;
        }
        return new PoleSet() {
            @Override
            public int size() {
                return n;
            }

            @Override
            public double position(final int pole) {
                return x[pole];
            }

            @Override
            public int channels() {
                return 1;
            }

            @Override
            public void addStrengths(final int pole, final double factor, final double[] out, final int offset) {
                out[offset] += factor * s[pole];
            }
        };
    }

    @Test
    void treeAgreesWithTheSumOverAllPoles() {
        final Random random = new Random(1);
        for (final int n : new int[]{1, 2, 15, 100, 3000}) {
            final PoleSet poles = poles(n, random);
            final PoleTree tree = new PoleTree(poles, 20);
            final LocalExpansions expansions = new LocalExpansions(tree, trialBytes(n));
            for (int trial = 0; trial < 400; trial++) {
                final double re = 3 * random.nextGaussian();
                final double im = Math.exp(-12 * random.nextDouble());
                final PoleTree.Sums sums = PoleTree.Sums.zero(1);
                if (trial < 200) {
                    tree.addTo(re, im, poles.near(), sums);
                } else {
                    expansions.addTo(re, im, sums);
                }
                final double[] exact = new double[4];
                double size = 0;
                double squareSize = 0;
                for (int j = 0; j < n; j++) {
                    final double[] s = new double[1];
                    poles.addStrengths(j, 1, s, 0);
                    final double x = re - poles.position(j);
                    final double r2 = x * x + im * im;
                    exact[0] += s[0] * x / r2;
                    exact[1] -= s[0] * im / r2;
                    exact[2] += s[0] * (x * x - im * im) / (r2 * r2);
                    exact[3] -= s[0] * 2 * x * im / (r2 * r2);
                    size += Math.abs(s[0]) / Math.sqrt(r2);
                    squareSize += Math.abs(s[0]) / r2;
                }
                assertThat(Math.hypot(sums.valueRe()[0] - exact[0], sums.valueIm()[0] - exact[1]))
                    .isLessThan(2e-12 * size);
                assertThat(Math.hypot(sums.squareRe()[0] - exact[2], sums.squareIm()[0] - exact[3]))
                    .isLessThan(5e-11 * squareSize);
            }
        }
    }

    /** Room for many series, or for so few that they are made again and again. */
    private static long trialBytes(final int n) {
        return n > 1000 ? 0 : 1 << 20;
    }

    @ParameterizedTest
    @EnumSource
    void sampledMatrixIsTheExactOne(final BackgroundStructure structure) {
        final Background background = StructuredStates.undamped(structure, 3500, 5);
        for (final CollectiveMatrix matrix : CollectiveMatrix.of(background, new WaveVector(0.3, -0.2, 0.5))) {
            final int n = matrix.dimension();
            final double[] t = new double[2 * n * n];
            final double[] slope = new double[2 * n * n];
            final double[] exact = new double[2 * n * n];
            final double[] exactSlope = new double[2 * n * n];
            final ResolventSums.Sampler sampler = matrix.sums().sampler();
            for (final double im : new double[]{1e-3, 0.1, 1}) {
                sampler.sample(0.2, im, t, slope);
                matrix.sums().exact().sample(0.2, im, exact, exactSlope);
                for (int c = 0; c < t.length; c++) {
                    assertThat(Math.abs(t[c] - exact[c])).isLessThan(1e-11);
                    assertThat(Math.abs(slope[c] - exactSlope[c])).isLessThan(1e-10 / im);
                }
            }
        }
    }
}
