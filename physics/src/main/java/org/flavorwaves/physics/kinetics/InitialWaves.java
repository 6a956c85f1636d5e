package org.flavorwaves.physics.kinetics;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntFunction;

import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.kinetics.waves.WaveBasis;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.WaveFunction;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.state.FlavorState;
import org.flavorwaves.physics.state.WaveVector;

/** The waves at t = 0, made when their background is known. */
@FunctionalInterface
public interface InitialWaves {
    /**
     * The waves.
     *
     * @param background the mixing equilibrium at t = 0
     * @param box the box
     * @param bands the bands of the waves 1 to n at t = 0, solved for when asked for
     * @return P_{i,n} of n = 1..nMax
     */
    WaveFunction[] on(Background background, BoxModes box, IntFunction<WaveBasis> bands);

    /**
     * A single wave.
     *
     * @param n its number
     * @param band its band, or -1 for the fastest growing one of this n
     * @param amplitude |A| &gt;= 0; the phase is 0
     * @return the waves
     */
    static InitialWaves single(final int n, final int band, final double amplitude) {
        requireAmplitude(amplitude);
        return (background, box, bands) -> {
            final int count = 3 * background.size();
            if (n < 1 || n > box.nMax() || band < -1 || band >= count) {
                throw new IllegalArgumentException("There is no band " + band + " of wave n = " + n + "; n goes from 1"
                    + " to " + box.nMax() + " and bands from 0 to " + (count - 1) + ".");
            }
            final WaveBasis basis = bands.apply(n);
            int b = Math.max(0, band);
            for (int other = 0; band < 0 && other < count; other++) {
                if (basis.omegaIm(basis.index(n, other)) > basis.omegaIm(basis.index(n, b))) {
                    b = other;
                }
            }
            final double[] phi = new double[2 * basis.size()];
            phi[2 * basis.index(n, b)] = amplitude;
            final WaveFunction[] waves = none(background, box);
            waves[n - 1] = basis.wave(phi, n);
            return waves;
        };
    }

    /**
     * Every band of every wave with the same action |A|^2 and a random phase.
     *
     * @param amplitude |A| &gt;= 0
     * @param seed of the phases
     * @return the waves
     */
    static InitialWaves uniform(final double amplitude, final long seed) {
        requireAmplitude(amplitude);
        return (background, box, bands) -> {
            final Random random = new Random(seed);
            final WaveBasis basis = bands.apply(box.nMax());
            final double[] phi = new double[2 * basis.size()];
            for (int at = 0; at < basis.size(); at++) {
                final double phase = 2 * Math.PI * random.nextDouble();
                phi[2 * at] = amplitude * Math.cos(phase);
                phi[2 * at + 1] = amplitude * Math.sin(phase);
            }
            return basis.waves(phi);
        };
    }

    /**
     * Random tilts: in every wave every polarization vector has a random component across itself, normally distributed
     * with standard deviation amplitude |P_i| in each of its four real numbers, so that |P_i| is the same everywhere to
     * first order.
     *
     * @param amplitude relative size &gt;= 0
     * @param seed of the numbers
     * @return the waves
     */
    static InitialWaves randomTilts(final double amplitude, final long seed) {
        requireAmplitude(amplitude);
        return (background, box, bands) -> {
            final Random random = new Random(seed);
            final WaveFunction[] waves = new WaveFunction[box.nMax()];
            for (int w = 0; w < waves.length; w++) {
                waves[w] = tilt(background.state(), amplitude, random);
            }
            return waves;
        };
    }

    /**
     * The waves of a resolved field of the same box, so that both theories start alike.
     *
     * @param field a field that varies along the axis of the box, which must be x, y or z
     * @return the harmonics n = 1..nMax; others of the field are left out
     */
    static InitialWaves ofField(final BoxField field) {
        return (background, box, bands) -> {
            final WaveVector axis = box.axis();
            final double[] components = {axis.kx(), axis.ky(), axis.kz()};
            int along = 0;
            while (along < 3 && components[along] != 1) {
                along++;
            }
            if (along == 3 || field.grid().length(along) != box.length() || field.size() != background.size()) {
                throw new IllegalArgumentException("The field must have the modes of the state and vary along the axis"
                    + " of the box, x, y or z, with its length " + box.length() + ".");
            }
            final WaveFunction[] waves = none(background, box);
            for (int n = 1; n <= Math.min(waves.length, field.grid().cutoff(along)); n++) {
                waves[n - 1] = field.wave(box.harmonic(field.grid(), n));
            }
            return waves;
        };
    }

    private static WaveFunction[] none(final Background background, final BoxModes box) {
        final WaveFunction[] waves = new WaveFunction[box.nMax()];
        Arrays.setAll(waves, w -> new WaveFunction(new double[3 * background.size()],
            new double[3 * background.size()]));
        return waves;
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
