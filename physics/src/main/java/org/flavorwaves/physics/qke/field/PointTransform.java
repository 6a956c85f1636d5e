package org.flavorwaves.physics.qke.field;

import org.flavorwaves.physics.state.MomentumModes;

/** Values at points to harmonics and back, for input and output; many fields at once, a column each. */
final class PointTransform {
    private static final int COLUMNS = 48;

    /** Fewer would be no vectors. */
    private static final int LEAST_COLUMNS = 8;

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
        final double[][] x = rows(components * modes.size());
        final double[][] y = rows(components * modes.size());
        final int batch = COLUMNS / components;
        for (int from = 0; from < modes.size(); from += batch) {
            final int columns = components * Math.min(batch, modes.size() - from);
            for (int q = 0; q < x.length; q++) {
                for (int c = 0; c < columns; c++) {
                    final int a = c % components;
                    final int i = from + c / components;
                    x[q][c] = p[a][i][q];
                    y[q][c] = 0;
                    if (!Double.isFinite(x[q][c])) {
                        throw new IllegalArgumentException("P" + (components == 3 ? "xyz" : "12345678").charAt(a)
                            + " of mode " + i + " at point " + q + " must be finite but is " + x[q][c] + ".");
                    }
                }
            }
            m_fft.toHarmonics(x, y, x[0].length);
            for (int h = 0; h < harmonics; h++) {
                for (int c = 0; c < columns; c++) {
                    re[(components * from + c) * harmonics + h] = x[m_fft.row(h)][c] / x.length;
                    im[(components * from + c) * harmonics + h] = y[m_fft.row(h)][c] / x.length;
                }
            }
        }
        return new BoxField(m_grid, modes, traces.clone(), re, im, true);
    }

    private double[][] rows(final int fields) {
        return new double[m_grid.points()][Math.min(COLUMNS, Math.max(LEAST_COLUMNS, fields))];
    }

    double[][] toPoints(final BoxField field, final int axis) {
        final int harmonics = m_grid.harmonics();
        final double[] re = new double[Math.multiplyExact(field.size(), harmonics)];
        final double[] im = new double[re.length];
        for (int i = 0; i < field.size(); i++) {
            for (int h = 0; h < harmonics; h++) {
                re[i * harmonics + h] = field.re(i, axis, h);
                im[i * harmonics + h] = field.im(i, axis, h);
            }
        }
        return complexPoints(field.size(), re, im)[0];
    }

    /**
     * A complex field of each mode at the points, from the coefficients at i harmonics + h.
     *
     * @return real parts in [0][i][p], imaginary parts in [1][i][p]
     */
    double[][][] complexPoints(final int modes, final double[] re, final double[] im) {
        final int harmonics = m_grid.harmonics();
        final double[][][] out = new double[2][modes][m_grid.points()];
        final double[][] x = rows(modes);
        final double[][] y = rows(modes);
        for (int from = 0; from < modes; from += COLUMNS) {
            final int columns = Math.min(COLUMNS, modes - from);
            for (int h = 0; h < harmonics; h++) {
                for (int c = 0; c < columns; c++) {
                    x[m_fft.row(h)][c] = re[(from + c) * harmonics + h];
                    y[m_fft.row(h)][c] = im[(from + c) * harmonics + h];
                }
            }
            m_fft.toPoints(x, y, x[0].length);
            for (int q = 0; q < x.length; q++) {
                for (int c = 0; c < columns; c++) {
                    out[0][from + c][q] = x[q][c];
                    out[1][from + c][q] = y[q][c];
                }
            }
        }
        return out;
    }
}
