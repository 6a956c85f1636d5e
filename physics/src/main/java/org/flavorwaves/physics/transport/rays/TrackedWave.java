package org.flavorwaves.physics.transport.rays;

import org.flavorwaves.physics.numerics.ComplexPivoting;
import org.flavorwaves.physics.numerics.ComplexProducts;

/**
 * One wave at one place and wave vector of a profile: its frequency and the null vectors T x = 0, y T = 0 of
 * T = 1 - K(Omega) (FW collective-determinant), followed from a neighbouring place by two-sided Rayleigh iteration,
 *
 * <pre>x &lt;- T^-1 T' x,   y &lt;- y T' T^-1,   Omega &lt;- Omega - y T x/(y T' x),</pre>
 *
 * which converges with order three. Complex numbers stand as real and imaginary parts in turn. Works without
 * allocation; not for several threads at once.
 */
abstract class TrackedWave {
    private static final int MAX_STEPS = 25;

    /** The iteration ends with a step below this share of the scale: its vectors then have the square of that error. */
    private static final double SETTLED = 1e-9;

    /** Distance from a pole at which the iteration to the band of its mode starts, as a share of the scale. */
    private static final double POLE_DISTANCE = 1e-6;

    private final int m_n;

    private final ComplexPivoting m_elimination;

    private final double[] m_room;

    /** T and dT/dOmega, row-major. */
    final double[] m_t;

    final double[] m_derivative;

    /** Null vectors. */
    final double[] m_x;

    final double[] m_y;

    /** dx/dt along the ray, without a part along x. */
    final double[] m_xRate;

    /** Omega. */
    double m_re;

    double m_im;

    /** dOmega/dk along x, y, z and dOmega/dz at fixed k. */
    final double[] m_group = new double[6];

    final double[] m_gradient = new double[2];

    /**
     * What a wave is, apart from its frequency.
     *
     * @param signature kappa = sum_i w_i s_i P_i.(i psi_i x psi_i*)/|P_i|^2 of the wave function of unit 2-norm, in the
     *            units of the potentials (FW action); its sign is the signature of the band
     * @param condition 1/|left.psi| for unit vectors (FW condition)
     * @param participation 1 for a single mode to N for all alike (FW participation)
     */
    record Measures(double signature, double condition, double participation) {
    }

    /**
     * How the wave function of unit norm turns along a ray.
     *
     * @param amplitudeRate -Re(left . dpsi/dt), by which the amplitude |A| changes beside its growth, per time
     * @param neighbour Re Omega of the band towards which psi turns, estimated by the Rayleigh quotient of dpsi/dt in
     *            the form of (FW action), in the units of the potentials
     */
    record Turn(double amplitudeRate, double neighbour) {
    }

    TrackedWave(final int n) {
        m_n = n;
        m_elimination = new ComplexPivoting(n);
        m_t = new double[2 * n * n];
        m_derivative = new double[2 * n * n];
        m_room = new double[2 * n];
        m_x = new double[2 * n];
        m_y = new double[2 * n];
        m_xRate = new double[2 * n];
    }

    /** Evaluates the background at a place and v_i.k; false if there is no equilibrium. */
    abstract boolean moveTo(double z, double kx, double ky, double kz);

    /** A frequency of the size of the couplings at the present place. */
    abstract double scale();

    /** Evaluates T and dT/dOmega at the present frequency, O(N). */
    abstract void sample();

    /** Evaluates group velocity and gradient, O(N). */
    abstract void measure();

    /** Evaluates signature, condition and how the wave function turns, O(N). */
    abstract Measures character();

    /**
     * Writes dT/dt x for a wave that moves with the given rates, O(N).
     *
     * @param zRate dz/dt
     * @param kRate dk_z/dt
     * @param omegaRate dOmega/dt, complex
     * @param out room for n complex numbers
     */
    abstract void applyRate(double zRate, double kRate, double[] omegaRate, double[] out);

    /** How the wave function changes along the ray, after {@link #turn}. */
    abstract Turn turnOfFunction(double zRate, double kRate, double[] omegaRate);

    /** Signed distances of Re Omega from the frequencies of single modes. */
    abstract void offsets(double[] out);

    /** The number of {@link #offsets}. */
    abstract int poles();

    /** A label of the wave's block: the sign of the circular sector, 0 for coupled ones. */
    abstract int block();

    /** Another wave of the same block at the same frequency and vectors, not yet at a place. */
    abstract TrackedWave duplicate();

    /** Writes the null vectors x and y of a mode that is alone, for one of the {@link #offsets}. */
    abstract void pureMode(int pole, double[] x, double[] y);

    /** Starts at a frequency from vectors without preference. */
    void start(final double re, final double im) {
        m_re = re;
        m_im = im;
        for (int a = 0; a < m_n; a++) {
            m_x[2 * a] = 1.0 / (1 + a);
            m_x[2 * a + 1] = a % 2 == 0 ? 0.25 : -0.5;
            m_y[2 * a] = m_x[2 * a];
            m_y[2 * a + 1] = m_x[2 * a + 1];
        }
        sample();
        m_elimination.factor(m_t);
        m_elimination.regularise();
        improve();
        improve();
    }

    /** Starts at the frequency of a single mode; the background must be there. */
    void startAtPole(final int pole) {
        final double[] offsets = new double[poles()];
        offsets(offsets);
        m_re += POLE_DISTANCE * scale() - offsets[pole];
        m_im = 0;
        pureMode(pole, m_x, m_y);
    }

    /** Takes over another wave of the same block. */
    void copyFrom(final TrackedWave other) {
        m_re = other.m_re;
        m_im = other.m_im;
        System.arraycopy(other.m_x, 0, m_x, 0, m_x.length);
        System.arraycopy(other.m_y, 0, m_y, 0, m_y.length);
    }

    /** Iterates from the present frequency and vectors; false if it does not settle. */
    boolean follow() {
        final double scale = scale();
        for (int step = 0; step < MAX_STEPS; step++) {
            sample();
            m_elimination.factor(m_t);
            m_elimination.regularise();
            improve();
            final double size = correct();
            if (!(size <= 10 * scale)) {
                return false;
            }
            if (size <= SETTLED * scale) {
                return true;
            }
        }
        return false;
    }

    private void improve() {
        ComplexProducts.multiply(m_derivative, m_x, m_room);
        m_elimination.solveRight(m_room);
        ComplexProducts.normalise(m_room, m_x);
        ComplexProducts.multiplyLeft(m_y, m_derivative, m_room);
        m_elimination.solveLeft(m_room);
        ComplexProducts.normalise(m_room, m_y);
    }

    private double correct() {
        ComplexProducts.multiply(m_t, m_x, m_room);
        final double tRe = ComplexProducts.dotRe(m_y, m_room);
        final double tIm = ComplexProducts.dotIm(m_y, m_room);
        ComplexProducts.multiply(m_derivative, m_x, m_room);
        final double dRe = ComplexProducts.dotRe(m_y, m_room);
        final double dIm = ComplexProducts.dotIm(m_y, m_room);
        final double size = dRe * dRe + dIm * dIm;
        final double re = (tRe * dRe + tIm * dIm) / size;
        final double im = (tIm * dRe - tRe * dIm) / size;
        m_re -= re;
        m_im -= im;
        return Math.hypot(re, im);
    }

    /** Solves T dx/dt = -dT/dt x along a ray; T must be that of the last iteration. */
    void turn(final double zRate, final double kRate, final double[] omegaRate) {
        applyRate(zRate, kRate, omegaRate, m_xRate);
        m_elimination.solveRight(m_xRate);
        for (int c = 0; c < m_xRate.length; c++) {
            m_xRate[c] = -m_xRate[c];
        }
        double re = 0;
        double im = 0;
        for (int a = 0; a < m_n; a++) {
            re += m_x[2 * a] * m_xRate[2 * a] + m_x[2 * a + 1] * m_xRate[2 * a + 1];
            im += m_x[2 * a] * m_xRate[2 * a + 1] - m_x[2 * a + 1] * m_xRate[2 * a];
        }
        for (int a = 0; a < m_n; a++) {
            m_xRate[2 * a] -= re * m_x[2 * a] - im * m_x[2 * a + 1];
            m_xRate[2 * a + 1] -= re * m_x[2 * a + 1] + im * m_x[2 * a];
        }
    }
}
