package org.flavorwaves.physics.qke.field;

import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.state.Absorption;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The vectors of N modes as functions of place, by their harmonics P_i(r) = sum_n P_{i,n} exp(i k_n.r) (JK 8):
 * polarization vectors of two flavors, with three components, or vectors of three flavors with eight. The traces P0 are
 * homogeneous. Immutable.
 */
public final class BoxField {
    /** Error of a component that modes of size 1 leave in others which are transformed with them. */
    private static final double ROUNDING = 1e-12;

    private final BoxGrid m_grid;

    private final MomentumModes m_modes;

    private final double[] m_traces;

    /** Components of a vector. */
    private final int m_components;

    /** Real parts of P_{i,a,n}, ordered (components i + a) harmonics + h. */
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
        m_components = re.length / (modes.size() * grid.harmonics());
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
        final double[] p = new double[3 * state.size()];
        for (int i = 0; i < state.size(); i++) {
            p[3 * i] = state.px(i);
            p[3 * i + 1] = state.py(i);
            p[3 * i + 2] = state.pz(i);
        }
        return homogeneous(grid, state.modes(), state.traces(), p);
    }

    /**
     * A homogeneous field.
     *
     * @param grid the box
     * @param modes the modes
     * @param traces P0_i
     * @param p vectors everywhere, component a of mode i at components i + a
     * @return the field
     */
    public static BoxField homogeneous(final BoxGrid grid, final MomentumModes modes, final double[] traces,
        final double[] p) {
        final double[] re = new double[Math.multiplyExact(p.length, grid.harmonics())];
        for (int c = 0; c < p.length; c++) {
            re[c * grid.harmonics()] = p[c];
        }
        return new BoxField(grid, modes, traces.clone(), re, new double[re.length]);
    }

    /**
     * A field given at the points of the box. Harmonics that the box does not keep are dropped.
     *
     * @param grid the box
     * @param modes the modes
     * @param traces P0_i
     * @param p components: Px, Py, Pz, or the eight of three flavors, of mode i at point q in p[a][i][q]
     * @return the field
     * @throws IllegalArgumentException if a size is wrong or a value is not finite
     */
    public static BoxField ofPoints(final BoxGrid grid, final MomentumModes modes, final double[] traces,
        final double[][]... p) {
        return new PointTransform(grid).toField(modes, traces, p);
    }

    /**
     * This field as it is when its values at the points are written and read again. An evolution goes on from there
     * after every output, so that a run that is continued from such values equals one without a break to the bit.
     *
     * @return the field of the values of this one, equal up to rounding; this field if it was made from values
     */
    public BoxField throughPoints() {
        return m_ofPoints ? this
            : new PointTransform(m_grid).toField(m_modes, m_traces,
                IntStream.range(0, m_components).mapToObj(this::values).toArray(double[][][]::new));
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
        final double[] re = new double[3 * psi.modes()];
        final double[] im = new double[re.length];
        for (int c = 0; c < re.length; c++) {
            re[c] = psi.re(c / 3, c % 3);
            im[c] = psi.im(c / 3, c % 3);
        }
        return plusWave(h, re, im, amplitude);
    }

    /**
     * This field and a wave of any number of components.
     *
     * @param h index of the harmonic n, not 0
     * @param psiRe real parts of the wave function, component a of mode i at components i + a
     * @param psiIm imaginary parts
     * @param amplitude a number
     * @return the sum, as above
     */
    public BoxField plusWave(final int h, final double[] psiRe, final double[] psiIm, final double amplitude) {
        final double[] re = m_re.clone();
        final double[] im = m_im.clone();
        for (int c = 0; c < psiRe.length; c++) {
            final int plus = c * m_grid.harmonics() + h;
            final int minus = c * m_grid.harmonics() + m_grid.opposite(h);
            re[plus] += amplitude * psiRe[c];
            im[plus] += amplitude * psiIm[c];
            re[minus] += amplitude * psiRe[c];
            im[minus] -= amplitude * psiIm[c];
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
     * The number of components of a vector.
     *
     * @return 3 for two flavors, 8 for three
     */
    public int components() {
        return m_components;
    }

    /**
     * The same modes and traces with other vectors.
     *
     * @param re real parts of P_{i,a,n}, ordered (components i + a) harmonics + h; not copied
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
     * @param axis component, 0..2 for x, y, z of two flavors, 0..7 of three
     * @param h index of the harmonic n
     * @return Re P_{i,n}
     */
    public double re(final int i, final int axis, final int h) {
        return m_re[(m_components * i + axis) * m_grid.harmonics() + h];
    }

    /**
     * The imaginary part of a coefficient.
     *
     * @param i mode index
     * @param axis component, 0..2 for x, y, z of two flavors, 0..7 of three
     * @param h index of the harmonic n
     * @return Im P_{i,n}
     */
    public double im(final int i, final int axis, final int h) {
        return m_im[(m_components * i + axis) * m_grid.harmonics() + h];
    }

    /**
     * The coefficients of one harmonic.
     *
     * @param h index of the harmonic n
     * @return P_{i,n} of all modes
     */
    public WaveFunction wave(final int h) {
        final double[] re = new double[m_components * size()];
        final double[] im = new double[m_components * size()];
        for (int c = 0; c < re.length; c++) {
            re[c] = m_re[c * m_grid.harmonics() + h];
            im[c] = m_im[c * m_grid.harmonics() + h];
        }
        return WaveFunction.owning(re, im, m_components);
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
        for (int a = 0; a < m_components; a++) {
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
        for (int c = m_components * i * m_grid.harmonics(); c < m_components * (i + 1) * m_grid.harmonics(); c++) {
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
     * The mean vectors.
     *
     * @return component a of mode i at components i + a
     */
    public double[] meanVectors() {
        final double[] p = new double[m_components * size()];
        for (int c = 0; c < p.length; c++) {
            p[c] = m_re[c * m_grid.harmonics()];
        }
        return p;
    }

    /**
     * The mean polarization vectors of two flavors. Those that exceed P0 by the rounding of other modes are cut.
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
     * @param axis component, 0..2 for x, y, z of two flavors, 0..7 of three
     * @return P_{i,a} of mode i at point p in [i][p], new arrays
     */
    public double[][] values(final int axis) {
        return new PointTransform(m_grid).toPoints(this, axis);
    }
}
