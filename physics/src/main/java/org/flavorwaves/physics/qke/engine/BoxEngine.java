package org.flavorwaves.physics.qke.engine;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
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
 * scales shorten the time steps. O(N log points) for N modes.
 *
 * <p>Threads share the groups of harmonics, and then the points ({@link BoxFft}): at a point the collective numbers are
 * there as soon as its modes are, so that its torque and its way back to harmonics follow in the cache. How modes are
 * divided into blocks and harmonics into tasks does not depend on the number of threads, so that results do not.
 */
public final class BoxEngine {
    /** Pairs of modes of a block at most: long rows for the vector units, and two sections still fit into a cache. */
    private static final int MAX_LANES = 32;

    /** Tasks of a kind at most. */
    private static final int TASKS = 8;

    /** Mode-points below which threads cost more than they bring. */
    private static final long PARALLEL_WORK = 12_000;

    /** kappa times a step at most: what a slope grows by is its exponential. */
    private static final double LARGEST_ABSORPTION = 20;

    /** Mode-points between reports of progress. */
    private static final long REPORT_WORK = 200_000;

    private final BoxGrid m_grid;

    private final MomentumModes m_modes;

    private final BoxFft m_fft;

    /** The blocks, for each task with scratch of their own: [task][block]. */
    private final BoxBlock[][] m_tasks;

    /** The blocks of the first task. */
    private final BoxBlock[] m_blocks;

    /** The group with which each task begins. */
    private final int[] m_groups;

    /** The collective numbers at a point, [task][component]. */
    private final double[][] m_fields;

    private final double[][] m_scratch;

    /** The departure of the matter potential from its mean at all points; empty if there is none. */
    private final double[] m_matter;

    /** What a unit of it adds to each component of the collective field. */
    private final double[] m_matterVector;

    private final FieldPacking m_packing;

    private final Progress m_progress;

    private long m_evaluations;

    /** Whether groups are visited from the last one on. */
    private boolean m_back;

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
        final int count = Math.max(1, (pairs + MAX_LANES - 1) / MAX_LANES);
        final int lanes = (pairs + count - 1) / count;
        m_fft = new BoxFft(grid);
        m_packing = terms.packing();
        m_matterVector = terms.matterVector();
        m_groups = groups();
        m_fields = new double[m_groups.length - 1][m_packing.components() * BoxTorque.directions(modes)];
        m_tasks = new BoxBlock[m_fields.length][count];
        m_blocks = m_tasks[0];
        m_scratch = new double[count][];
        for (int b = 0; b < count; b++) {
            final int from = Math.min(modes.size(), 2 * lanes * b);
            final BlockLayout layout = new BlockLayout(grid, m_fft.slots(), m_packing, from,
                Math.min(2 * lanes, modes.size() - from), lanes);
            final BlockRows rows = new BlockRows(grid, m_fft, layout);
            for (final BoxBlock[] blocks : m_tasks) {
                blocks[b] = new BoxBlock(m_fft, modes, terms, exact, layout, rows.shared());
            }
            m_scratch[b] = new double[layout.size()];
        }
    }

    /** The group with which each task begins, with about as many harmonics each, and the number of groups. */
    private int[] groups() {
        final int count = Math.min(TASKS, m_fft.groups());
        final int[] starts = new int[count + 1];
        for (int t = 1; t <= count; t++) {
            starts[t] = starts[t - 1];
            while (m_fft.firstSlot(starts[t]) < (long) m_grid.harmonics() * t / count) {
                starts[t]++;
            }
        }
        starts[count] = m_fft.groups();
        return starts;
    }

    int blocks() {
        return m_blocks.length;
    }

    BoxBlock block(final int b) {
        return m_blocks[b];
    }

    /** Some of the numbers of a block. */
    @FunctionalInterface
    interface Range {
        /** Works on the numbers from one to below another; each task has its own. */
        void accept(int task, int block, int from, int to);
    }

    /** The number of tasks. */
    int tasks() {
        return m_tasks.length;
    }

    /** Runs through all numbers of all blocks. */
    void forEach(final Range range) {
        run(m_tasks.length, t -> {
            for (int b = 0; b < m_blocks.length; b++) {
                range.accept(t, b, m_blocks[b].start(m_groups[t]), m_blocks[b].start(m_groups[t + 1]));
            }
        });
    }

    /** A group of harmonics of a block. */
    @FunctionalInterface
    private interface Group {
        void accept(BoxBlock block, int index, int group);
    }

    /** To and fro: what was visited last is still in the cache. */
    private void forEachGroup(final Group action) {
        m_back = !m_back;
        run(m_tasks.length, t -> {
            final int count = m_groups[t + 1] - m_groups[t];
            for (int n = 0; n < m_blocks.length * count; n++) {
                final int place = m_back ? m_blocks.length * count - 1 - n : n;
                action.accept(m_tasks[t][place / count], place / count, m_groups[t] + place % count);
            }
        });
    }

    private void run(final int count, final IntConsumer task) {
        final IntStream tasks = IntStream.range(0, count);
        if ((long) m_modes.size() * m_grid.points() < PARALLEL_WORK) {
            tasks.forEach(task);
        } else {
            tasks.parallel().forEach(task);
        }
    }

    /** An array for each block, as long as its numbers. */
    double[] scratch(final int block) {
        return m_scratch[block];
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
        run(y.length, b -> m_blocks[b].layout().load(field, y[b]));
        return y;
    }

    /** A field of these harmonics, with all else of another. */
    public BoxField store(final double[][] y, final BoxField like) {
        final double[] re = new double[Math.multiplyExact(m_packing.components() * m_modes.size(), m_grid.harmonics())];
        final double[] im = new double[re.length];
        run(y.length, b -> m_blocks[b].layout().store(y[b], re, im));
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
            m_blocks[b].addSquares(y[b], m_blocks[b].firstFree(), y[b].length, lanes);
            sum += Arrays.stream(lanes).sum();
            count += lanes.length;
        }
        return sum / count;
    }

    /** Holds the mean along unit vectors, 3 numbers a mode, in a flavor frame that turns faster by a vector. */
    public void hold(final double[] directions, final double[] faster) {
        for (final BoxBlock[] blocks : m_tasks) {
            for (final BoxBlock block : blocks) {
                block.hold(directions, faster);
            }
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
        run(phases.length, b -> phases[b] = m_blocks[b].phases(tau));
        return phases;
    }

    /** R y exp(-i k.v tau - kappa tau) + S in place. */
    void advance(final double[][] y, final Phases[] phases) {
        forEachGroup((block, b, group) -> block.advance(group, y[b], phases[b], true));
    }

    /** The same without S, for a slope. */
    void advanceSlope(final double[][] slope, final Phases[] phases) {
        forEachGroup((block, b, group) -> block.advance(group, slope[b], phases[b], false));
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
        evaluate(phases(0), (b, from, to, scratch) -> y[b], rate);
        run(rate.length, b -> {
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
    void evaluate(final Phases[] phases, final Stage stage, final double[][] out) {
        put(phases, stage);
        evaluate(phases, out, b -> SlopeUse.NONE);
    }

    /** Prepares an evaluation. */
    void put(final Phases[] phases, final Stage stage) {
        forEachGroup((block, b, group) -> {
            final double[] y = stage.of(b, block.start(group), block.start(group + 1), m_scratch[b]);
            block.put(group, y, phases[b]);
        });
    }

    /**
     * dQ/dtau at the Q that was put.
     *
     * @param phases those with which it was put
     * @param out set to it
     * @param use what is done with it in each block; several threads ask for parts of their own
     */
    void evaluate(final Phases[] phases, final double[][] out, final IntFunction<SlopeUse> use) {
        report();
        final int columns = m_fft.columns();
        final int side = m_fft.columnsAtOnce(m_blocks.length);
        run(m_tasks.length, t -> {
            final int end = share(columns, t + 1);
            for (int c = share(columns, t); c < end; c += side) {
                turn(m_tasks[t], c, Math.min(end, c + side), m_fields[t]);
            }
        });
        final SlopeUse[] uses = IntStream.range(0, m_blocks.length).mapToObj(use).toArray(SlopeUse[]::new);
        forEachGroup((block, b, group) -> block.toHarmonics(group, phases[b], out[b], uses[b]));
        m_evaluations++;
    }

    private int share(final int columns, final int task) {
        return (int) ((long) columns * task / m_tasks.length);
    }

    /** The torque at the points of columns. */
    private void turn(final BoxBlock[] blocks, final int from, final int to, final double[] field) {
        for (final BoxBlock block : blocks) {
            block.rows().joinColumns(from, to);
        }
        for (int first = from; first < m_grid.points(); first += m_fft.columns()) {
            for (int point = first; point < first + to - from; point++) {
                turn(blocks, point, field);
            }
        }
        for (final BoxBlock block : blocks) {
            block.rows().splitColumns(from, to);
        }
    }

    /** The torque at a point. */
    private void turn(final BoxBlock[] blocks, final int point, final double[] field) {
        Arrays.fill(field, 0);
        for (final BoxBlock block : blocks) {
            block.torque().addCollective(block.rows(), point, field);
        }
        for (int a = 0; a < m_matterVector.length && m_matter.length > 0; a++) {
            field[a] += m_matterVector[a] * m_matter[point];
        }
        for (final BoxBlock block : blocks) {
            block.torque().apply(block.rows(), point, field);
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
