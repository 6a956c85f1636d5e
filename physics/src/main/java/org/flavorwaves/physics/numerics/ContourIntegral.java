package org.flavorwaves.physics.numerics;

import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * Integrals along the boundary of a box of the logarithmic derivative of det M and of z^p M^-1, by Gauss-Kronrod rules
 * on panels that are bisected until the estimated error of the first integral is small. By the argument principle that
 * integral, over 2 pi i, is the number of zeros of det M inside, each as often as it is multiple.
 */
final class ContourIntegral {
    /** Positive nodes of the 15-point Kronrod rule, from the end to the middle; every second one is Gaussian. */
    private static final double[] NODES = {0.991455371120812639206854697526329, 0.949107912342758524526189684047851,
        0.864864423359769072789712788640926, 0.741531185599394439863864773280788, 0.586087235467691130294144691693013,
        0.405845151377397166906606412076961, 0.207784955007898467600689403773245, 0};

    private static final double[] KRONROD = {0.022935322010529224963732008058970, 0.063092092629978553290700663189204,
        0.104790010322250183839876322541518, 0.140653259715525918745189590510238, 0.169004726639267902826583426598550,
        0.190350578064785409913256402421014, 0.204432940075298892414161999234649, 0.209482141084727828012999174891714};

    private static final double[] GAUSS = {0.129484966168869693270611432679082, 0.279705391489276667901467771423780,
        0.381830050505118944950369775488975, 0.417959183673469387755102040816327};

    /** Nodes on a panel. */
    static final int POINTS = 15;

    /** Long sides start with panels not longer than so many short sides. */
    private static final double ASPECT = 3;

    private final Evaluator m_evaluator;

    private final ComplexBox m_box;

    private final PriorityQueue<Panel> m_panels = new PriorityQueue<>(
        Comparator.comparingDouble((Panel p) -> -p.m_error).thenComparingLong(p -> p.m_number));

    private double m_error;

    private boolean m_resolved;

    private long m_created;

    /**
     * Prepares the panels of a boundary.
     *
     * @param evaluator evaluates the matrix function
     * @param box the box
     */
    ContourIntegral(final Evaluator evaluator, final ComplexBox box) {
        m_evaluator = evaluator;
        m_box = box;
        final double width = box.reMax() - box.reMin();
        final double height = box.imMax() - box.imMin();
        final double longest = ASPECT * Math.min(width, height);
        side(box.reMin(), box.imMin(), box.reMax(), box.imMin(), (int) Math.ceil(width / longest));
        side(box.reMax(), box.imMin(), box.reMax(), box.imMax(), (int) Math.ceil(height / longest));
        side(box.reMax(), box.imMax(), box.reMin(), box.imMax(), (int) Math.ceil(width / longest));
        side(box.reMin(), box.imMax(), box.reMin(), box.imMin(), (int) Math.ceil(height / longest));
    }

    private void side(final double fromRe, final double fromIm, final double toRe, final double toIm,
        final int pieces) {
        for (int k = 0; k < pieces; k++) {
            final double a = k / (double) pieces;
            final double b = (k + 1) / (double) pieces;
            add(new Panel(fromRe + a * (toRe - fromRe), fromIm + a * (toIm - fromIm), fromRe + b * (toRe - fromRe),
                fromIm + b * (toIm - fromIm), m_created));
        }
    }

    private void add(final Panel panel) {
        panel.integrate(m_evaluator);
        m_panels.add(panel);
        m_created++;
        m_error += panel.m_error;
    }

    /**
     * Bisects panels until the error estimate of the count is below a bound.
     *
     * @param tolerance bound on the sum of the panels' estimates
     * @return whether it was reached; not if a zero or a pole lies on the boundary or the evaluations are used up
     */
    boolean refine(final double tolerance) {
        m_resolved = false;
        while (!(m_error <= tolerance)) {
            final Panel worst = m_panels.peek();
            if (worst.isTiny(m_box) || !m_evaluator.allows(2 * POINTS)) {
                return false;
            }
            m_panels.remove();
            final double re = (worst.m_fromRe + worst.m_toRe) / 2;
            final double im = (worst.m_fromIm + worst.m_toIm) / 2;
            add(new Panel(worst.m_fromRe, worst.m_fromIm, re, im, m_created));
            add(new Panel(re, im, worst.m_toRe, worst.m_toIm, m_created));
            m_error = m_panels.stream().mapToDouble(p -> p.m_error).sum();
        }
        m_resolved = true;
        return true;
    }

    /** Whether the last refinement reached its tolerance. */
    boolean resolved() {
        return m_resolved;
    }

    /** The box. */
    ComplexBox box() {
        return m_box;
    }

    /**
     * A moment of the logarithmic derivative: sum of ((z_j - centre)/radius)^p over the zeros inside.
     *
     * @param p power
     * @return real and imaginary part
     */
    double[] traceMoment(final int p) {
        final double[] sum = new double[2];
        for (final Panel panel : m_panels) {
            panel.addTraceMoment(m_box, p, sum);
        }
        return sum;
    }

    /**
     * A moment of the inverse: 1/(2 pi i) times the integral of ((z - centre)/radius)^p M(z)^-1.
     *
     * @param p power
     * @return size x size matrix
     */
    ComplexMatrix inverseMoment(final int p) {
        final int n = m_evaluator.size();
        final double[] re = new double[n * n];
        final double[] im = new double[n * n];
        for (final Panel panel : m_panels) {
            panel.addInverseMoment(m_box, p, re, im);
        }
        final ComplexMatrix moment = new ComplexMatrix(n, n);
        for (int i = 0; i < n * n; i++) {
            moment.set(i / n, i % n, re[i], im[i]);
        }
        return moment;
    }

    /** Nodes 0..14 of the Kronrod rule on [-1, 1]. */
    static double node(final int i) {
        return i < NODES.length ? -NODES[i] : NODES[POINTS - 1 - i];
    }

    /** Weights of the Kronrod rule. */
    static double kronrod(final int i) {
        return KRONROD[Math.min(i, POINTS - 1 - i)];
    }

    /** Weights of the Gauss rule, zero at nodes that it does not use. */
    static double gauss(final int i) {
        final int k = Math.min(i, POINTS - 1 - i);
        return k % 2 == 0 ? 0 : GAUSS[k / 2];
    }

    /** One panel with the values at its nodes. */
    private static final class Panel {
        private static final double SMALLEST = 1e-9;

        private final double m_fromRe;

        private final double m_fromIm;

        private final double m_toRe;

        private final double m_toIm;

        private final long m_number;

        private final double[] m_traceRe = new double[POINTS];

        private final double[] m_traceIm = new double[POINTS];

        private final double[][] m_inverseRe = new double[POINTS][];

        private final double[][] m_inverseIm = new double[POINTS][];

        private double m_error;

        Panel(final double fromRe, final double fromIm, final double toRe, final double toIm, final long number) {
            m_fromRe = fromRe;
            m_fromIm = fromIm;
            m_toRe = toRe;
            m_toIm = toIm;
            m_number = number;
        }

        private double re(final int i) {
            return (m_fromRe + m_toRe) / 2 + node(i) * (m_toRe - m_fromRe) / 2;
        }

        private double im(final int i) {
            return (m_fromIm + m_toIm) / 2 + node(i) * (m_toIm - m_fromIm) / 2;
        }

        boolean isTiny(final ComplexBox box) {
            return Math.hypot(m_toRe - m_fromRe, m_toIm - m_fromIm) < SMALLEST * box.radius();
        }

        void integrate(final Evaluator evaluator) {
            final int n = evaluator.size();
            double re = 0;
            double im = 0;
            for (int i = 0; i < POINTS; i++) {
                m_inverseRe[i] = new double[n * n];
                m_inverseIm[i] = new double[n * n];
                if (!evaluator.evaluate(re(i), im(i))) {
                    m_error = Double.POSITIVE_INFINITY;
                    return;
                }
                evaluator.copyInverse(m_inverseRe[i], m_inverseIm[i]);
                m_traceRe[i] = evaluator.traceRe();
                m_traceIm[i] = evaluator.traceIm();
                final double difference = kronrod(i) - gauss(i);
                re += difference * m_traceRe[i];
                im += difference * m_traceIm[i];
            }
            m_error = Math.hypot(re, im) * Math.hypot(m_toRe - m_fromRe, m_toIm - m_fromIm) / (4 * Math.PI);
            if (Double.isNaN(m_error)) {
                m_error = Double.POSITIVE_INFINITY;
            }
        }

        /** Weight of node i times dz/(2 pi i) times ((z - centre)/radius)^p. */
        private void factor(final ComplexBox box, final int i, final int p, final double[] out) {
            final double w = kronrod(i) / (4 * Math.PI);
            double fr = w * (m_toIm - m_fromIm);
            double fi = -w * (m_toRe - m_fromRe);
            final double zr = (re(i) - box.centerRe()) / box.radius();
            final double zi = (im(i) - box.centerIm()) / box.radius();
            for (int k = 0; k < p; k++) {
                final double t = fr * zr - fi * zi;
                fi = fr * zi + fi * zr;
                fr = t;
            }
            out[0] = fr;
            out[1] = fi;
        }

        void addTraceMoment(final ComplexBox box, final int p, final double[] sum) {
            final double[] f = new double[2];
            for (int i = 0; i < POINTS; i++) {
                factor(box, i, p, f);
                sum[0] += f[0] * m_traceRe[i] - f[1] * m_traceIm[i];
                sum[1] += f[0] * m_traceIm[i] + f[1] * m_traceRe[i];
            }
        }

        void addInverseMoment(final ComplexBox box, final int p, final double[] re, final double[] im) {
            final double[] f = new double[2];
            for (int i = 0; i < POINTS; i++) {
                factor(box, i, p, f);
                Products.addMultiple(re, im, m_inverseRe[i], m_inverseIm[i], f[0], f[1], 0, re.length);
            }
        }
    }
}
