package org.flavorwaves.physics.qke.field;

import org.flavorwaves.physics.state.MomentumModes;

/** Values at points to harmonics and back, component by component; for input and output. */
final class PointTransform {
    private final BoxGrid m_grid;

    private final BoxFft m_fft;

    PointTransform(final BoxGrid grid) {
        m_grid = grid;
        m_fft = new BoxFft(grid);
    }

    BoxField toField(final MomentumModes modes, final double[] traces, final double[][]... p) {
        final int harmonics = m_grid.harmonics();
        final int components = p.length;
        final double[] re = new double[Math.multiplyExact(components * modes.size(), harmonics)];
        final double[] im = new double[re.length];
        final double[][] x = new double[m_grid.points()][components];
        final double[][] y = new double[m_grid.points()][components];
        for (int i = 0; i < modes.size(); i++) {
            for (int q = 0; q < x.length; q++) {
                for (int a = 0; a < components; a++) {
                    x[q][a] = p[a][i][q];
                    y[q][a] = 0;
                    if (!Double.isFinite(x[q][a])) {
                        throw new IllegalArgumentException("P" + (components == 3 ? "xyz" : "12345678").charAt(a)
                            + " of mode " + i + " at point " + q + " must be finite but is " + x[q][a] + ".");
                    }
                }
            }
            m_fft.toHarmonics(x, y, components);
            for (int h = 0; h < harmonics; h++) {
                for (int a = 0; a < components; a++) {
                    re[(components * i + a) * harmonics + h] = x[m_fft.row(h)][a] / x.length;
                    im[(components * i + a) * harmonics + h] = y[m_fft.row(h)][a] / x.length;
                }
            }
        }
        return new BoxField(m_grid, modes, traces.clone(), re, im, true);
    }

    double[][] toPoints(final BoxField field, final int axis) {
        final double[][] out = new double[field.size()][m_grid.points()];
        for (int i = 0; i < out.length; i++) {
            final double[][] x = new double[m_grid.points()][1];
            final double[][] y = new double[m_grid.points()][1];
            for (int h = 0; h < m_grid.harmonics(); h++) {
                x[m_fft.row(h)][0] = field.re(i, axis, h);
                y[m_fft.row(h)][0] = field.im(i, axis, h);
            }
            m_fft.toPoints(x, y, 1);
            for (int q = 0; q < x.length; q++) {
                out[i][q] = x[q][0];
            }
        }
        return out;
    }

    /**
     * A complex field of each mode at the points, from the coefficients at i harmonics + h.
     *
     * @return real parts in [0][i][p], imaginary parts in [1][i][p]
     */
    double[][][] complexPoints(final int modes, final double[] re, final double[] im) {
        final double[][][] out = new double[2][modes][m_grid.points()];
        for (int i = 0; i < modes; i++) {
            final double[][] x = new double[m_grid.points()][1];
            final double[][] y = new double[m_grid.points()][1];
            for (int h = 0; h < m_grid.harmonics(); h++) {
                x[m_fft.row(h)][0] = re[i * m_grid.harmonics() + h];
                y[m_fft.row(h)][0] = im[i * m_grid.harmonics() + h];
            }
            m_fft.toPoints(x, y, 1);
            for (int q = 0; q < x.length; q++) {
                out[0][i][q] = x[q][0];
                out[1][i][q] = y[q][0];
            }
        }
        return out;
    }
}
