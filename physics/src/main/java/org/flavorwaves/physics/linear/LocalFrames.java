package org.flavorwaves.physics.linear;

/**
 * Three complex orthonormal flavor vectors a mode in which the linear problem falls into blocks. In a frame with axis e
 * and real vectors e1, e2 = e x e1 they are the circular vectors (e1 - i e2)/sqrt 2 (slot 0, sector P^1 + i P^2),
 * (e1 + i e2)/sqrt 2 (slot 1) and e (slot 2), the eigenvectors of e x with eigenvalues i, -i, 0.
 */
public final class LocalFrames {
    private static final double HALF_ROOT = Math.sqrt(0.5);

    /** Component a of the vector in slot s of frame i at n^2 i + n s + a, n components. */
    private final double[] m_re;

    private final double[] m_im;

    private final boolean m_shared;

    /** Flavor components of a mode, as many as slots of a frame. */
    private final int m_size;

    private LocalFrames(final double[] re, final double[] im, final boolean shared, final int size) {
        m_re = re;
        m_im = im;
        m_shared = shared;
        m_size = size;
    }

    /** Cartesian axes for all modes. */
    static LocalFrames cartesian() {
        return cartesian(3);
    }

    /**
     * Cartesian axes for all modes.
     *
     * @param size number of flavor components, 3 or 8
     * @return one frame for all modes
     */
    public static LocalFrames cartesian(final int size) {
        final double[] one = new double[size * size];
        for (int a = 0; a < size; a++) {
            one[a * (size + 1)] = 1;
        }
        return new LocalFrames(one, new double[size * size], true, size);
    }

    /**
     * Circular vectors of two neighbouring components for all modes.
     *
     * @param size number of flavor components, 8
     * @param first the first one of the two
     * @return a frame with the circular vectors in slots 0 and 1, and nothing else
     */
    public static LocalFrames circular(final int size, final int first) {
        final double[] re = new double[size * size];
        final double[] im = new double[size * size];
        re[first] = HALF_ROOT;
        im[first + 1] = -HALF_ROOT;
        re[size + first] = HALF_ROOT;
        im[size + first + 1] = HALF_ROOT;
        return new LocalFrames(re, im, true, size);
    }

    /** One circular frame for all modes; the axis has unit length. */
    static LocalFrames common(final double[] axis) {
        final LocalFrames frames = new LocalFrames(new double[9], new double[9], true, 3);
        frames.setCircular(0, axis);
        return frames;
    }

    /** A circular frame a mode; the axes have unit length. */
    static LocalFrames local(final double[][] axes) {
        final LocalFrames frames = new LocalFrames(new double[9 * axes.length], new double[9 * axes.length], false, 3);
        for (int i = 0; i < axes.length; i++) {
            frames.setCircular(9 * i, axes[i]);
        }
        return frames;
    }

    /** Duff et al., Building an Orthonormal Basis, Revisited (2017): branch-free and exact for e along z. */
    private void setCircular(final int at, final double[] e) {
        final double x = e[0];
        final double y = e[1];
        final double z = e[2];
        final double sign = Math.copySign(1, z);
        final double a = -1 / (sign + z);
        final double b = x * y * a;
        final double[] e1 = {1 + sign * x * x * a, sign * b, -sign * x};
        final double[] e2 = {b, sign + y * y * a, -y};
        for (int c = 0; c < 3; c++) {
            m_re[at + c] = HALF_ROOT * e1[c];
            m_im[at + c] = -HALF_ROOT * e2[c];
            m_re[at + 3 + c] = HALF_ROOT * e1[c];
            m_im[at + 3 + c] = HALF_ROOT * e2[c];
            m_re[at + 6 + c] = e[c];
        }
    }

    /**
     * Real part of a component of the basis vector of a slot.
     *
     * @param mode index of the mode
     * @param slot 0 and 1 for the circular vectors, 2 for the one along the axis
     * @param axis 0 to 2 for x, y, z
     * @return the real part, in [-1, 1]
     */
    public double re(final int mode, final int slot, final int axis) {
        return m_re[(m_shared ? 0 : m_size * m_size * mode) + m_size * slot + axis];
    }

    /**
     * Imaginary part of a component of the basis vector of a slot.
     *
     * @param mode index of the mode
     * @param slot 0 and 1 for the circular vectors, 2 for the one along the axis
     * @param axis 0 to 2 for x, y, z
     * @return the imaginary part, in [-1, 1]
     */
    public double im(final int mode, final int slot, final int axis) {
        return m_im[(m_shared ? 0 : m_size * m_size * mode) + m_size * slot + axis];
    }

    /**
     * Re of u_{i,s}* . u_{j,t}.
     *
     * @param i index of the first mode
     * @param s slot of its basis vector, 0 to 2
     * @param j index of the second mode
     * @param t slot of its basis vector, 0 to 2
     * @return the real part, in [-1, 1]
     */
    public double overlapRe(final int i, final int s, final int j, final int t) {
        double sum = 0;
        for (int a = 0; a < m_size; a++) {
            sum += re(i, s, a) * re(j, t, a) + im(i, s, a) * im(j, t, a);
        }
        return sum;
    }

    /**
     * Im of u_{i,s}* . u_{j,t}.
     *
     * @param i index of the first mode
     * @param s slot of its basis vector, 0 to 2
     * @param j index of the second mode
     * @param t slot of its basis vector, 0 to 2
     * @return the imaginary part, in [-1, 1]
     */
    public double overlapIm(final int i, final int s, final int j, final int t) {
        double sum = 0;
        for (int a = 0; a < m_size; a++) {
            sum += re(i, s, a) * im(j, t, a) - im(i, s, a) * re(j, t, a);
        }
        return sum;
    }

    /**
     * Adds c u_{i,s} to three components of a right vector.
     *
     * @param i index of the mode
     * @param s slot of the basis vector, 0 to 2
     * @param cRe real part of c
     * @param cIm imaginary part of c
     * @param re real parts, 3N numbers of which those of mode i change
     * @param im imaginary parts, 3N numbers of which those of mode i change
     */
    public void addRight(final int i, final int s, final double cRe, final double cIm, final double[] re,
        final double[] im) {
        for (int a = 0; a < m_size; a++) {
            final double ur = re(i, s, a);
            final double ui = im(i, s, a);
            re[m_size * i + a] += cRe * ur - cIm * ui;
            im[m_size * i + a] += cRe * ui + cIm * ur;
        }
    }

    /**
     * Adds c u_{i,s}* to three components of a left vector.
     *
     * @param i index of the mode
     * @param s slot of the basis vector, 0 to 2
     * @param cRe real part of c
     * @param cIm imaginary part of c
     * @param re real parts, 3N numbers of which those of mode i change
     * @param im imaginary parts, 3N numbers of which those of mode i change
     */
    public void addLeft(final int i, final int s, final double cRe, final double cIm, final double[] re,
        final double[] im) {
        for (int a = 0; a < m_size; a++) {
            final double ur = re(i, s, a);
            final double ui = -im(i, s, a);
            re[m_size * i + a] += cRe * ur - cIm * ui;
            im[m_size * i + a] += cRe * ui + cIm * ur;
        }
    }
}
