package org.flavorwaves.physics.numerics;

/**
 * Gaussian elimination of small complex matrices stored row-major with real and imaginary parts in turn. Works in place
 * and allocates nothing after construction.
 */
public final class ComplexPivoting {
    private static final double ROUNDING = 0x1p-52;

    private final int m_n;

    private final double[] m_lu;

    private final int[] m_row;

    private final double[] m_room;

    private int m_sign;

    /** Room for matrices of n x n complex numbers. */
    public ComplexPivoting(final int n) {
        m_n = n;
        m_lu = new double[2 * n * n];
        m_row = new int[n];
        m_room = new double[2 * n];
    }

    /** Factors a matrix with partial pivoting; a zero pivot is left zero. */
    public void factor(final double[] a) {
        System.arraycopy(a, 0, m_lu, 0, m_lu.length);
        m_sign = 1;
        for (int c = 0; c < m_n; c++) {
            int best = c;
            for (int r = c + 1; r < m_n; r++) {
                if (square(r, c) > square(best, c)) {
                    best = r;
                }
            }
            m_row[c] = best;
            if (best != c) {
                swap(best, c);
                m_sign = -m_sign;
            }
            final double size = square(c, c);
            if (size == 0) {
                continue;
            }
            final double pr = m_lu[2 * (c * m_n + c)] / size;
            final double pi = -m_lu[2 * (c * m_n + c) + 1] / size;
            for (int r = c + 1; r < m_n; r++) {
                final int at = 2 * (r * m_n + c);
                final double fr = m_lu[at] * pr - m_lu[at + 1] * pi;
                final double fi = m_lu[at] * pi + m_lu[at + 1] * pr;
                m_lu[at] = fr;
                m_lu[at + 1] = fi;
                for (int k = c + 1; k < m_n; k++) {
                    final int from = 2 * (c * m_n + k);
                    final int to = 2 * (r * m_n + k);
                    m_lu[to] -= fr * m_lu[from] - fi * m_lu[from + 1];
                    m_lu[to + 1] -= fr * m_lu[from + 1] + fi * m_lu[from];
                }
            }
        }
    }

    private double square(final int r, final int c) {
        final double x = m_lu[2 * (r * m_n + c)];
        final double y = m_lu[2 * (r * m_n + c) + 1];
        return x * x + y * y;
    }

    private void swap(final int r, final int s) {
        for (int k = 0; k < 2 * m_n; k++) {
            final double x = m_lu[2 * r * m_n + k];
            m_lu[2 * r * m_n + k] = m_lu[2 * s * m_n + k];
            m_lu[2 * s * m_n + k] = x;
        }
    }

    /** Writes the determinant: out[0] + i out[1]. */
    public void determinant(final double[] out) {
        double re = m_sign;
        double im = 0;
        for (int c = 0; c < m_n; c++) {
            final double x = m_lu[2 * (c * m_n + c)];
            final double y = m_lu[2 * (c * m_n + c) + 1];
            final double r = re * x - im * y;
            im = re * y + im * x;
            re = r;
        }
        out[0] = re;
        out[1] = im;
    }

    /** Whether a pivot is exactly zero. */
    public boolean singular() {
        for (int c = 0; c < m_n; c++) {
            if (square(c, c) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Replaces a matrix of n columns by A^-1 times it, row by row. */
    public void solve(final double[] matrix) {
        final int width = 2 * m_n;
        for (int r = 0; r < m_n; r++) {
            final int other = m_row[r];
            if (other != r) {
                System.arraycopy(matrix, r * width, m_room, 0, width);
                System.arraycopy(matrix, other * width, matrix, r * width, width);
                System.arraycopy(m_room, 0, matrix, other * width, width);
            }
        }
        for (int r = 1; r < m_n; r++) {
            for (int k = 0; k < r; k++) {
                subtract(matrix, r, k);
            }
        }
        for (int r = m_n - 1; r >= 0; r--) {
            for (int k = r + 1; k < m_n; k++) {
                subtract(matrix, r, k);
            }
            final double x = m_lu[2 * (r * m_n + r)];
            final double y = m_lu[2 * (r * m_n + r) + 1];
            final double size = x * x + y * y;
            for (int at = r * width; at < (r + 1) * width; at += 2) {
                final double re = (matrix[at] * x + matrix[at + 1] * y) / size;
                matrix[at + 1] = (matrix[at + 1] * x - matrix[at] * y) / size;
                matrix[at] = re;
            }
        }
    }

    /** Row r less the factor at (r, k) times row k. */
    private void subtract(final double[] matrix, final int r, final int k) {
        final double x = m_lu[2 * (r * m_n + k)];
        final double y = m_lu[2 * (r * m_n + k) + 1];
        final int from = 2 * k * m_n;
        final int to = 2 * r * m_n;
        for (int c = 0; c < 2 * m_n; c += 2) {
            final double re = matrix[from + c];
            final double im = matrix[from + c + 1];
            matrix[to + c] -= x * re - y * im;
            matrix[to + c + 1] -= x * im + y * re;
        }
    }

    /**
     * Replaces pivots that vanish by rounding, so that inverse iteration may use a singular matrix.
     */
    public void regularise() {
        double largest = 0;
        for (int c = 0; c < m_n; c++) {
            largest = Math.max(largest, square(c, c));
        }
        for (int c = 0; c < m_n; c++) {
            if (square(c, c) <= ROUNDING * ROUNDING * ROUNDING * ROUNDING * largest) {
                m_lu[2 * (c * m_n + c)] = ROUNDING * Math.sqrt(largest);
                m_lu[2 * (c * m_n + c) + 1] = 0;
            }
        }
    }

    /**
     * Solves A x = b.
     *
     * @param b right-hand side, 2 n numbers, replaced by x
     */
    public void solveRight(final double[] b) {
        for (int c = 0; c < m_n; c++) {
            exchange(b, c, m_row[c]);
        }
        for (int r = 1; r < m_n; r++) {
            for (int k = 0; k < r; k++) {
                subtract(b, r, k, 2 * (r * m_n + k));
            }
        }
        for (int r = m_n - 1; r >= 0; r--) {
            for (int k = r + 1; k < m_n; k++) {
                subtract(b, r, k, 2 * (r * m_n + k));
            }
            divide(b, r);
        }
    }

    /**
     * Solves y A = c.
     *
     * @param c right-hand side, 2 n numbers, replaced by y
     */
    public void solveLeft(final double[] c) {
        for (int r = 0; r < m_n; r++) {
            for (int k = 0; k < r; k++) {
                subtract(c, r, k, 2 * (k * m_n + r));
            }
            divide(c, r);
        }
        for (int r = m_n - 2; r >= 0; r--) {
            for (int k = r + 1; k < m_n; k++) {
                subtract(c, r, k, 2 * (k * m_n + r));
            }
        }
        for (int r = m_n - 1; r >= 0; r--) {
            exchange(c, r, m_row[r]);
        }
    }

    private static void exchange(final double[] b, final int r, final int s) {
        for (int part = 0; part < 2; part++) {
            final double x = b[2 * r + part];
            b[2 * r + part] = b[2 * s + part];
            b[2 * s + part] = x;
        }
    }

    /** b_r -= lu[at] b_k. */
    private void subtract(final double[] b, final int r, final int k, final int at) {
        b[2 * r] -= m_lu[at] * b[2 * k] - m_lu[at + 1] * b[2 * k + 1];
        b[2 * r + 1] -= m_lu[at] * b[2 * k + 1] + m_lu[at + 1] * b[2 * k];
    }

    private void divide(final double[] b, final int r) {
        final double x = m_lu[2 * (r * m_n + r)];
        final double y = m_lu[2 * (r * m_n + r) + 1];
        final double size = x * x + y * y;
        final double re = (b[2 * r] * x + b[2 * r + 1] * y) / size;
        b[2 * r + 1] = (b[2 * r + 1] * x - b[2 * r] * y) / size;
        b[2 * r] = re;
    }
}
