package org.flavorwaves.physics.state;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;


/**
 * The electron-minus-x lepton number of each direction of a state, G_d = sum over energies and species of w s P_z.
 * Modes of the {@linkplain Direction#same same velocity} are one direction. Immutable.
 *
 * <p>A |G_d| within {@value #ROUNDING} of the sum of its own |w P_z|, or within 1e-15 of that of all directions, is
 * rounding and counts as zero.
 */
public final class LeptonDirections {
    private static final double ROUNDING = 1e-14;

    private static final double NEGLIGIBLE = 1e-15;

    private final int[] m_directionOfMode;

    private final List<Direction> m_velocities = new ArrayList<>();

    private final double[] m_numbers;

    private final double m_density;

    private final double m_size;

    private final Direction m_flux;

    private LeptonDirections(final FlavorState state) {
        final int n = state.size();
        final MomentumModes modes = state.modes();
        m_directionOfMode = new int[n];
        final double[] numbers = new double[n];
        final double[] sizes = new double[n];
        double density = 0;
        double size = 0;
        Direction flux = new Direction(0, 0, 0);
        for (final int i : byVz(modes)) {
            final Direction v = new Direction(modes.vx(i), modes.vy(i), modes.vz(i));
            final int d = place(v);
            final double g = modes.weight(i) * modes.species(i).sign() * state.pz(i);
            m_directionOfMode[i] = d;
            numbers[d] += g;
            sizes[d] += Math.abs(g);
            density += g;
            size += Math.abs(g);
            flux = flux.plus(v.times(g));
        }
        m_numbers = Arrays.copyOf(numbers, m_velocities.size());
        for (int d = 0; d < m_numbers.length; d++) {
            if (Math.abs(m_numbers[d]) <= Math.max(ROUNDING * sizes[d], NEGLIGIBLE * size)) {
                m_numbers[d] = 0;
            }
        }
        m_density = density;
        m_size = size;
        m_flux = flux;
    }

    private static int[] byVz(final MomentumModes modes) {
        return IntStream.range(0, modes.size()).boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> modes.vz(i)).thenComparing(i -> i)).mapToInt(i -> i)
            .toArray();
    }

    /** The direction of a velocity whose vz is not below that of any direction yet. */
    private int place(final Direction v) {
        for (int d = m_velocities.size() - 1; d >= 0 && v.z() - m_velocities.get(d).z() <= Direction.SAME; d--) {
            if (v.same(m_velocities.get(d))) {
                return d;
            }
        }
        m_velocities.add(v);
        return m_velocities.size() - 1;
    }

    /**
     * Sums a state.
     *
     * @param state the state
     * @return its lepton number by direction
     */
    public static LeptonDirections of(final FlavorState state) {
        return new LeptonDirections(state);
    }

    /**
     * The number of directions.
     *
     * @return at least 1
     */
    public int size() {
        return m_numbers.length;
    }

    /**
     * The direction of a mode.
     *
     * @param mode index of a mode of the state
     * @return index of its direction; directions are ordered by rising vz
     */
    public int directionOf(final int mode) {
        return m_directionOfMode[mode];
    }

    /**
     * A velocity.
     *
     * @param d index of a direction
     * @return v, (0, 0, cos theta) for a ring
     */
    public Direction velocity(final int d) {
        return m_velocities.get(d);
    }

    /**
     * The lepton number of a direction.
     *
     * @param d index of a direction
     * @return G_d in the unit of the weights, exactly 0 if it is rounding
     */
    public double number(final int d) {
        return m_numbers[d];
    }

    /**
     * The lepton number of all directions with G &gt; 0.
     *
     * @return a sum &gt;= 0, in the unit of the weights
     */
    public double positive() {
        return Arrays.stream(m_numbers).filter(g -> g > 0).sum();
    }

    /**
     * The size of the lepton number of all directions with G &lt; 0.
     *
     * @return a sum &gt;= 0, in the unit of the weights
     */
    public double negative() {
        return Arrays.stream(m_numbers).filter(g -> g < 0).map(g -> -g).sum();
    }

    /**
     * The lepton number density.
     *
     * @return D^0 = sum w s P_z
     */
    public double density() {
        return m_density;
    }

    /**
     * The size of the lepton numbers of all modes, which does not cancel within a direction.
     *
     * @return sum w |P_z|
     */
    public double gross() {
        return m_size;
    }

    /**
     * The lepton number flux.
     *
     * @return D = sum w s P_z v
     */
    public Direction flux() {
        return m_flux;
    }

    /**
     * The direction of the flux.
     *
     * @return a unit vector; empty if the flux is zero to rounding
     */
    public Optional<Direction> fluxDirection() {
        return directionOf(m_flux);
    }

    /**
     * The mean direction of one side of the crossing, sum G v over its directions.
     *
     * @param sign +1 for G &gt; 0, -1 for G &lt; 0
     * @return a unit vector; empty if the sum is zero to rounding
     */
    public Optional<Direction> meanDirection(final int sign) {
        Direction sum = new Direction(0, 0, 0);
        for (int d = 0; d < m_numbers.length; d++) {
            if (sign * m_numbers[d] > 0) {
                sum = sum.plus(velocity(d).times(Math.abs(m_numbers[d])));
            }
        }
        return directionOf(sum);
    }

    private Optional<Direction> directionOf(final Direction sum) {
        final double rounding = Math.max(ROUNDING, m_directionOfMode.length * Math.ulp(1.0));
        return sum.norm() > rounding * m_size ? Optional.of(sum.unit()) : Optional.empty();
    }

    /**
     * The common axis of all directions.
     *
     * @return z for rings about z; the unit vector along which all velocities are; empty if they are along several axes
     */
    public Optional<Direction> axis() {
        Direction longest = m_velocities.get(0);
        boolean rings = true;
        for (final Direction v : m_velocities) {
            longest = v.norm() > longest.norm() ? v : longest;
            rings &= v.same(new Direction(0, 0, v.z()));
        }
        final Direction axis = rings ? new Direction(0, 0, 1) : longest.unit();
        for (final Direction v : m_velocities) {
            if (v.minus(axis.times(v.dot(axis))).norm() > Direction.SAME * 2) {
                return Optional.empty();
            }
        }
        return Optional.of(axis);
    }
}
