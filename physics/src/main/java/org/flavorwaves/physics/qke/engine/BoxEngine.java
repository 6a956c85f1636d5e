package org.flavorwaves.physics.qke.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import org.flavorwaves.physics.qke.field.BoxFft;
import org.flavorwaves.physics.qke.field.BoxField;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.qke.field.MatterProfile;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * The right-hand side of the box in the interaction picture: with P_n = R exp(-i k.v tau - kappa tau) Q_n + S, R the
 * precession about the external Hamiltonian and S what is emitted, advection, external terms, absorption and emission
 * are exact, and dQ/dtau = exp(+i k.v tau + kappa tau) R^-1 (H_nunu x P + delta lambda z x P - D P_perp)_n with the
 * departure delta lambda of the matter potential from its mean, so that neither a large matter potential nor small
 * scales shorten the time steps. O(N log points) for N modes; blocks of modes run in parallel. How modes are divided
 * into blocks depends on N alone, so that results do not depend on the number of threads.
 */
public final class BoxEngine {
    /** Pairs of modes of a block at most: long rows for the vector units, and a block still fits into a cache. */
    private static final int MAX_LANES = 16;

    /** Pairs of modes above which there are two blocks at least, for two cores. */
    private static final int ONE_BLOCK = 8;

    /** Mode-points below which threads cost more than they bring. */
    private static final long PARALLEL_WORK = 2000;

    /** kappa times a step at most: what a slope grows by is its exponential. */
    private static final double LARGEST_ABSORPTION = 20;

    /** Mode-points between reports of progress. */
    private static final long REPORT_WORK = 200_000;

    private final BoxGrid m_grid;

    private final MomentumModes m_modes;

    private final BoxBlock[] m_blocks;

    private final double[][][] m_partial;

    private final double[][] m_scratch;

    /** The departure of the matter potential from its mean at all points; empty if there is none. */
    private final double[] m_matter;

    /** What a unit of it adds to each component of the collective field. */
    private final double[] m_matterVector;

    private final FieldPacking m_packing;

    private final Progress m_progress;

    private long m_evaluations;

    private long m_unreported;

    private double m_fraction;

    /**
     * Prepares a box.
     *
     * @param exact whether the external terms are left to the interaction picture; otherwise they are part of the
     *            right-hand side
     * @param progress told of the evaluations
     */
    public BoxEngine(final BoxGrid grid, final MomentumModes modes, final BoxTerms terms, final boolean exact,
        final Progress progress) {
        m_grid = grid;
        m_modes = modes;
        m_progress = progress;
        m_matter = terms.matter().filter(MatterProfile::varies).map(matter -> matter.departures(grid))
            .orElseGet(() -> new double[0]);
        final int pairs = (modes.size() + 1) / 2;
        final int count = Math.max(pairs > ONE_BLOCK ? 2 : 1, (pairs + MAX_LANES - 1) / MAX_LANES);
        final int lanes = (pairs + count - 1) / count;
        m_blocks = new BoxBlock[count];
        final BoxFft fft = new BoxFft(grid);
        m_packing = terms.packing();
        m_matterVector = terms.matterVector();
        final int components = m_packing.components() * BoxTorque.directions(modes);
        m_partial = new double[count][components][grid.points()];
        m_scratch = new double[count][];
        forEach(b -> {
            final int from = Math.min(modes.size(), 2 * lanes * b);
            m_blocks[b] = new BoxBlock(grid, fft, modes, terms, exact, from,
                Math.min(2 * lanes, modes.size() - from), lanes);
            m_scratch[b] = new double[m_blocks[b].layout().size()];
        });
    }

    /** The harmonics of a block at which the right-hand side is wanted. */
    @FunctionalInterface
    public interface Stage {
        /**
         * Gives them.
         *
         * @param block index of the block
         * @param scratch where they can be computed
         * @return scratch, or another array that holds them; not changed
         */
        double[] of(int block, double[] scratch);
    }

    int blocks() {
        return m_blocks.length;
    }

    BoxBlock block(final int b) {
        return m_blocks[b];
    }

    /** Runs a task for each block. */
    void forEach(final IntConsumer task) {
        final IntStream blocks = IntStream.range(0, m_blocks.length);
        if ((long) m_modes.size() * m_grid.points() < PARALLEL_WORK) {
            blocks.forEach(task);
        } else {
            blocks.parallel().forEach(task);
        }
    }

    /** Harmonics of all blocks, zero. */
    public double[][] zeros() {
        final double[][] y = new double[m_blocks.length][];
        for (int b = 0; b < y.length; b++) {
            y[b] = new double[m_blocks[b].layout().size()];
        }
        return y;
    }

    /** The harmonics of a field by blocks. */
    public double[][] load(final BoxField field) {
        final double[][] y = zeros();
        forEach(b -> m_blocks[b].layout().load(field, y[b]));
        return y;
    }

    /** A field of these harmonics, with all else of another. */
    public BoxField store(final double[][] y, final BoxField like) {
        final double[] re = new double[Math.multiplyExact(m_packing.components() * m_modes.size(), m_grid.harmonics())];
        final double[] im = new double[re.length];
        forEach(b -> m_blocks[b].layout().store(y[b], re, im));
        return like.withHarmonics(re, im);
    }

    /** The number of modes. */
    public int size() {
        return m_modes.size();
    }

    /** Writes one harmonic, 3 numbers a mode. */
    public void store(final double[][] y, final int h, final double[] re, final double[] im) {
        for (int b = 0; b < y.length; b++) {
            m_blocks[b].layout().store(y[b], h, re, im, 0, 1);
        }
    }

    /** The sum of squares of what is free in a lane, on the average. */
    public double meanSquare(final double[][] y) {
        double sum = 0;
        int count = 0;
        for (int b = 0; b < y.length; b++) {
            final double[] lanes = new double[m_blocks[b].lanes()];
            m_blocks[b].addSquares(y[b], m_blocks[b].firstFree(), lanes);
            sum += Arrays.stream(lanes).sum();
            count += lanes.length;
        }
        return sum / count;
    }

    /** Holds the mean along unit vectors, 3 numbers a mode, in a flavor frame that turns faster by a vector. */
    public void hold(final double[] directions, final double[] faster) {
        for (final BoxBlock block : m_blocks) {
            block.hold(directions, faster);
        }
    }

    /** The components of the mean along the directions in which it is held. */
    public double[] lengths(final double[][] y) {
        final double[] lengths = new double[m_modes.size()];
        for (int b = 0; b < y.length; b++) {
            m_blocks[b].lengths(y[b], lengths);
        }
        return lengths;
    }

    /** Makes the mean from its lengths. */
    public void aim(final double[] lengths, final double[][] y) {
        for (int b = 0; b < y.length; b++) {
            m_blocks[b].aim(lengths, y[b]);
        }
    }

    /** What advection and decay do to all blocks in a time. */
    public Phases[] phases(final double tau) {
        final Phases[] phases = new Phases[m_blocks.length];
        forEach(b -> phases[b] = m_blocks[b].phases(tau));
        return phases;
    }

    /** R y exp(-i k.v tau - kappa tau) + S in place. */
    void advance(final double[][] y, final Phases[] phases) {
        forEach(b -> m_blocks[b].advance(y[b], phases[b], true));
    }

    /** The same without S, for a slope. */
    void advanceSlope(final double[][] slope, final Phases[] phases) {
        forEach(b -> m_blocks[b].advance(slope[b], phases[b], false));
    }

    /** The longest step, in which absorption does not lose the digits of the slopes; infinite without absorption. */
    public double longestStep() {
        double kappa = 0;
        for (final BoxBlock block : m_blocks) {
            kappa = Math.max(kappa, block.largestAbsorption());
        }
        return LARGEST_ABSORPTION / kappa;
    }

    /** A bound of what turns and damps any mode in the interaction picture, from above; positive. */
    public double precessionBound(final double[][] y) {
        double own = Double.MIN_NORMAL;
        double mutual = 0;
        for (int b = 0; b < m_blocks.length; b++) {
            own = Math.max(own, m_blocks[b].torqueBound());
            mutual += m_blocks[b].selfInteractionBound(y[b]);
        }
        return own + mutual + Arrays.stream(m_matter).map(Math::abs).max().orElse(0);
    }

    /** The right-hand side with advection, d P/dt, of a box whose external terms are not left to the picture. */
    public double[][] derivative(final double[][] y) {
        final double[][] rate = zeros();
        evaluate(phases(0), (b, scratch) -> y[b], rate);
        forEach(b -> {
            m_blocks[b].addAdvection(y[b], rate[b]);
            m_blocks[b].addEmission(rate[b]);
        });
        return rate;
    }

    /** How much of the work is done, for the reports. */
    public void setFraction(final double fraction) {
        m_fraction = fraction;
    }

    /** How often the right-hand side was evaluated. */
    public long evaluations() {
        return m_evaluations;
    }

    /** dQ/dtau at Q = stage. */
    public void evaluate(final Phases[] phases, final Stage stage, final double[][] out) {
        evaluate(phases, stage, out, b -> { });
    }

    /** The same, and what is done with it in each block as long as it is in the cache. */
    void evaluate(final Phases[] phases, final Stage stage, final double[][] out, final IntConsumer then) {
        report();
        forEach(b -> {
            m_blocks[b].toPoints(stage.of(b, m_scratch[b]), phases[b]);
            for (final double[] component : m_partial[b]) {
                Arrays.fill(component, 0);
            }
            m_blocks[b].addCollective(m_partial[b]);
        });
        final double[][] field = m_partial[0];
        for (int b = 1; b < m_blocks.length; b++) {
            for (int c = 0; c < field.length; c++) {
                add(m_partial[b][c], 1, field[c]);
            }
        }
        for (int a = 0; a < m_matterVector.length && m_matter.length > 0; a++) {
            if (m_matterVector[a] != 0) {
                add(m_matter, m_matterVector[a], field[a]);
            }
        }
        forEach(b -> {
            m_blocks[b].toHarmonics(field, phases[b], out[b]);
            then.accept(b);
        });
        m_evaluations++;
    }

    private static void add(final double[] from, final double factor, final double[] to) {
        for (int p = 0; p < to.length; p++) {
            to[p] += factor * from[p];
        }
    }

    private void report() {
        m_unreported += (long) m_modes.size() * m_grid.points();
        if (m_unreported >= REPORT_WORK) {
            m_unreported = 0;
            m_progress.report(m_fraction, "Evolving the box");
        }
    }
}
