package org.flavorwaves.physics.qke.field;

/**
 * A matter potential that varies along z with the period of the box: the Fourier series of the lowest harmonics that
 * goes through given values at equally spaced places. With an even number n of values the harmonic n/2 is a cosine.
 * Immutable.
 */
public final class MatterProfile {
    private final double[] m_values;

    /**
     * A profile.
     *
     * @param values lambda at z = 0, L/n, 2 L/n, ..., in the units of the potentials
     * @throws IllegalArgumentException if there is no value or one is not finite
     */
    public MatterProfile(final double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("A matter profile needs at least one value.");
        }
        for (int p = 0; p < values.length; p++) {
            if (!Double.isFinite(values[p])) {
                throw new IllegalArgumentException("Value " + p + " of the matter profile is " + values[p]
                    + "; it must be finite.");
            }
        }
        m_values = values.clone();
    }

    /**
     * The mean over the box.
     *
     * @return in the units of the potentials
     */
    public double mean() {
        double sum = 0;
        for (final double value : m_values) {
            sum += value;
        }
        return sum / m_values.length;
    }

    /**
     * The profile of the opposite potential.
     *
     * @return -lambda
     */
    public MatterProfile negative() {
        final double[] values = m_values.clone();
        for (int p = 0; p < values.length; p++) {
            values[p] = -values[p];
        }
        return new MatterProfile(values);
    }

    /**
     * Whether the profile is more than a mean.
     *
     * @return true if two values differ
     */
    public boolean varies() {
        for (final double value : m_values) {
            if (value != m_values[0]) {
                return true;
            }
        }
        return false;
    }

    /**
     * Checks that a box has the harmonics of this profile.
     *
     * @param grid the box
     * @throws IllegalArgumentException if it has too few points along z; says how many are needed
     */
    public void check(final BoxGrid grid) {
        final int needed = m_values.length / 2;
        if (varies() && needed > grid.cutoff(2)) {
            throw new IllegalArgumentException("A matter profile of " + m_values.length + " values has harmonics up to "
                + needed + ", but the box of " + grid.points(2) + " points along z keeps those up to " + grid.cutoff(2)
                + "; take at least " + (3 * needed + 1) + " points along z, or fewer values.");
        }
    }

    /**
     * The departure from the mean.
     *
     * @param grid the box
     * @return lambda - mean at all points, in the units of the potentials
     * @throws IllegalArgumentException if the box has too few points along z
     */
    public double[] departures(final BoxGrid grid) {
        check(grid);
        final int n = m_values.length;
        final double[] cos = new double[n / 2 + 1];
        final double[] sin = new double[n / 2 + 1];
        final double mean = mean();
        for (int m = 1; 2 * m <= n; m++) {
            for (int p = 0; p < n; p++) {
                final double phase = 2 * Math.PI * ((long) m * p % n) / n;
                cos[m] += (2 * m == n ? 1.0 : 2.0) / n * (m_values[p] - mean) * Math.cos(phase);
                sin[m] += (2 * m == n ? 0.0 : 2.0) / n * (m_values[p] - mean) * Math.sin(phase);
            }
        }
        final double[] departures = new double[grid.points()];
        for (int q = 0; q < departures.length; q++) {
            final double phase = 2 * Math.PI * grid.coordinate(q, 2) / grid.length(2);
            for (int m = 1; 2 * m <= n; m++) {
                departures[q] += cos[m] * Math.cos(m * phase) + sin[m] * Math.sin(m * phase);
            }
        }
        return departures;
    }
}
