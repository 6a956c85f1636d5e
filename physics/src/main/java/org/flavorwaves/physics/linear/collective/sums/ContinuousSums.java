package org.flavorwaves.physics.linear.collective.sums;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.spectra.AngularSamples;
import org.flavorwaves.physics.flavomon.spectra.AngularSpectra;
import org.flavorwaves.physics.flavomon.spectra.AngularSpectrum;
import org.flavorwaves.physics.flavomon.spectra.DispersionIntegrals;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.InvalidModeException;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.state.WaveVector;

/**
 * One circular sector, sign s = +-1, of an aligned background of rings about the z axis whose lepton number is a
 * continuous function of v = cos theta (FR S57):
 *
 * <pre>T_mn = delta_mn - g_nn sum_p I^p_{m+n}(Omega - c_p + i D_p),   m, n = 0 (t), 1 (z),
 * I^p_n(omega) = integral G_p(v) v^n/(omega - k v) dv</pre>
 *
 * <p>for parts p of equal species, vacuum frequency and depolarization. c_p and k contain the shift (FR 15) by the
 * moments of the interpolated spectrum, so that it is the same medium everywhere. Longitudinal waves only, as with
 * rings.
 */
final class ContinuousSums implements ResolventSums {
    private static final int[] METRIC = {1, -1};

    private final Background m_background;

    private final int m_sign;

    private final List<Part> m_parts;

    private final double m_k;

    /** v k + c_p of each mode. */
    private final double[] m_own;

    private final double m_bound;

    private record Part(AngularSpectrum spectrum, double frequency, double damping) {
    }

    private record Kind(Species species, double vacuum, double damping) {
    }

    ContinuousSums(final Background background, final WaveVector k, final int sign, final AngularModel model) {
        requireAxial(background, k);
        m_background = background;
        m_sign = sign;
        final FlavorState state = background.state();
        final MomentumModes modes = state.modes();
        final double along = background.axis(0) * background.environment().bx()
            + background.axis(2) * background.environment().bz();
        final Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < state.size(); i++) {
            final double vacuum = modes.omega(i) == 0 ? 0 : modes.species(i).sign() * modes.omega(i) * along;
            kinds.computeIfAbsent(new Kind(modes.species(i), vacuum, modes.damping(i)),
                kind -> new ArrayList<>()).add(i);
        }
        final Map<Kind, AngularSpectrum> spectra = new LinkedHashMap<>();
        double d0 = 0;
        double d1 = 0;
        double bound = 0;
        for (final Map.Entry<Kind, List<Integer>> kind : kinds.entrySet()) {
            final AngularSpectrum spectrum = spectrum(background, kind.getValue(), sign, model);
            spectra.put(kind.getKey(), spectrum);
            d0 += spectrum.moment(0);
            d1 += spectrum.moment(1);
            bound += 2 * spectrum.strength();
        }
        m_bound = bound;
        m_k = k.kz() + d1 - sign * (background.frameAlongAxis(1) - background.frameAlongAxis(0));
        final double external =
            background.axis(2) * background.environment().matterPotential() + background.frameAlongAxis(0);
        m_parts = new ArrayList<>();
        m_own = new double[state.size()];
        for (final Map.Entry<Kind, List<Integer>> kind : kinds.entrySet()) {
            final double frequency = -d0 - sign * (kind.getKey().vacuum + external);
            m_parts.add(new Part(spectra.get(kind.getKey()), frequency, kind.getKey().damping));
            for (final int i : kind.getValue()) {
                m_own[i] = m_k * modes.vz(i) + frequency;
            }
        }
    }

    private static void requireAxial(final Background background, final WaveVector k) {
        if (background.structure() != BackgroundStructure.ALIGNED) {
            throw new IllegalArgumentException("Continuous angular spectra need polarization and Hamiltonian vectors"
                + " along one axis; the structure of this background is " + background.structure() + ".");
        }
        if (k.kx() != 0 || k.ky() != 0) {
            throw new IllegalArgumentException("Continuous angular spectra need a wave vector along z, not ("
                + k.kx() + ", " + k.ky() + ", " + k.kz() + ").");
        }
        final MomentumModes modes = background.state().modes();
        for (int i = 0; i < modes.size(); i++) {
            if (modes.vx(i) != 0 || modes.vy(i) != 0) {
                throw new InvalidModeException(i, "moves along (" + modes.vx(i) + ", " + modes.vy(i) + ", "
                    + modes.vz(i) + "); continuous angular spectra need rings, v = (0, 0, cos theta)");
            }
        }
    }

    private static AngularSpectrum spectrum(final Background background, final List<Integer> modes, final int sign,
        final AngularModel model) {
        final FlavorState state = background.state();
        final double[] v = new double[modes.size()];
        final double[] g = new double[v.length];
        for (int m = 0; m < v.length; m++) {
            final int i = modes.get(m);
            v[m] = state.modes().vz(i);
            g[m] = sign * AlignedWave.polarization(background, i) * background.environment().selfInteraction()
                * state.modes().weight(i) * state.modes().species(i).sign();
        }
        final AngularSamples own = AngularSamples.of(v, g);
        final AngularSamples samples = own.cover() ? own : amongAll(state, v, g);
        return AngularSpectra.of(samples, model);
    }

    /** On the directions of all modes, G being zero where the part has none. */
    private static AngularSamples amongAll(final FlavorState state, final double[] v, final double[] g) {
        final double[] all = state.modes().vzs();
        final double[] places = Arrays.copyOf(v, v.length + all.length);
        System.arraycopy(all, 0, places, v.length, all.length);
        final AngularSamples samples = AngularSamples.of(places, Arrays.copyOf(g, places.length));
        if (!samples.cover()) {
            throw new IllegalArgumentException("The directions of the modes, from "
                + Arrays.stream(all).min().orElseThrow() + " to " + Arrays.stream(all).max().orElseThrow()
                + ", leave holes between -1 and 1, so that they are no samples of a continuous spectrum; take the"
                + " beams as given.");
        }
        return samples;
    }

    @Override
    public boolean isContinuous() {
        return true;
    }

    @Override
    public int dimension() {
        return 2;
    }

    private void evaluate(final double re, final double im, final double[] t, final double[] derivative) {
        fill(re, im, 0, -1, t, derivative);
        t[0] += 1;
        t[6] += 1;
        for (int c = 0; c < derivative.length; c++) {
            derivative[c] = -derivative[c];
        }
    }

    @Override
    public Sampler exact() {
        return this::evaluate;
    }

    @Override
    public Sampler sampler() {
        return this::evaluate;
    }

    /** factor g_n I_{m+n} and factor g_n J_{m+n+raised}, summed over the parts. */
    private void fill(final double re, final double im, final int raised, final double factor, final double[] first,
        final double[] second) {
        Arrays.fill(first, 0);
        Arrays.fill(second, 0);
        for (final Part part : m_parts) {
            final DispersionIntegrals f = part.spectrum.integrals(
                new Complex(re - part.frequency, im + part.damping), m_k);
            final Complex[] i = {f.i0(), f.i1(), f.i2()};
            final Complex[] j = {f.j0(), f.j1(), f.j2(), f.j3()};
            for (int m = 0; m < 2; m++) {
                for (int n = 0; n < 2; n++) {
                    final int at = 2 * (2 * m + n);
                    final double sign = factor * METRIC[n];
                    first[at] += sign * i[m + n].getReal();
                    first[at + 1] += sign * i[m + n].getImaginary();
                    second[at] += sign * j[m + n + raised].getReal();
                    second[at + 1] += sign * j[m + n + raised].getImaginary();
                }
            }
        }
    }

    @Override
    public void slope(final double re, final double im, final int axis, final double[] t) {
        if (axis == 2) {
            fill(re, im, 1, -1, new double[t.length], t);
        } else {
            Arrays.fill(t, 0);
        }
    }

    @Override
    public void slopes(final double re, final double im, final double[] left, final double[] right,
        final double[] out) {
        final double[] room = new double[8];
        final double[] t = new double[8];
        Arrays.fill(out, 0);
        fill(re, im, 0, 1, room, t);
        contract(t, left, right, out, 0);
        fill(re, im, 1, -1, room, t);
        contract(t, left, right, out, 6);
    }

    private static void contract(final double[] t, final double[] left, final double[] right, final double[] out,
        final int at) {
        Complex sum = Complex.ZERO;
        for (int m = 0; m < 2; m++) {
            for (int n = 0; n < 2; n++) {
                final int c = 2 * (2 * m + n);
                sum = sum.add(new Complex(left[2 * m], left[2 * m + 1]).multiply(new Complex(t[c], t[c + 1]))
                    .multiply(new Complex(right[2 * n], right[2 * n + 1])));
            }
        }
        out[at] = sum.getReal();
        out[at + 1] = sum.getImaginary();
    }

    /** The ends of all cuts. */
    @Override
    public double[] poles() {
        final double[] ends = new double[2 * m_parts.size()];
        for (int p = 0; p < m_parts.size(); p++) {
            ends[2 * p] = m_parts.get(p).frequency - Math.abs(m_k);
            ends[2 * p + 1] = m_parts.get(p).frequency + Math.abs(m_k);
        }
        Arrays.sort(ends);
        return ends;
    }

    /** The distance of the nearest cut. */
    @Override
    public double poleDistance(final double re, final double im) {
        double least = Double.POSITIVE_INFINITY;
        for (final Part part : m_parts) {
            least = Math.min(least, Math.hypot(Math.max(0, Math.abs(re - part.frequency) - Math.abs(m_k)),
                im + part.damping));
        }
        return least;
    }

    @Override
    public double couplingBound() {
        return m_bound;
    }

    @Override
    public void wave(final double re, final double im, final double[] y, final double[] outRe,
        final double[] outIm) {
        new AlignedWave(m_background, m_sign, new VelocitySpan(m_background.state().modes()))
            .write(re, im, m_own, y, outRe, outIm);
    }
}
