package org.flavorwaves.physics.numerics.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;

import org.junit.jupiter.api.Test;

class HermitianJacobiTest {
    @Test
    void vectorsAreOrthonormalAndMakeTheMatrix() {
        final int n = 7;
        final int offset = 5;
        final double[] re = new double[offset + n * n];
        final double[] im = new double[offset + n * n];
        final Random random = new Random(3);
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                re[offset + i * n + j] = random.nextDouble() - 0.5;
                re[offset + j * n + i] = re[offset + i * n + j];
                im[offset + i * n + j] = i == j ? 0 : random.nextDouble() - 0.5;
                im[offset + j * n + i] = -im[offset + i * n + j];
            }
        }
        final HermitianJacobi eigen = new HermitianJacobi(n);
        eigen.decompose(re, im, offset);
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < n; b++) {
                double x = 0;
                double y = 0;
                double overlapRe = 0;
                double overlapIm = 0;
                for (int e = 0; e < n; e++) {
                    final double aRe = eigen.vectorRe(e, a);
                    final double aIm = eigen.vectorIm(e, a);
                    final double bRe = eigen.vectorRe(e, b);
                    final double bIm = eigen.vectorIm(e, b);
                    x += eigen.value(e) * (aRe * bRe + aIm * bIm);
                    y += eigen.value(e) * (aIm * bRe - aRe * bIm);
                    overlapRe += eigen.vectorRe(a, e) * eigen.vectorRe(b, e)
                        + eigen.vectorIm(a, e) * eigen.vectorIm(b, e);
                    overlapIm += eigen.vectorIm(a, e) * eigen.vectorRe(b, e)
                        - eigen.vectorRe(a, e) * eigen.vectorIm(b, e);
                }
                assertThat(x).isCloseTo(re[offset + a * n + b], within(1e-14));
                assertThat(y).isCloseTo(im[offset + a * n + b], within(1e-14));
                assertThat(overlapRe).isCloseTo(a == b ? 1 : 0, within(1e-14));
                assertThat(overlapIm).isCloseTo(0, within(1e-14));
            }
        }
    }
}
