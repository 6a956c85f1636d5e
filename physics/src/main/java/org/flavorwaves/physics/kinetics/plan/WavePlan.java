package org.flavorwaves.physics.kinetics.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.kinetics.Waves;
import org.flavorwaves.physics.kinetics.random.WaveLine;
import org.flavorwaves.physics.kinetics.waves.BoxModes;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Which waves an evolution follows: the box with its largest wave, made from the growing range where the user gave
 * none, and the waves that grow and are left out.
 *
 * @param structure block structure of the background
 * @param range where waves grow at t = 0
 * @param box the box
 * @param given whether the user gave its length
 * @param spacing largest difference of Re Omega of a band between neighbouring waves of the box, in the units of the
 *            potentials
 * @param left number of growing waves of the box beyond its largest wave
 * @param leftGrowth the fastest of them, in the units of the potentials; 0 if there is none
 */
public record WavePlan(BackgroundStructure structure, GrowingRange range, BoxModes box, boolean given, double spacing,
    int left, double leftGrowth) {
    /** Waves of a box that is chosen, over the growing range; no whole number, or a wave would be at its edge. */
    private static final double RANGE_WAVES = 16.3;

    /** Most waves of a box that is chosen up to the end of the growing range. */
    private static final int MOST_WAVES = 64;

    /** Waves beyond the growing range, which the products of growing waves drive. */
    private static final int REACH = 2;

    /** Least and most waves of a box if their number is chosen. */
    private static final int LEAST_CHOSEN = 8;

    private static final int MOST_CHOSEN = 512;

    /** Most waves beyond the largest one that are searched. */
    private static final int MOST_SEARCHED = 200;

    /** Wave numbers of random phases over all growing waves if there is no box. */
    private static final int GROWING_POINTS = 64;

    /** Most wave numbers of random phases between the first and the last growing wave. */
    private static final int MOST_POINTS = 512;

    /** The growing range may widen by this share of its width at each end. */
    private static final double MARGIN = 0.25;

    /**
     * Plans.
     *
     * @param background the mixing equilibrium at t = 0
     * @param axis unit vector along which the box is inhomogeneous
     * @param length L in the inverse of the unit of the potentials, 0 to choose one
     * @param nMax the largest wave, 0 to choose it
     * @param progress told the share of what is done; may cancel
     * @return the plan
     */
    public static WavePlan of(final Background background, final WaveVector axis, final double length, final int nMax,
        final Progress progress) {
        final GrowingRange range = GrowingRange.of(background, axis, length > 0 ? 2 * Math.PI / length : 0,
            progress.part(0, 0.7));
        final double top = range.growth() > 0 ? range.high() : range.searched() / 2;
        final double step = length > 0 ? 2 * Math.PI / length
            : Math.max((top - range.low()) / RANGE_WAVES, top / MOST_WAVES);
        final int largest = nMax > 0 ? nMax
            : (int) Math.max(LEAST_CHOSEN, Math.min(MOST_CHOSEN, Math.ceil(REACH * top / step)));
        final BoxModes box = new BoxModes(length > 0 ? length : 2 * Math.PI / step, axis, largest);
        final List<WaveVector> beyond = new ArrayList<>();
        for (int n = largest + 1; n * step < range.high() && beyond.size() < MOST_SEARCHED; n++) {
            beyond.add(box.k(n));
        }
        final List<Double> left = range.rates(background, beyond, progress.part(0.7, 1));
        return new WavePlan(background.structure(), range, box, length > 0,
            step * fastestAlong(background.state().modes(), axis), left.size(),
            left.stream().mapToDouble(rate -> rate).max().orElse(0));
    }

    private static double fastestAlong(final MomentumModes modes, final WaveVector axis) {
        double fastest = 0;
        for (int i = 0; i < modes.size(); i++) {
            fastest = Math.max(fastest, Math.abs(axis.dot(modes.vx(i), modes.vy(i), modes.vz(i))));
        }
        return fastest;
    }

    /**
     * Whether the waves of the box must be followed with their phases: in a box that the user gave they grow faster
     * than {@link Waves#STRONG} of the spacing of their frequencies.
     *
     * @return true for {@link Waves#FULL}, false for random phases
     */
    public boolean isStrong() {
        return given && range.growth() > Waves.STRONG * spacing;
    }

    /**
     * Why {@link #isStrong} is what it is.
     *
     * @return a phrase
     */
    public String reason() {
        return given ? String.format(Locale.ROOT, "the fastest wave grows at %.3g of the spacing of the frequencies in"
            + " the box, %s %.1f", spacing > 0 ? range.growth() / spacing : Double.NaN,
            isStrong() ? "above" : "not above", Waves.STRONG) : "no box is given";
    }

    /**
     * The wave numbers for random phases: those of the box if the user gave it.
     *
     * @return a line of wave numbers
     */
    public WaveLine line() {
        if (given) {
            return WaveLine.ofBox(box.axis(), box.length(), box.nMax());
        }
        final double high = range.growth() > 0 ? range.high() : range.searched() / 2;
        final double width = high - range.low();
        final double step = range.growth() > 0
            ? Math.max(Math.min(width, range.width()) / GROWING_POINTS, width / MOST_POINTS) : width / GROWING_POINTS;
        final double from = Math.max(0, range.low() - MARGIN * width);
        final int count = (int) Math.ceil((high - from + MARGIN * width) / step);
        return new WaveLine(box.axis(), from + step / 2, step, count);
    }
}
