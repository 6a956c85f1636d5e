package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.spectra.AngularSamples;
import org.flavorwaves.physics.flavomon.spectra.AngularSpectra;
import org.flavorwaves.physics.flavomon.spectra.AngularSpectrum;
import org.flavorwaves.physics.flavomon.spectra.LegendreSpectrum;
import org.flavorwaves.physics.flavomon.spectra.PropagationFrame;
import org.flavorwaves.physics.flavomon.spectra.SphereGrid;
import org.flavorwaves.physics.flavomon.spectra.SphereSeries;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.AngularModel.Kind;
import org.flavorwaves.physics.state.Cosines;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * A flavor state with all polarization vectors along z, seen as a medium in which flavomons propagate along a given
 * direction: lepton numbers q w_i s_i P_{z,i}, the shifts of the 4-vector, and what
 * stands between the directions of the state.
 *
 * <p>Where the state is axially symmetric about the direction, spectra over v.khat are made of its rings. Otherwise the
 * directions must be a product grid on the sphere, whose lepton number is expanded in spherical harmonics once for all
 * directions of propagation; any other set of directions is taken as beams.
 *
 * @param medium the medium
 * @param model what stands between the directions, never automatic; a series with the order that carries information
 * @param error relative error of a series: noise or truncation; 0 for other models
 * @param frequencyShift D^0 + lambda: omega = Omega + frequencyShift, in the unit of the potentials
 * @param waveNumberShift D along the direction: k = K + waveNumberShift, in the unit of the potentials
 * @param axes two axes across the direction, and the direction, in the frame of vx, vy, vz
 */
public record StateMedium(FlavomonMedium medium, AngularModel model, double error, double frequencyShift,
    double waveNumberShift, List<WaveVector> axes) {
    /** Largest |P_perp|/P0 of a state that counts as aligned with z. */
    private static final double ALIGNMENT = 1e-9;

    /** Largest deviation from axial symmetry, relative to the total lepton number of the moments compared. */
    private static final double SYMMETRY = 1e-9;

    private static final double SAME_SHIFT = 1e-12;

    /**
     * How a state becomes a medium.
     *
     * @param model what stands between the directions
     * @param slowTerm whether the vacuum frequencies are kept
     */
    public record Options(AngularModel model, boolean slowTerm) {
        /** Beams as given, in the fast limit. */
        public static final Options BEAMS = new Options(AngularModel.BEAMS, false);
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
     * @throws IllegalArgumentException if the direction vanishes, or the state is not as the chosen continuous spectrum
     *             needs it
     */
    public static StateMedium of(final FlavorState state, final Environment environment, final double[] direction,
        final Options options) {
        final double[][] frame = PropagationFrame.along(direction);
        final Beams beams = new Beams(state, environment, frame);
        final List<Map.Entry<Complex, List<Integer>>> groups = groups(state, environment, options);
        final double lambda = environment.matterPotential();
        if (options.model.kind() != Kind.BEAMS) {
            final Optional<StateMedium> continuous = beams.isAxial() ? rings(beams, groups, options.model, lambda)
                : sphere(state, beams, groups, options.model, lambda);
            if (continuous.isPresent()) {
                return continuous.get();
            }
        }
        return new StateMedium(beams.medium(groups), AngularModel.BEAMS, 0, beams.sum(false) + lambda,
            beams.sum(true), axes(frame));
    }

    private static List<WaveVector> axes(final double[][] frame) {
        return Arrays.stream(frame).map(a -> new WaveVector(a[0], a[1], a[2])).toList();
    }

    /** Spectra over the rings about the direction; empty if an automatic model takes them as beams. */
    private static Optional<StateMedium> rings(final Beams beams, final List<Map.Entry<Complex, List<Integer>>> groups,
        final AngularModel wanted, final double lambda) {
        final boolean automatic = wanted.kind() == Kind.AUTOMATIC;
        final AngularSamples all = AngularSamples.of(beams.m_c, beams.m_one);
        if (!all.cover() || automatic && all.order() < 0) {
            if (automatic) {
                return Optional.empty();
            }
            throw new IllegalArgumentException("The directions of the modes leave holes between -1 and 1, so that they"
                + " are no samples of a continuous spectrum; take the beams as given.");
        }
        AngularModel model = automatic ? AngularModel.LEGENDRE : wanted;
        if (automatic && ((LegendreSpectrum) AngularSpectra.of(all, model)).isRough()) {
            model = AngularModel.PIECEWISE_LINEAR;
        }
        AxialMedium medium = AxialMedium.empty();
        int order = -1;
        double error = 0;
        for (final Map.Entry<Complex, List<Integer>> group : groups) {
            AngularSpectrum spectrum =
                AngularSpectra.of(AngularSamples.of(beams.m_c, beams.of(group.getValue())), model);
            if (spectrum instanceof LegendreSpectrum whole) {
                final LegendreSpectrum series = whole.cut();
                order = Math.max(order, series.order());
                error = Math.max(error, series.error());
                spectrum = series;
            }
            medium = medium.with(spectrum, group.getKey().getReal(), group.getKey().getImaginary());
        }
        return Optional.of(new StateMedium(medium, new AngularModel(model.kind(), order), error,
            medium.moment(0) + lambda, medium.moment(1), axes(beams.m_frame)));
    }

    /** Moments of spherical harmonics about the direction; empty if an automatic model takes the modes as beams. */
    private static Optional<StateMedium> sphere(final FlavorState state, final Beams beams,
        final List<Map.Entry<Complex, List<Integer>>> groups, final AngularModel model, final double lambda) {
        final Optional<SphereGrid> grid = SphereGrid.of(state.modes());
        final int degree = grid.map(g -> model.order() >= 0 ? model.order() : g.degree()).orElse(-1);
        if (degree < 0 || model.kind() == Kind.PIECEWISE_LINEAR) {
            if (model.kind() == Kind.AUTOMATIC) {
                return Optional.empty();
            }
            throw new IllegalArgumentException("The state is not axially symmetric about the direction of propagation,"
                + " where only a Legendre series on a product grid of directions is a continuous spectrum; take the"
                + " beams as given.");
        }
        final List<SphereSeries> series =
            groups.stream().map(g -> SphereSeries.of(grid.get(), beams.of(g.getValue()), degree)).toList();
        final double error = series.stream().mapToDouble(SphereSeries::error).max().orElse(0);
        final int order = series.stream().mapToInt(SphereSeries::degree).max().orElse(0);
        final List<TensorMedium.Part> parts = parts(groups, series, beams.m_frame);
        final List<SphereSeries> shorter = series.stream().map(SphereSeries::shorter).toList();
        final TensorMedium medium = new TensorMedium(parts, LegendreSpectrum.trustedEllipse(error, order),
            Optional.of(new TensorMedium(parts(groups, shorter, beams.m_frame), 1, Optional.empty())));
        double density = 0;
        double flux = 0;
        for (final TensorMedium.Part part : parts) {
            density += part.moments()[0].moment(0);
            flux += part.moments()[0].moment(1);
        }
        return Optional.of(new StateMedium(medium, AngularModel.legendre(order), error, density + lambda, flux,
            axes(beams.m_frame)));
    }

    private static List<TensorMedium.Part> parts(final List<Map.Entry<Complex, List<Integer>>> groups,
        final List<SphereSeries> series, final double[][] frame) {
        final List<TensorMedium.Part> parts = new ArrayList<>();
        for (int p = 0; p < series.size(); p++) {
            parts.add(new TensorMedium.Part(groups.get(p).getKey(), series.get(p).moments(frame)));
        }
        return parts;
    }

    /**
     * The polarization of a mode in the frame of vx, vy, vz: lower components e_t, e_x, e_y, e_z, so that a neutrino of
     * velocity v feels e_t + e_x v_x + e_y v_y + e_z v_z.
     *
     * @param mode a mode of this medium
     * @return four components with sum |e_n|^2 = 1
     */
    public Complex[] polarization(final FlavomonMode mode) {
        final Complex[] e = mode.polarization();
        final Complex[] out = {e[0], Complex.ZERO, Complex.ZERO, Complex.ZERO};
        for (int a = 0; a < 3; a++) {
            final WaveVector axis = axes.get(a);
            out[1] = out[1].add(e[a + 1].multiply(axis.kx()));
            out[2] = out[2].add(e[a + 1].multiply(axis.ky()));
            out[3] = out[3].add(e[a + 1].multiply(axis.kz()));
        }
        return out;
    }

    /** Modes of equal s omega B_z + i D, in order of first appearance of the shift's value. */
    private static List<Map.Entry<Complex, List<Integer>>> groups(final FlavorState state,
        final Environment environment, final Options options) {
        final MomentumModes modes = state.modes();
        final Map<String, Map.Entry<Complex, List<Integer>>> groups = new TreeMap<>();
        for (int i = 0; i < modes.size(); i++) {
            final double slow = options.slowTerm ? modes.species(i).sign() * modes.omega(i) * environment.bz() : 0;
            final Complex shift = new Complex(Math.abs(slow) < SAME_SHIFT ? 0 : slow, modes.damping(i));
            groups.computeIfAbsent(shift.toString(), key -> Map.entry(shift, new ArrayList<>())).getValue().add(i);
        }
        return List.copyOf(groups.values());
    }

    /** Lepton numbers over c = v.khat and the components of velocities across. */
    private static final class Beams {
        private final double[][] m_frame;

        private final double[] m_c;

        private final double[] m_x;

        private final double[] m_y;

        private final boolean[] m_ring;

        private final double[] m_one;

        Beams(final FlavorState state, final Environment environment, final double[][] frame) {
            final MomentumModes modes = state.modes();
            final int n = modes.size();
            m_frame = frame;
            m_c = new double[n];
            m_x = new double[n];
            m_y = new double[n];
            m_ring = new boolean[n];
            m_one = new double[n];
            for (int i = 0; i < n; i++) {
                if (Math.hypot(state.px(i), state.py(i)) > ALIGNMENT * state.trace(i)) {
                    throw new InvalidModeException(i, "is not along z: P = (" + state.px(i) + ", " + state.py(i)
                        + ", " + state.pz(i) + "); flavomons are defined on a medium without flavor coherence");
                }
                final double[] v = {modes.vx(i), modes.vy(i), modes.vz(i)};
                m_one[i] = environment.selfInteraction() * modes.weight(i) * modes.species(i).sign() * state.pz(i);
                m_c[i] = Math.max(-1, Math.min(1, PropagationFrame.dot(v, frame[2])));
                m_ring[i] = v[0] == 0 && v[1] == 0 && Math.abs(v[2]) < 1;
                if (m_ring[i] && Math.abs(frame[2][2]) < 1 - SAME_SHIFT) {
                    throw new InvalidModeException(i, "is a ring about z (v = (0, 0, " + v[2]
                        + ")), so flavomons can only propagate along z");
                }
                m_x[i] = m_ring[i] ? 0 : PropagationFrame.dot(v, frame[0]);
                m_y[i] = m_ring[i] ? 0 : PropagationFrame.dot(v, frame[1]);
            }
        }

        /** Whether on every ring c = const the first and second azimuthal moments vanish. */
        boolean isAxial() {
            final Cosines rings = new Cosines(m_c);
            final double[][] ringSums = new double[rings.size()][4];
            double total = 0;
            for (int i = 0; i < m_c.length; i++) {
                final double[] sums = ringSums[rings.below(m_c[i])];
                sums[0] += m_one[i] * m_x[i];
                sums[1] += m_one[i] * m_y[i];
                sums[2] += m_one[i] * (m_x[i] * m_x[i] - m_y[i] * m_y[i]);
                sums[3] += m_one[i] * m_x[i] * m_y[i];
                total += Math.abs(m_one[i]);
            }
            for (final double[] sums : ringSums) {
                for (final double sum : sums) {
                    if (Math.abs(sum) > SYMMETRY * total) {
                        return false;
                    }
                }
            }
            return true;
        }

        /** D^0 or D along the direction. */
        double sum(final boolean timesC) {
            double sum = 0;
            for (int i = 0; i < m_c.length; i++) {
                sum += m_one[i] * (timesC ? m_c[i] : 1);
            }
            return sum;
        }

        /** The lepton numbers of some modes, 0 for the others, so that all parts live on the same directions. */
        double[] of(final List<Integer> modes) {
            final double[] g = new double[m_one.length];
            modes.forEach(i -> g[i] = m_one[i]);
            return g;
        }

        /** The beams as given, rings of equal c and shift added up. */
        BeamMedium medium(final List<Map.Entry<Complex, List<Integer>>> groups) {
            final boolean axial = isAxial();
            final Cosines rings = new Cosines(m_c);
            final List<BeamMedium.Beam> beams = new ArrayList<>();
            for (final Map.Entry<Complex, List<Integer>> group : groups) {
                final Map<Integer, BeamMedium.Beam> merged = new TreeMap<>();
                for (final int i : group.getValue()) {
                    if (axial) {
                        merged.merge(rings.below(m_c[i]),
                            new BeamMedium.Beam(group.getKey(), m_c[i], 0, 0, m_one[i]),
                            (a, b) -> new BeamMedium.Beam(a.shift(), a.c(), 0, 0, a.g() + b.g()));
                    } else {
                        beams.add(new BeamMedium.Beam(group.getKey(), m_c[i], m_x[i], m_y[i], m_one[i]));
                    }
                }
                beams.addAll(merged.values());
            }
            return new BeamMedium(axial, beams);
        }
    }
}
