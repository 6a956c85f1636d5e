package org.flavorwaves.physics.linear.survey.fast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.linear.survey.fast.PhaseMap.Estimate;

/** The fastest wave along one direction: a map of all phase velocities, then the maxima of the growth along k. */
public final class FastLineSearch {
    /** Waves of the map that grow less than this part of the best maximum are not followed. */
    private static final double PROMISING = 0.6;

    /** Estimates below this part of the fastest wave so far are not looked at. */
    private static final double WORTHWHILE = 0.35;

    /** Different waves of the map that are computed. */
    private static final int MAX_WAVES = 10;

    private static final double SAME = 1e-6;

    /** Growth below which a finer map is made. */
    private static final double SLOW = 0.02;

    /** Fewer beams are no smooth medium: their waves are narrow. */
    private static final int FEW = 16;

    private FastLineSearch() {
    }

    /**
     * A map with the given number of phase velocities, up to four times as many for a few beams, and a finer one if
     * that shows no wave or only a slow one.
     *
     * @param tensors the medium along the direction
     * @param velocities number of phase velocities of the map
     * @param floor lowest growth rate, in units of sum |G|
     * @param withTransverse whether waves that break the axial symmetry count
     * @return the fastest wave, {@link FastWave#NONE} if none is above the floor
     */
    public static FastWave search(final BeamTensors tensors, final int velocities, final double floor,
        final boolean withTransverse) {
        final int used = tensors.size() >= FEW ? velocities
            : velocities * Math.min(4, 2 * FEW / Math.max(1, tensors.size()));
        final FastWave wave = once(tensors, used, floor, withTransverse);
        if (wave.growth() >= SLOW) {
            return wave;
        }
        final FastWave fine = once(tensors, 2 * used, floor, withTransverse);
        return fine.growth() > wave.growth() ? fine : wave;
    }

    /** One map with the given number of phase velocities. */
    static FastWave once(final BeamTensors tensors, final int velocities, final double floor,
        final boolean withTransverse) {
        final List<LineWave> waves = new ArrayList<>();
        for (final Estimate estimate : new PhaseMap(tensors, velocities, floor).waves()) {
            final LineWave wave = new LineWave(tensors);
            if ((withTransverse || !estimate.transverse()) && waves.size() < MAX_WAVES
                && estimate.growth() > WORTHWHILE * fastest(waves)
                && wave.start(estimate.k(), estimate.re(), estimate.growth(), estimate.transverse())
                && waves.stream().noneMatch(other -> distance(other, wave) < SAME)) {
                waves.add(wave);
            }
        }
        waves.sort(Comparator.comparingDouble((LineWave w) -> -w.growth()));
        final LineClimb climb = new LineClimb(tensors);
        FastWave best = FastWave.NONE;
        for (final LineWave wave : waves) {
            if (wave.growth() > PROMISING * best.growth()) {
                final LineWave top = climb.climb(wave);
                if (top.growth() > best.growth()) {
                    best = FastWave.of(top);
                }
            }
        }
        return best.growth() >= floor ? best : FastWave.NONE;
    }

    private static double fastest(final List<LineWave> waves) {
        double fastest = 0;
        for (final LineWave wave : waves) {
            fastest = Math.max(fastest, wave.growth());
        }
        return fastest;
    }

    private static double distance(final LineWave a, final LineWave b) {
        return Math.abs(a.k() - b.k()) + Math.hypot(a.omegaRe() - b.omegaRe(), a.growth() - b.growth());
    }
}
