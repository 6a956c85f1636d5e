package org.flavorwaves.physics.linear.survey.tensors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where waves grow, at any wave number along a direction. A wave is fixed by the ratio of its frequency to its wave
 * number: on a ray (omega, k) = rho (x + iy, b) of the quarter sphere x^2 + y^2 + b^2 = 1, y &gt; 0, b &gt;= 0, it
 * exists where an eigenvalue rho of {@link RayEigenvalues} is real. So growing waves are curves on a compact surface,
 * k = 0 and all phase velocities included, and every curve wider than the mesh of a map cuts an edge of the mesh on
 * which the imaginary part of an eigenvalue changes its sign. The mesh has phase velocities x/b = cos phi inside the
 * light cone, others outside, and heights y from the lowest of interest up to 1. For one thread.
 */
public final class PhaseMap {
    /** Edges that are offered. */
    private static final int MAX_ESTIMATES = 40;

    /** An eigenvalue that changes by more than this part of itself along an edge is looked at between its ends. */
    private static final double ROUGH = 0.3;

    private static final int HALVINGS = 2;

    /** Distance of a column from the phase velocity of a zero of the lepton number. */
    private static final double BESIDE = 0.05;

    private final BeamTensors m_tensors;

    private final RayEigenvalues m_eigenvalues = new RayEigenvalues();

    private final double[] m_chi = new double[2 * BeamTensors.COMPONENTS];

    private final double[] m_alpha;

    private final double[] m_beta;

    private final int m_count;

    private final List<Estimate> m_estimates = new ArrayList<>();

    /**
     * A wave at an edge of the mesh, by linear interpolation.
     *
     * @param row height of the mesh
     * @param column phase velocity of the mesh
     * @param k wave number
     * @param re Re omega
     * @param growth Im omega
     * @param transverse whether it belongs to a transverse eigenvalue of an axial tensor
     */
    public record Estimate(int row, int column, double k, double re, double growth, boolean transverse) {
    }

    /**
     * A mesh.
     *
     * @param tensors the medium
     * @param velocities number of phase velocities inside the light cone
     * @param lowest lowest height y
     */
    public PhaseMap(final BeamTensors tensors, final int velocities, final double lowest) {
        m_tensors = tensors;
        m_count = RayEigenvalues.count(tensors.axial());
        final int outside = Math.max(3, velocities / 5);
        final double[] beta = new double[velocities + 1 + 2 * outside];
        for (int i = 0; i < outside; i++) {
            final double rest = 1 - i / (double) outside;
            beta[i] = Math.PI / 4 * (1 - rest * rest);
            beta[beta.length - 1 - i] = Math.PI - beta[i];
        }
        for (int i = 0; i <= velocities; i++) {
            beta[outside + i] = Math.atan2(1, Math.cos(Math.PI * i / velocities));
        }
        m_beta = withZeros(beta, tensors);
        m_alpha = new double[Math.max(4, velocities / 3)];
        for (int i = 0; i < m_alpha.length; i++) {
            m_alpha[i] = Math.PI / 2 * Math.pow(2 * lowest / Math.PI, 1 - i / (m_alpha.length - 1.0));
        }
    }

    /** Curves of a continuous medium end at the zeros of its lepton number: columns on both sides of these. */
    private static double[] withZeros(final double[] beta, final BeamTensors tensors) {
        final double[] zeros = tensors.zeros();
        final double[] all = Arrays.copyOf(beta, beta.length + 2 * zeros.length);
        for (int z = 0; z < zeros.length; z++) {
            all[beta.length + 2 * z] = Math.atan2(1, zeros[z] - BESIDE);
            all[beta.length + 2 * z + 1] = Math.atan2(1, zeros[z] + BESIDE);
        }
        Arrays.sort(all);
        return all;
    }

    /** The waves at edges of the mesh, fastest first, no two of them from neighbouring meshes. */
    public List<Estimate> waves() {
        final End[] above = new End[m_beta.length];
        double[] guess = {0.31, 0.12, -0.27, 0.41, 0.05, -0.33, -0.44, -0.21};
        for (int r = m_alpha.length - 1; r >= 0; r--) {
            for (int c = 0; c < m_beta.length; c++) {
                final double[] rho = Arrays.copyOf(r < m_alpha.length - 1 ? above[c].rho : guess, 2 * m_count);
                eigenvalues(m_alpha[r], m_beta[c], rho);
                final End here = new End(m_alpha[r], m_beta[c], rho);
                if (r < m_alpha.length - 1) {
                    compare(r, c, here, above[c], HALVINGS);
                }
                if (c > 0) {
                    compare(r, c, here, above[c - 1], HALVINGS);
                }
                above[c] = here;
                guess = rho;
            }
        }
        return chosen();
    }

    private void eigenvalues(final double alpha, final double beta, final double[] rho) {
        final double across = Math.cos(alpha);
        m_tensors.susceptibility(across * Math.cos(beta), Math.sin(alpha), across * Math.sin(beta), m_chi);
        m_eigenvalues.solve(m_chi, m_tensors.axial(), rho);
    }

    /** An end of an edge. */
    private record End(double alpha, double beta, double[] rho) {
    }

    /**
     * Pairs the eigenvalues at the ends of an edge, closest first, and notes those that cross the real axis. An edge
     * along which an eigenvalue changes much is halved.
     */
    private void compare(final int row, final int column, final End here, final End there, final int halvings) {
        final int[] partner = new int[m_count];
        boolean rough = false;
        int taken = 0;
        for (int i = 0; i < m_count; i++) {
            double least = Double.POSITIVE_INFINITY;
            for (int j = 0; j < m_count; j++) {
                final boolean allowed = (taken & 1 << j) == 0 && (!m_tensors.axial() || i < 2 == j < 2);
                final double re = here.rho[2 * i] - there.rho[2 * j];
                final double im = here.rho[2 * i + 1] - there.rho[2 * j + 1];
                if (allowed && re * re + im * im < least) {
                    least = re * re + im * im;
                    partner[i] = j;
                }
            }
            taken |= 1 << partner[i];
            rough |= least > ROUGH * ROUGH
                * (here.rho[2 * i] * here.rho[2 * i] + here.rho[2 * i + 1] * here.rho[2 * i + 1]);
        }
        if (rough && halvings > 0) {
            final double[] rho = here.rho.clone();
            final double alpha = 0.5 * (here.alpha + there.alpha);
            final double beta = 0.5 * (here.beta + there.beta);
            eigenvalues(alpha, beta, rho);
            final End middle = new End(alpha, beta, rho);
            compare(row, column, here, middle, halvings - 1);
            compare(row, column, middle, there, halvings - 1);
            return;
        }
        for (int i = 0; i < m_count; i++) {
            if (here.rho[2 * i + 1] * there.rho[2 * partner[i] + 1] <= 0) {
                note(row, column, here, i, there, partner[i]);
            }
        }
    }

    private void note(final int row, final int column, final End here, final int i, final End there, final int j) {
        final double gap = here.rho[2 * i + 1] - there.rho[2 * j + 1];
        final double t = gap == 0 ? 0.5 : here.rho[2 * i + 1] / gap;
        final double rho = here.rho[2 * i] + t * (there.rho[2 * j] - here.rho[2 * i]);
        final double alpha = here.alpha + t * (there.alpha - here.alpha);
        final double beta = here.beta + t * (there.beta - here.beta);
        m_estimates.add(new Estimate(row, column, rho * Math.cos(alpha) * Math.sin(beta),
            rho * Math.cos(alpha) * Math.cos(beta), Math.abs(rho) * Math.sin(alpha), m_tensors.axial() && i == 2));
    }

    private List<Estimate> chosen() {
        m_estimates.sort(Comparator.comparingDouble((Estimate e) -> -e.growth).thenComparingInt(Estimate::row)
            .thenComparingInt(Estimate::column));
        final List<Estimate> chosen = new ArrayList<>();
        for (final Estimate estimate : m_estimates) {
            boolean apart = true;
            for (final Estimate other : chosen) {
                apart &= other.transverse != estimate.transverse || Math.abs(other.row - estimate.row) > 1
                    || Math.abs(other.column - estimate.column) > 1 || other.k * estimate.k < 0;
            }
            if (apart) {
                chosen.add(estimate);
            }
            if (chosen.size() == MAX_ESTIMATES) {
                break;
            }
        }
        return chosen;
    }
}
