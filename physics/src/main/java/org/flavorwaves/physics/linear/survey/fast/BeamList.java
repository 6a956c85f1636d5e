package org.flavorwaves.physics.linear.survey.fast;

import java.util.Arrays;

import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;
import org.flavorwaves.physics.linear.survey.tensors.NullVector;

/**
 * Beams, or rings about z, and the sums over them for waves with any wave vector; rings enter with their exact averages
 * over the azimuth. Tensors are laid out as in {@link BeamTensors}. For one thread.
 */
final class BeamList {
    private final double[][] m_v;

    private final double[] m_g;

    private final RingIntegrals m_ring = new RingIntegrals();

    private final double[] m_local = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_tensor = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_frame = new double[3];

    private final boolean m_rings;

    /**
     * A list.
     *
     * @param v velocities; (0, 0, c) is a ring in a list of rings
     * @param g lepton numbers, scaled to sum |G| = 1
     * @param rings whether these are rings
     */
    BeamList(final double[][] v, final double[] g, final boolean rings) {
        m_v = v;
        m_g = g;
        m_rings = rings;
    }

    /** chi = sum G V V/(omega - k.v). */
    void susceptibility(final double re, final double im, final double[] k, final double[] sum) {
        Arrays.fill(sum, 0);
        if (m_rings) {
            rings(re, im, k, sum, m_ring.first());
            return;
        }
        for (int i = 0; i < m_g.length; i++) {
            final double x = re - k[0] * m_v[i][0] - k[1] * m_v[i][1] - k[2] * m_v[i][2];
            final double f = m_g[i] / (x * x + im * im);
            add(m_v[i], x * f, -im * f, sum);
        }
    }

    /** chi, and sum G V V/(omega - k.v)^2. */
    void susceptibility(final double re, final double im, final double[] k, final double[] sum,
        final double[] squares) {
        Arrays.fill(squares, 0);
        if (m_rings) {
            susceptibility(re, im, k, sum);
            rings(re, im, k, squares, m_ring.second());
            return;
        }
        Arrays.fill(sum, 0);
        for (int i = 0; i < m_g.length; i++) {
            final double x = re - k[0] * m_v[i][0] - k[1] * m_v[i][1] - k[2] * m_v[i][2];
            final double norm = 1 / (x * x + im * im);
            final double f = m_g[i] * norm;
            add(m_v[i], x * f, -im * f, sum);
            add(m_v[i], (x * x - im * im) * f * norm, -2 * x * im * f * norm, squares);
        }
    }

    private static void add(final double[] v, final double re, final double im, final double[] sum) {
        add(0, 1, re, im, sum);
        add(1, v[0], re, im, sum);
        add(2, v[1], re, im, sum);
        add(3, v[2], re, im, sum);
        add(4, v[0] * v[0], re, im, sum);
        add(5, v[0] * v[1], re, im, sum);
        add(6, v[0] * v[2], re, im, sum);
        add(7, v[1] * v[1], re, im, sum);
        add(8, v[1] * v[2], re, im, sum);
        add(9, v[2] * v[2], re, im, sum);
    }

    private static void add(final int place, final double p, final double re, final double im, final double[] sum) {
        sum[2 * place] += p * re;
        sum[2 * place + 1] += p * im;
    }

    /** e.(d chi/dk).e = sum G v (e.V)^2/(omega - k.v)^2 along x, y, z, real and imaginary parts in turn. */
    void slopes(final double re, final double im, final double[] k, final NullVector e, final double[] sum) {
        Arrays.fill(sum, 0);
        if (m_rings) {
            ringSlopes(re, im, k, e, sum);
            return;
        }
        for (int i = 0; i < m_g.length; i++) {
            final double[] v = m_v[i];
            final double x = re - k[0] * v[0] - k[1] * v[1] - k[2] * v[2];
            final double norm = 1 / (x * x + im * im);
            final double hRe = e.re(0) + e.re(1) * v[0] + e.re(2) * v[1] + e.re(3) * v[2];
            final double hIm = e.im(0) + e.im(1) * v[0] + e.im(2) * v[1] + e.im(3) * v[2];
            final double qRe = (hRe * x + hIm * im) * norm;
            final double qIm = (hIm * x - hRe * im) * norm;
            final double fRe = m_g[i] * (qRe * qRe - qIm * qIm);
            final double fIm = m_g[i] * 2 * qRe * qIm;
            for (int a = 0; a < 3; a++) {
                sum[2 * a] += fRe * v[a];
                sum[2 * a + 1] += fIm * v[a];
            }
        }
    }

    /** The direction of k across z and its length there. */
    private void frame(final double[] k) {
        m_frame[2] = Math.sqrt(k[0] * k[0] + k[1] * k[1]);
        m_frame[0] = m_frame[2] > 0 ? k[0] / m_frame[2] : 1;
        m_frame[1] = m_frame[2] > 0 ? k[1] / m_frame[2] : 0;
    }

    private void rings(final double re, final double im, final double[] k, final double[] sum,
        final double[] averages) {
        frame(k);
        Arrays.fill(m_local, 0);
        for (int i = 0; i < m_g.length; i++) {
            final double c = m_v[i][2];
            final double s = Math.sqrt(Math.max(0, 1 - c * c));
            m_ring.compute(re - k[2] * c, im, m_frame[2] * s);
            ring(c, s, m_g[i], averages, m_local);
        }
        turn(m_local, sum);
    }

    /** Adds a ring in the frame of k: V = (1, s cos phi, s sin phi, c). */
    private static void ring(final double c, final double s, final double g, final double[] averages,
        final double[] sum) {
        add(0, g, averages, RingIntegrals.ONE, sum);
        add(1, g * s, averages, RingIntegrals.COS, sum);
        add(3, g * c, averages, RingIntegrals.ONE, sum);
        add(4, g * s * s, averages, RingIntegrals.COS2, sum);
        add(6, g * s * c, averages, RingIntegrals.COS, sum);
        add(7, g * s * s, averages, RingIntegrals.SIN2, sum);
        add(9, g * c * c, averages, RingIntegrals.ONE, sum);
    }

    private static void add(final int place, final double p, final double[] averages, final int which,
        final double[] sum) {
        add(place, p, averages[2 * which], averages[2 * which + 1], sum);
    }

    /** From the frame of k to x, y, z. */
    private void turn(final double[] local, final double[] sum) {
        final double x = m_frame[0];
        final double y = m_frame[1];
        for (int part = 0; part < 2; part++) {
            sum[part] = local[part];
            sum[2 + part] = x * local[2 + part];
            sum[4 + part] = y * local[2 + part];
            sum[6 + part] = local[6 + part];
            sum[8 + part] = x * x * local[8 + part] + y * y * local[14 + part];
            sum[10 + part] = x * y * (local[8 + part] - local[14 + part]);
            sum[12 + part] = x * local[12 + part];
            sum[14 + part] = y * y * local[8 + part] + x * x * local[14 + part];
            sum[16 + part] = y * local[12 + part];
            sum[18 + part] = local[18 + part];
        }
    }

    /** Along k across z and along z; there is no slope about z. */
    private void ringSlopes(final double re, final double im, final double[] k, final NullVector e,
        final double[] sum) {
        frame(k);
        for (int direction = 0; direction < 2; direction++) {
            Arrays.fill(m_local, 0);
            for (int i = 0; i < m_g.length; i++) {
                final double c = m_v[i][2];
                final double s = Math.sqrt(Math.max(0, 1 - c * c));
                m_ring.compute(re - k[2] * c, im, m_frame[2] * s);
                ring(c, s, m_g[i] * (direction == 0 ? s : c), direction == 0 ? m_ring.slope() : m_ring.second(),
                    m_local);
            }
            turn(m_local, m_tensor);
            final double[] slope = e.quadratic(m_tensor);
            for (int part = 0; part < 2; part++) {
                if (direction == 0) {
                    sum[part] = m_frame[0] * slope[part];
                    sum[2 + part] = m_frame[1] * slope[part];
                } else {
                    sum[4 + part] = slope[part];
                }
            }
        }
    }
}
