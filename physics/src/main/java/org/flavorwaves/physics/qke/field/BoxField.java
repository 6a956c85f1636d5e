package org.flavorwaves.physics.qke.field;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The polarization vectors of N modes as functions of place, by their harmonics P_i(r) = sum_n P_{i,n} exp(i k_n.r)
 * (JK 8). The traces P0 are homogeneous. Immutable.
 */
public final class BoxField {
    /** Error of a component that modes of size 1 leave in others which are transformed with them. */
    private static final double ROUNDING = 1e-12;

    private final BoxGrid m_grid;

    private final MomentumModes m_modes;

    private final double[] m_traces;

    /** Real parts of P_{i,a,n}, ordered (3 i + a) harmonics + h. */
    private final double[] m_re;

    private final double[] m_im;

    /** Whether the harmonics were made from values at the points. */
    private final boolean m_ofPoints;

    BoxField(final BoxGrid grid, final MomentumModes modes, final double[] traces, final double[] re,
        final double[] im) {
        this(grid, modes, traces, re, im, false);
    }

    BoxField(final BoxGrid grid, final MomentumModes modes, final double[] traces, final double[] re,
        final double[] im, final boolean ofPoints) {
        m_ofPoints = ofPoints;
        m_grid = grid;
        m_modes = modes;
        m_traces = traces;
        m_re = re;
        m_im = im;
    }

    /**
     * A homogeneous field.
     *
     * @param grid the box
     * @param state polarization vectors everywhere
     * @return the field
     */
    public static BoxField homogeneous(final BoxGrid grid, final FlavorState state) {
        final int harmonics = grid.harmonics();
        final double[] re = new double[Math.multiplyExact(3 * state.size(), harmonics)];
        for (int i = 0; i < state.size(); i++) {
            re[3 * i * harmonics] = state.px(i);
            re[(3 * i + 1) * harmonics] = state.py(i);
            re[(3 * i + 2) * harmonics] = state.pz(i);
        }
        return new BoxField(grid, state.modes(), state.traces(), re, new double[re.length]);
    }

    /**
     * A field given at the points of the box. Harmonics that the box does not keep are dropped.
     *
     * @param grid the box
     * @param modes the modes
     * @param traces P0_i
     * @param px Px of mode i at point p in px[i][p]
     * @param py Py
     * @param pz Pz
     * @return the field
     * @throws IllegalArgumentException if a size is wrong or a value is not finite
     */
    public static BoxField ofPoints(final BoxGrid grid, final MomentumModes modes, final double[] traces,
        final double[][] px, final double[][] py, final double[][] pz) {
        return new PointTransform(grid).toField(modes, traces, px, py, pz);
    }

    /**
     * This field as it is when its values at the points are written and read again. An evolution goes on from there
     * after every output, so that a run that is continued from such values equals one without a break to the bit.
     *
     * @return the field of the values of this one, equal up to rounding; this field if it was made from values
     */
    public BoxField throughPoints() {
        return m_ofPoints ? this
            : new PointTransform(m_grid).toField(m_modes, m_traces, values(0), values(1), values(2));
    }

    /**
     * This field and a wave: P_{i,n} + amplitude psi_i, and the conjugate at -n, that is, 2 amplitude Re(psi exp(ik.r))
     * is added.
     *
     * @param h index of the harmonic n, not 0
     * @param psi wave function
     * @param amplitude a number
     * @return the sum
     * @throws IllegalArgumentException if h is 0 or psi has another number of modes
     */
    public BoxField plusWave(final int h, final WaveFunction psi, final double amplitude) {
        if (h == 0 || psi.modes() != m_modes.size()) {
            throw new IllegalArgumentException("A wave of " + psi.modes() + " modes at harmonic index " + h
                + " cannot be added to a field of " + m_modes.size() + " modes; the index must not be 0.");
        }
        final double[] re = m_re.clone();
        final double[] im = m_im.clone();
        for (int c = 0; c < 3 * psi.modes(); c++) {
            final int plus = c * m_grid.harmonics() + h;
            final int minus = c * m_grid.harmonics() + m_grid.opposite(h);
            re[plus] += amplitude * psi.re(c / 3, c % 3);
            im[plus] += amplitude * psi.im(c / 3, c % 3);
            re[minus] += amplitude * psi.re(c / 3, c % 3);
            im[minus] -= amplitude * psi.im(c / 3, c % 3);
        }
        return withHarmonics(re, im);
    }

    /**
     * The box.
     *
     * @return its grid
     */
    public BoxGrid grid() {
        return m_grid;
    }

    /**
     * The modes.
     *
     * @return what they are
     */
    public MomentumModes modes() {
        return m_modes;
    }

    /**
     * The number of modes.
     *
     * @return N
     */
    public int size() {
        return m_modes.size();
    }

    /**
     * The occupation trace of a mode.
     *
     * @param i mode index
     * @return P0_i
     */
    public double trace(final int i) {
        return m_traces[i];
    }

    /**
     * The same modes and traces with other polarization vectors.
     *
     * @param re real parts of P_{i,a,n}, ordered (3 i + a) harmonics + h; not copied
     * @param im imaginary parts
     * @return the field
     */
    public BoxField withHarmonics(final double[] re, final double[] im) {
        return new BoxField(m_grid, m_modes, m_traces, re, im);
    }

    /**
     * The real part of a coefficient.
     *
     * @param i mode index
     * @param axis flavor axis 0..2 for x, y, z
     * @param h index of the harmonic n
     * @return Re P_{i,n}
     */
    public double re(final int i, final int axis, final int h) {
        return m_re[(3 * i + axis) * m_grid.harmonics() + h];
    }

    /**
     * The imaginary part of a coefficient.
     *
     * @param i mode index
     * @param axis flavor axis 0..2 for x, y, z
     * @param h index of the harmonic n
     * @return Im P_{i,n}
     */
    public double im(final int i, final int axis, final int h) {
        return m_im[(3 * i + axis) * m_grid.harmonics() + h];
    }

    /**
     * The coefficients of one harmonic.
     *
     * @param h index of the harmonic n
     * @return P_{i,n} of all modes
     */
    public WaveFunction wave(final int h) {
        final double[] re = new double[3 * size()];
        final double[] im = new double[3 * size()];
        for (int c = 0; c < re.length; c++) {
            re[c] = m_re[c * m_grid.harmonics() + h];
            im[c] = m_im[c * m_grid.harmonics() + h];
        }
        return new WaveFunction(re, im);
    }

    /**
     * The power of a harmonic.
     *
     * @param i mode index
     * @param h index of the harmonic n
     * @return |P_{i,n}|^2, the sum over the flavor axes
     */
    public double power(final int i, final int h) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            sum += re(i, a, h) * re(i, a, h) + im(i, a, h) * im(i, a, h);
        }
        return sum;
    }

    /**
     * The mean square length of a mode, which (FW length) keeps.
     *
     * @param i mode index
     * @return &lt;|P_i|^2&gt; = sum_n |P_{i,n}|^2
     */
    public double meanSquare(final int i) {
        double sum = 0;
        for (int h = m_grid.harmonics() - 1; h >= 0; h--) {
            sum += power(i, h);
        }
        return sum;
    }

    /**
     * The mean square distance from another field of the same box.
     *
     * @param other the other field
     * @param i mode index
     * @return &lt;|P_i - P'_i|^2&gt;
     */
    public double meanSquareDistance(final BoxField other, final int i) {
        double sum = 0;
        for (int c = 3 * i * m_grid.harmonics(); c < 3 * (i + 1) * m_grid.harmonics(); c++) {
            final double re = m_re[c] - other.m_re[c];
            final double im = m_im[c] - other.m_im[c];
            sum += re * re + im * im;
        }
        return sum;
    }

    /**
     * This field with the traces as absorption and emission leave them, P0_s + (P0 - P0_s) exp(-kappa t) (FW source).
     *
     * @param time how long they act
     * @return the same polarization vectors with other traces; this field if nothing is absorbed
     */
    public BoxField relaxed(final double time) {
        final Absorption absorption = m_modes.absorption();
        if (!absorption.acts()) {
            return this;
        }
        final double[] traces = m_traces.clone();
        for (int i = 0; i < traces.length; i++) {
            traces[i] = traces[i] * Math.exp(-absorption.rate(i) * time)
                - absorption.trace(i) * Math.expm1(-absorption.rate(i) * time);
        }
        return new BoxField(m_grid, m_modes, traces, m_re, m_im, m_ofPoints);
    }

    /**
     * The mean polarization vectors. Those that exceed P0 by the rounding of other modes are cut.
     *
     * @return the state &lt;P_i&gt;
     */
    public FlavorState mean() {
        final double[][] p = new double[3][size()];
        for (int c = 0; c < 3 * size(); c++) {
            p[c % 3][c / 3] = m_re[c * m_grid.harmonics()];
        }
        for (int i = 0; i < size(); i++) {
            final double length = Math.sqrt(p[0][i] * p[0][i] + p[1][i] * p[1][i] + p[2][i] * p[2][i]);
            if (length > m_traces[i] && length - m_traces[i] < ROUNDING) {
                for (int a = 0; a < 3; a++) {
                    p[a][i] *= m_traces[i] / length;
                }
            }
        }
        return new FlavorState(m_modes, m_traces, p[0], p[1], p[2]);
    }

    /**
     * The values at the points of the box.
     *
     * @param axis flavor axis 0..2 for x, y, z
     * @return P_{i,a} of mode i at point p in [i][p], new arrays
     */
    public double[][] values(final int axis) {
        return new PointTransform(m_grid).toPoints(this, axis);
    }
}
