package org.flavorwaves.physics.linear.survey.fast;

import java.util.List;

import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.SpeciesMoments;
import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;
import org.flavorwaves.physics.numerics.GaussLegendre;
import org.flavorwaves.physics.state.Direction;

/**
 * The lepton number of moments that are closed by maximum entropy (FW minerbo), without beams: G(v) = sum c exp(a.v)
 * per solid angle, one term for each kind and energy. Immutable.
 */
public final class ClosedMedium {
    /** Numbers of nodes in the cosine; the last resolves flux factors up to 0.9995. */
    private static final int[] NODES = {12, 16, 20, 24, 32, 48, 64, 96, 128, 192, 256};

    private static final GaussLegendre[] RULES = new GaussLegendre[NODES.length];

    /** Terms of the Legendre series of exp(a x) that are left out are below this part of its mean. */
    private static final double RESOLVED = 1e-8;

    /** Shapes across an axis below this are rounding. */
    private static final double ALONG = 1e-11;

    /** A flux below this part of the density is rounding. */
    private static final double ROUNDING = 1e-13;

    static {
        for (int r = 0; r < NODES.length; r++) {
            RULES[r] = GaussLegendre.of(NODES[r]);
        }
    }

    private final int m_terms;

    /** Lepton number of each term. */
    private final double[] m_g;

    /** Value of each term at its peak, per solid angle. */
    private final double[] m_peak;

    private final double[][] m_a;

    private final double[] m_length;

    private final double[] m_flux = new double[3];

    private final double m_density;

    private ClosedMedium(final List<FlavorMoments> bins) {
        final int most = FlavorSpecies.values().length * bins.size();
        m_g = new double[most];
        m_peak = new double[most];
        m_a = new double[most][];
        m_length = new double[most];
        final SpeciesMoments[] kinds = new SpeciesMoments[most];
        int terms = 0;
        double density = 0;
        for (final FlavorMoments bin : bins) {
            for (final FlavorSpecies kind : FlavorSpecies.values()) {
                final SpeciesMoments moments = bin.of(kind);
                final double g = kind.species().sign() * (kind.isElectron() ? 1 : -1) * moments.density();
                int place = 0;
                while (place < terms && !same(kinds[place], moments)) {
                    place++;
                }
                if (g != 0) {
                    kinds[place] = moments;
                    m_g[place] += g;
                    terms = Math.max(terms, place + 1);
                    density += g;
                    m_flux[0] += g * moments.fx();
                    m_flux[1] += g * moments.fy();
                    m_flux[2] += g * moments.fz();
                }
            }
        }
        m_density = density;
        m_terms = terms;
        for (int t = 0; t < terms; t++) {
            close(t, kinds[t]);
        }
    }

    private static boolean same(final SpeciesMoments a, final SpeciesMoments b) {
        return a.fx() == b.fx() && a.fy() == b.fy() && a.fz() == b.fz();
    }

    private void close(final int term, final SpeciesMoments moments) {
        final double f = moments.fluxFactor();
        final double a = moments.shape();
        if (m_g[term] != 0 && a > largestShape()) {
            throw new IllegalArgumentException("The flux factor " + f + " is so near to that of a beam that its "
                + "distribution is not resolved; the largest is 0.9995.");
        }
        final double scale = f == 0 ? 0 : a / f;
        m_length[term] = a;
        m_a[term] = new double[]{scale * moments.fx(), scale * moments.fy(), scale * moments.fz()};
        m_peak[term] = m_g[term] * (a == 0 ? 0.5 : a / -Math.expm1(-2 * a)) / (2 * Math.PI);
    }

    private static double largestShape() {
        final double n = NODES[NODES.length - 1];
        return n * n / (-2 * Math.log(RESOLVED));
    }

    /**
     * Closes moments.
     *
     * @param bins moments of each energy bin, densities in the unit of the potentials
     * @return the medium
     * @throws IllegalArgumentException if a flux factor is too near to 1; names it
     */
    public static ClosedMedium of(final List<FlavorMoments> bins) {
        return new ClosedMedium(bins);
    }

    /**
     * The lepton number.
     *
     * @return D^0 in the unit of the densities
     */
    public double density() {
        return m_density;
    }

    /**
     * The flux of lepton number.
     *
     * @return D^(1..3) in the unit of the densities
     */
    public Direction flux() {
        return new Direction(m_flux[0], m_flux[1], m_flux[2]);
    }

    /**
     * The axis of waves: along the flux of lepton number, else along that of its largest part with a flux, else z.
     *
     * @return unit vector
     */
    public Direction axis() {
        double size = 0;
        double largest = 0;
        Direction axis = new Direction(0, 0, 1);
        for (int t = 0; t < m_terms; t++) {
            size += Math.abs(m_g[t]);
            if (m_length[t] > 0 && Math.abs(m_g[t]) > largest) {
                largest = Math.abs(m_g[t]);
                axis = new Direction(m_a[t][0] / m_length[t], m_a[t][1] / m_length[t], m_a[t][2] / m_length[t]);
            }
        }
        final double flux = Math.sqrt(m_flux[0] * m_flux[0] + m_flux[1] * m_flux[1] + m_flux[2] * m_flux[2]);
        return flux > ROUNDING * size ? new Direction(m_flux[0] / flux, m_flux[1] / flux, m_flux[2] / flux) : axis;
    }

    /** The terms as an axis sees them: a along it, across it, and the azimuth of the latter. */
    private double[][] seen(final Direction axis) {
        final Direction[] frame = LeptonMedium.frame(axis);
        final double[][] seen = new double[m_terms][];
        for (int t = 0; t < m_terms; t++) {
            final Direction a = new Direction(m_a[t][0], m_a[t][1], m_a[t][2]);
            final double x = a.dot(frame[0]);
            final double y = a.dot(frame[1]);
            final double across = Math.sqrt(x * x + y * y);
            seen[t] = across <= ALONG * (1 + m_length[t])
                ? new double[]{Math.copySign(m_length[t], a.dot(axis)), 0, 1, 0}
                : new double[]{a.dot(axis), across, x / across, y / across};
        }
        return seen;
    }

    /**
     * How much there is of either sign.
     *
     * @return I+ and I-, the integrals of the positive and negative parts of G over the sphere
     */
    public double[] parts() {
        final double[][] seen = seen(axis());
        boolean axial = true;
        for (final double[] term : seen) {
            axial &= term[1] == 0;
        }
        return new LeptonParts(m_peak, m_length, seen).parts(axial);
    }

    private GaussLegendre rule() {
        double a = 0;
        for (int t = 0; t < m_terms; t++) {
            a = m_g[t] == 0 ? a : Math.max(a, m_length[t]);
        }
        int r = 0;
        while (r < NODES.length - 1 && left(a, NODES[r]) > RESOLVED) {
            r++;
        }
        return RULES[r];
    }

    /** The size of the term of order n of the Legendre series of exp(a x), about I_n(a)/I_0(a). */
    private static double left(final double a, final int n) {
        final double root = Math.sqrt(n * (double) n + a * a);
        return a == 0 ? 0 : Math.exp(root - a - n * Math.log((n + root) / a));
    }

    /**
     * The medium as waves along an axis see it; the azimuth about it is integrated in closed form.
     *
     * @param axis unit vector
     * @param unit what a lepton number of 1 is; negative if the nu-nu term is
     * @return its tensors
     */
    public BeamTensors along(final Direction axis, final double unit) {
        final GaussLegendre rule = rule();
        final double[][] seen = seen(axis);
        final double[][] p = new double[BeamTensors.COMPONENTS][rule.size()];
        final double[] averages = new double[3];
        for (int j = 0; j < rule.size(); j++) {
            final double x = rule.node(j);
            final double s = Math.sqrt((1 - x) * (1 + x));
            for (int t = 0; t < m_terms; t++) {
                final double across = seen[t][1] * s;
                ScaledBessel.compute(across, averages);
                final double g = 2 * Math.PI * rule.weight(j) * m_peak[t] / unit
                    * Math.exp(seen[t][0] * x + across - m_length[t]);
                add(p, j, x, s, g, averages, seen[t][2], seen[t][3]);
            }
        }
        return BeamTensors.continuous(rule, p);
    }

    private static void add(final double[][] p, final int j, final double x, final double s, final double g,
        final double[] averages, final double cos, final double sin) {
        final double one = g * averages[0];
        final double first = g * s * averages[1];
        final double second = g * s * s * averages[2];
        final double half = g * s * s * averages[0] / 2;
        p[0][j] += one;
        p[1][j] += first * cos;
        p[2][j] += first * sin;
        p[3][j] += one * x;
        p[4][j] += half + second * (cos * cos - sin * sin) / 2;
        p[5][j] += second * cos * sin;
        p[6][j] += first * cos * x;
        p[7][j] += half - second * (cos * cos - sin * sin) / 2;
        p[8][j] += first * sin * x;
        p[9][j] += one * x * x;
    }
}
