package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.spectra.AngularSpectrum;
import org.flavorwaves.physics.flavomon.spectra.BeamSpectrum;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * A flavor state with all polarization vectors along z, seen as a medium in which flavomons propagate along a given
 * direction: lepton numbers q w_i s_i P_{z,i}, the shifts of the 4-vector, and the choice between beams as given and
 * continuous spectra.
 *
 * @param medium the medium
 * @param frequencyShift D^0 + lambda: omega = Omega + frequencyShift, in the unit of the potentials
 * @param waveNumberShift D along the direction: k = K + waveNumberShift, in the unit of the potentials
 */
public record StateMedium(FlavomonMedium medium, double frequencyShift, double waveNumberShift) {
    /** Largest |P_perp|/P0 of a state that counts as aligned with z. */
    private static final double ALIGNMENT = 1e-9;

    /** Largest deviation from axial symmetry, relative to the total lepton number of the moments compared. */
    private static final double SYMMETRY = 1e-9;

    private static final double SAME_SHIFT = 1e-12;

    /** Difference of v.khat below which two directions are one. */
    private static final double SAME_DIRECTION = 1e-8;

    /** Fewest directions that are taken for a sampled continuum. */
    private static final int MIN_DIRECTIONS = 6;

    /**
     * How a state becomes a medium.
     *
     * @param order highest order of the Legendre series over v.khat; negative for beams as given
     * @param slowTerm whether the vacuum frequencies are kept
     */
    public record Options(int order, boolean slowTerm) {
        /** Beams as given, in the fast limit. */
        public static final Options BEAMS = new Options(-1, false);
    }

    /**
     * Builds the medium.
     *
     * @param state a state with all P_i along z
     * @param environment matter, mixing (for B_z of the slow term) and the strength of the nu-nu term
     * @param direction of propagation, three components, not all zero
     * @param options continuous spectra or beams; fast limit or not
     * @return the medium: axially symmetric where the state is so about the direction, general otherwise
     * @throws InvalidModeException if a mode is not aligned with z, or is a ring about z while the direction is not z
     * @throws IllegalArgumentException if the direction vanishes
     */
    public static StateMedium of(final FlavorState state, final Environment environment, final double[] direction,
        final Options options) {
        final double[][] frame = frame(direction);
        final Beams beams = new Beams(state, environment, frame);
        final double lambda = environment.matterPotential();
        final List<Map.Entry<Complex, List<Integer>>> groups = groups(state, environment, options);
        final boolean axial = beams.isAxial();
        final FlavomonMedium medium;
        if (axial) {
            AxialMedium built = AxialMedium.empty();
            for (final Map.Entry<Complex, List<Integer>> group : groups) {
                built = built.with(beams.spectrum(group.getValue(), beams.m_one, options), group.getKey().getReal(),
                    group.getKey().getImaginary());
            }
            medium = built;
        } else {
            final List<TensorMedium.Part> parts = new ArrayList<>();
            for (final Map.Entry<Complex, List<Integer>> group : groups) {
                final List<Integer> modes = group.getValue();
                parts.add(new TensorMedium.Part(group.getKey(), beams.spectrum(modes, beams.m_one, options),
                    beams.spectrum(modes, beams.m_x, options), beams.spectrum(modes, beams.m_y, options),
                    beams.spectrum(modes, beams.m_xx, options), beams.spectrum(modes, beams.m_xy, options),
                    beams.spectrum(modes, beams.m_yy, options)));
            }
            medium = new TensorMedium(parts);
        }
        return new StateMedium(medium, beams.sum(beams.m_one, false) + lambda, beams.sum(beams.m_one, true));
    }

    /**
     * The order up to which a state determines a Legendre series over v.khat: all but one of the distinct v.khat where
     * these are Gauss-Legendre nodes (the projection is then exact), a third of them otherwise.
     *
     * @param state a state
     * @param direction of propagation, three components, not all zero
     * @return an order; negative where fewer than {@value #MIN_DIRECTIONS} directions say nothing of a continuum
     */
    public static int automaticOrder(final FlavorState state, final double[] direction) {
        final double[] n = frame(direction)[2];
        final double[] c = new double[state.size()];
        for (int i = 0; i < c.length; i++) {
            c[i] = dot(new double[]{state.modes().vx(i), state.modes().vy(i), state.modes().vz(i)}, n);
        }
        return automaticOrder(c);
    }

    /**
     * The order up to which directions determine a Legendre series, as {@link #automaticOrder(FlavorState, double[])}.
     *
     * @param cosTheta v.khat of the modes, in any order, equal ones counted once
     * @return an order; negative where fewer than {@value #MIN_DIRECTIONS} directions say nothing of a continuum
     */
    public static int automaticOrder(final double[] cosTheta) {
        final TreeMap<Long, Double> distinct = new TreeMap<>();
        for (final double c : cosTheta) {
            distinct.put(Math.round(c / SAME_DIRECTION), c);
        }
        final int count = distinct.size();
        if (count < MIN_DIRECTIONS) {
            return -1;
        }
        return isGauss(distinct.values().stream().mapToDouble(c -> c).toArray()) ? count - 1 : count / 3;
    }

    /** Gauss-Legendre nodes are the zeros of P_n. */
    private static boolean isGauss(final double[] c) {
        for (final double v : c) {
            double below = 0;
            double p = 1;
            for (int l = 0; l < c.length; l++) {
                final double above = ((2 * l + 1) * v * p - l * below) / (l + 1);
                below = p;
                p = above;
            }
            final double slope = c.length * (below - v * p) / (1 - v * v);
            if (!(Math.abs(p / slope) < SAME_DIRECTION)) {
                return false;
            }
        }
        return true;
    }

    /** Two axes across the direction, and the direction. */
    private static double[][] frame(final double[] direction) {
        final double norm = Math.sqrt(dot(direction, direction));
        if (!(norm > 0) || Double.isInfinite(norm)) {
            throw new IllegalArgumentException("The direction of propagation must be a finite vector other than 0.");
        }
        final double[] n = {direction[0] / norm, direction[1] / norm, direction[2] / norm};
        final double[] start = Math.abs(n[0]) < 0.9 ? new double[]{1, 0, 0} : new double[]{0, 1, 0};
        final double along = dot(start, n);
        final double[] e1 = new double[3];
        for (int a = 0; a < 3; a++) {
            e1[a] = start[a] - along * n[a];
        }
        final double length = Math.sqrt(dot(e1, e1));
        for (int a = 0; a < 3; a++) {
            e1[a] /= length;
        }
        final double[] e2 = {n[1] * e1[2] - n[2] * e1[1], n[2] * e1[0] - n[0] * e1[2], n[0] * e1[1] - n[1] * e1[0]};
        return new double[][]{e1, e2, n};
    }

    private static double dot(final double[] a, final double[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    }

    /** Modes of equal s omega B_z + i D, in order of first appearance of the shift's value. */
    private static List<Map.Entry<Complex, List<Integer>>> groups(final FlavorState state,
        final Environment environment, final Options options) {
        final MomentumModes modes = state.modes();
        final Map<String, Map.Entry<Complex, List<Integer>>> groups = new TreeMap<>();
        for (int i = 0; i < modes.size(); i++) {
            final double slow = options.slowTerm ? modes.species(i).sign() * modes.omega(i) * environment.bz() : 0;
            final Complex shift = new Complex(Math.abs(slow) < SAME_SHIFT ? 0 : slow, modes.depolarization(i));
            groups.computeIfAbsent(shift.toString(), key -> Map.entry(shift, new ArrayList<>())).getValue().add(i);
        }
        return List.copyOf(groups.values());
    }

    /** Lepton numbers and their azimuthal moments over c = v.khat. */
    private static final class Beams {
        private final double[] m_c;

        private final double[] m_one;

        private final double[] m_x;

        private final double[] m_y;

        private final double[] m_xx;

        private final double[] m_xy;

        private final double[] m_yy;

        Beams(final FlavorState state, final Environment environment, final double[][] frame) {
            final MomentumModes modes = state.modes();
            final int n = modes.size();
            m_c = new double[n];
            m_one = new double[n];
            m_x = new double[n];
            m_y = new double[n];
            m_xx = new double[n];
            m_xy = new double[n];
            m_yy = new double[n];
            for (int i = 0; i < n; i++) {
                if (Math.hypot(state.px(i), state.py(i)) > ALIGNMENT * state.trace(i)) {
                    throw new InvalidModeException(i, "is not along z: P = (" + state.px(i) + ", " + state.py(i)
                        + ", " + state.pz(i) + "); flavomons are defined on a medium without flavor coherence");
                }
                final double[] v = {modes.vx(i), modes.vy(i), modes.vz(i)};
                final double g = environment.selfInteraction() * modes.weight(i) * modes.species(i).sign()
                    * state.pz(i);
                m_c[i] = Math.max(-1, Math.min(1, dot(v, frame[2])));
                m_one[i] = g;
                final boolean ring = v[0] == 0 && v[1] == 0 && Math.abs(v[2]) < 1;
                if (ring) {
                    if (Math.abs(frame[2][2]) < 1 - SAME_SHIFT) {
                        throw new InvalidModeException(i, "is a ring about z (v = (0, 0, " + v[2]
                            + ")), so flavomons can only propagate along z");
                    }
                    m_xx[i] = 0.5 * g * (1 - v[2] * v[2]);
                    m_yy[i] = m_xx[i];
                } else {
                    final double x = dot(v, frame[0]);
                    final double y = dot(v, frame[1]);
                    m_x[i] = g * x;
                    m_y[i] = g * y;
                    m_xx[i] = g * x * x;
                    m_xy[i] = g * x * y;
                    m_yy[i] = g * y * y;
                }
            }
        }

        /** Whether on every ring c = const the first and second azimuthal moments vanish. */
        boolean isAxial() {
            final Map<Long, double[]> rings = new TreeMap<>();
            double total = 0;
            for (int i = 0; i < m_c.length; i++) {
                final double[] sums = rings.computeIfAbsent(Math.round(m_c[i] / SYMMETRY), key -> new double[5]);
                sums[0] += m_x[i];
                sums[1] += m_y[i];
                sums[2] += m_xx[i] - m_yy[i];
                sums[3] += m_xy[i];
                sums[4] += m_xx[i] + m_yy[i] - m_one[i] * (1 - m_c[i] * m_c[i]);
                total += Math.abs(m_one[i]);
            }
            for (final double[] sums : rings.values()) {
                for (final double sum : sums) {
                    if (Math.abs(sum) > SYMMETRY * total) {
                        return false;
                    }
                }
            }
            return true;
        }

        double sum(final double[] moment, final boolean timesC) {
            double sum = 0;
            for (int i = 0; i < m_c.length; i++) {
                sum += moment[i] * (timesC ? m_c[i] : 1);
            }
            return sum;
        }

        AngularSpectrum spectrum(final List<Integer> modes, final double[] moment, final Options options) {
            final double[] c = modes.stream().mapToDouble(i -> m_c[i]).toArray();
            final double[] g = modes.stream().mapToDouble(i -> moment[i]).toArray();
            return options.order < 0 ? new BeamSpectrum(c, g) : LegendreSpectrum.ofBeams(c, g, options.order);
        }
    }
}
