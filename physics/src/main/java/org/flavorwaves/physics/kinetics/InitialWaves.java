package org.flavorwaves.physics.kinetics;

import java.util.Random;

import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;

/** Amplitudes at t = 0, made when the bands are known. */
@FunctionalInterface
public interface InitialWaves {
    /**
     * The amplitudes.
     *
     * @param basis the bands at t = 0
     * @return Phi_{n,b}, 2 nMax 3N entries in the order of {@link WaveBasis}
     */
    double[] on(WaveBasis basis);

    /**
     * A single wave.
     *
     * @param n its number
     * @param band its band, or -1 for the fastest growing one of this n
     * @param amplitude |A| &gt;= 0; the phase is 0
     * @return the amplitudes
     */
    static InitialWaves single(final int n, final int band, final double amplitude) {
        requireAmplitude(amplitude);
        return basis -> {
            if (n < 1 || n > basis.waves() || band < -1 || band >= basis.bands()) {
                throw new IllegalArgumentException("There is no band " + band + " of wave n = " + n + "; n goes from 1"
                    + " to " + basis.waves() + " and bands from 0 to " + (basis.bands() - 1) + ".");
            }
            int b = Math.max(0, band);
            for (int other = 0; band < 0 && other < basis.bands(); other++) {
                if (basis.omegaIm(basis.index(n, other)) > basis.omegaIm(basis.index(n, b))) {
                    b = other;
                }
            }
            final double[] phi = new double[2 * basis.size()];
            phi[2 * basis.index(n, b)] = amplitude;
            return phi;
        };
    }

    /**
     * Every band of every wave with the same action |A|^2 and a random phase.
     *
     * @param amplitude |A| &gt;= 0
     * @param seed of the phases
     * @return the amplitudes
     */
    static InitialWaves uniform(final double amplitude, final long seed) {
        requireAmplitude(amplitude);
        return basis -> {
            final Random random = new Random(seed);
            final double[] phi = new double[2 * basis.size()];
            for (int at = 0; at < basis.size(); at++) {
                final double phase = 2 * Math.PI * random.nextDouble();
                phi[2 * at] = amplitude * Math.cos(phase);
                phi[2 * at + 1] = amplitude * Math.sin(phase);
            }
            return phi;
        };
    }

    /**
     * Random tilts: in every wave every polarization vector has a random component across itself, normally distributed
     * with standard deviation amplitude |P_i| in each of its four real numbers, so that |P_i| is the same everywhere to
     * first order.
     *
     * @param amplitude relative size &gt;= 0
     * @param seed of the numbers
     * @return the amplitudes
     */
    static InitialWaves randomTilts(final double amplitude, final long seed) {
        requireAmplitude(amplitude);
        return basis -> {
            final Random random = new Random(seed);
            final double[] phi = new double[2 * basis.size()];
            for (int n = 1; n <= basis.waves(); n++) {
                basis.expand(tilt(basis.state(), amplitude, random), n, phi);
            }
            return phi;
        };
    }

    /**
     * The waves of a resolved field of the same box, so that both theories start alike.
     *
     * @param field a field that varies along the axis of the box, which must be x, y or z
     * @return the amplitudes of the harmonics n = 1..nMax; others of the field are left out
     */
    static InitialWaves ofField(final BoxField field) {
        return basis -> {
            final WaveVector axis = basis.box().axis();
            final double[] components = {axis.kx(), axis.ky(), axis.kz()};
            int along = 0;
            while (along < 3 && components[along] != 1) {
                along++;
            }
            if (along == 3 || field.grid().length(along) != basis.box().length()
                || field.size() != basis.state().size()) {
                throw new IllegalArgumentException("The field must have the modes of the state and vary along the axis"
                    + " of the box, x, y or z, with its length " + basis.box().length() + ".");
            }
            final double[] phi = new double[2 * basis.size()];
            for (int n = 1; n <= Math.min(basis.waves(), field.grid().cutoff(along)); n++) {
                final int h = field.grid().index(along == 0 ? n : 0, along == 1 ? n : 0, along == 2 ? n : 0);
                basis.expand(field.wave(h), n, phi);
            }
            return phi;
        };
    }

    private static WaveFunction tilt(final FlavorState state, final double amplitude, final Random random) {
        final double[][] parts = new double[2][3 * state.size()];
        for (int i = 0; i < state.size(); i++) {
            final double length = state.length(i);
            final double[] p = length > 0
                ? new double[]{state.px(i) / length, state.py(i) / length, state.pz(i) / length} : new double[3];
            for (final double[] part : parts) {
                double along = 0;
                for (int a = 0; a < 3; a++) {
                    part[3 * i + a] = amplitude * length * random.nextGaussian();
                    along += p[a] * part[3 * i + a];
                }
                for (int a = 0; a < 3; a++) {
                    part[3 * i + a] -= along * p[a];
                }
            }
        }
        return new WaveFunction(parts[0], parts[1]);
    }

    private static void requireAmplitude(final double amplitude) {
        if (!(amplitude >= 0) || Double.isInfinite(amplitude)) {
            throw new IllegalArgumentException("The initial amplitude must be finite and >= 0 but is " + amplitude
                + ".");
        }
    }
}
