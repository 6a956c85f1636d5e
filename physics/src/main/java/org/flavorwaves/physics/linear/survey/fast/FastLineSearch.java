package org.flavorwaves.physics.linear.survey.fast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.survey.tensors.BeamTensors;
import org.flavorwaves.physics.linear.survey.tensors.PhaseMap;
import org.flavorwaves.physics.linear.survey.tensors.PhaseMap.Estimate;

/** The fastest wave along one direction: a map of all phase velocities, then the maxima of the growth along k. */
public final class FastLineSearch {
    /** Waves of the map that grow less than this part of the best maximum of their polarization are not followed. */
    private static final double PROMISING = 0.6;

    /** Estimates below this part of the fastest wave of their polarization so far are not looked at. */
    private static final double WORTHWHILE = 0.35;

    /** Different waves of the map that are computed. */
    private static final int MAX_WAVES = 10;

    private static final double SAME = 1e-6;

    /** Growth below which a finer map is made. */
    private static final double SLOW = 0.02;

    /** Fewer beams are no smooth medium: their waves are narrow. */
    private static final int FEW = 16;

    /** A continuous medium needs one of so many phase velocities. */
    private static final int SMOOTH = 3;

    /** A finer map that gains more than this part of the growth found another wave. */
    private static final double NOTHING = 1e-3;

    /** Finer maps while the last one found another wave. */
    private static final int MAX_FINER = 2;

    /** Close beams of a few resonate at wave numbers up to this, in units of sum |G|; a smooth medium up to less. */
    private static final double FAR = 8;

    private static final double NEAR = 2;

    /** Waves whose growth is below this many times the lowest of a map are at its edge. */
    private static final double EDGE = 2;

    /**
     * What was found.
     *
     * @param wave the fastest wave, {@link FastWave#NONE} if none is above the floor
     * @param certainty whether there is no faster one
     */
    public record Found(FastWave wave, Certainty certainty) {
    }

    private FastLineSearch() {
    }

    /**
     * A map with the given number of phase velocities, up to four times as many for a few beams, and finer ones if that
     * shows no wave or only a slow one, until one of them finds no other wave.
     *
     * @param tensors the medium along the direction
     * @param velocities number of phase velocities of the map
     * @param floor lowest growth rate, in units of sum |G|
     * @param withTransverse whether waves that break the axial symmetry count
     * @return the fastest wave; uncertain if the finest map still found another one
     */
    public static Found search(final BeamTensors tensors, final int velocities, final double floor,
        final boolean withTransverse) {
        int used = tensors.isContinuous() ? Math.max(8, velocities / SMOOTH) : !isFew(tensors) ? velocities
            : velocities * Math.min(4, 2 * FEW / Math.max(1, tensors.size()));
        FastWave wave = once(tensors, used, floor, withTransverse);
        boolean gained = wave.growth() < SLOW;
        for (int finer = 0; finer < MAX_FINER && gained; finer++) {
            used *= 2;
            final FastWave fine = once(tensors, used, floor, withTransverse);
            gained = fine.growth() > (1 + NOTHING) * wave.growth();
            wave = fine.growth() > wave.growth() ? fine : wave;
        }
        final boolean inside = wave.growth() == 0
            || wave.growth() > EDGE * lowest(tensors, floor) * Math.hypot(wave.k(), wave.omegaRe());
        return new Found(wave, !inside ? Certainty.AT_EDGE : gained ? Certainty.UNCERTAIN : Certainty.COMPLETE);
    }

    private static boolean isFew(final BeamTensors tensors) {
        return !tensors.isContinuous() && tensors.size() < FEW;
    }

    /** Lowest height of a map: the floor at the largest wave number. */
    private static double lowest(final BeamTensors tensors, final double floor) {
        return floor / (isFew(tensors) ? FAR : NEAR);
    }

    /** One map with the given number of phase velocities. */
    static FastWave once(final BeamTensors tensors, final int velocities, final double floor,
        final boolean withTransverse) {
        final List<LineWave> waves = new ArrayList<>();
        for (final Estimate estimate : new PhaseMap(tensors, velocities, lowest(tensors, floor)).waves()) {
            final LineWave wave = new LineWave(tensors);
            if ((withTransverse || !estimate.transverse()) && waves.size() < MAX_WAVES
                && estimate.growth() > WORTHWHILE * fastest(waves, estimate.transverse())
                && wave.start(estimate.k(), estimate.re(), estimate.growth(), estimate.transverse())
                && waves.stream().noneMatch(other -> distance(other, wave) < SAME)) {
                waves.add(wave);
            }
        }
        waves.sort(Comparator.comparingDouble((LineWave w) -> -w.growth()));
        final LineClimb climb = new LineClimb(tensors);
        FastWave best = FastWave.NONE;
        final List<LineWave> hills = new ArrayList<>();
        for (final LineWave wave : waves) {
            if (wave.growth() > PROMISING * fastest(hills, wave.isTransverse())
                && hills.stream().noneMatch(wave::risesTo)) {
                final LineWave top = new LineWave(tensors);
                top.set(climb.climb(wave));
                hills.add(top);
                if (top.growth() > best.growth()) {
                    best = FastWave.of(top);
                }
            }
            hills.add(wave);
        }
        return best.growth() >= floor ? best : FastWave.NONE;
    }

    /** The growth of the fastest wave of one polarization. */
    private static double fastest(final List<LineWave> waves, final boolean transverse) {
        double fastest = 0;
        for (final LineWave wave : waves) {
            fastest = wave.isTransverse() == transverse ? Math.max(fastest, wave.growth()) : fastest;
        }
        return fastest;
    }

    private static double distance(final LineWave a, final LineWave b) {
        return Math.abs(a.k() - b.k()) + Math.hypot(a.omegaRe() - b.omegaRe(), a.growth() - b.growth());
    }
}
