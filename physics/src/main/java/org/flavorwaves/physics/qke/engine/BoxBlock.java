package org.flavorwaves.physics.qke.engine;

import org.flavorwaves.physics.qke.field.BoxFft;
import org.flavorwaves.physics.qke.field.BoxGrid;
import org.flavorwaves.physics.state.MomentumModes;

/**
 * Up to 2 B modes that are transformed and turned together, with their harmonics stored as {@link BlockLayout} says and
 * their values at points as rows of lanes. Groups of harmonics and columns of points may each be worked on by threads
 * of their own, with blocks that share the rows.
 */
final class BoxBlock {
    private final BoxGrid m_grid;

    private final BoxFft m_fft;

    private final int m_from;

    private final int m_count;

    private final int m_lanes;

    private final BlockLayout m_layout;

    private final BlockRows m_rows;

    /** v of modes j, then of modes B + j: [axis][2 B]. */
    private final double[][] m_velocities;

    private final BoxTorque m_torque;

    private final FieldPacking m_packing;

    /** Unit vectors of modes j, then of modes B + j, along which harmonic 0 is held: [axis][2 B]; see m_held. */
    private final double[][] m_directions;

    private boolean m_held;

    /** A length of the mean of a mode to another. */
    @FunctionalInterface
    private interface HeldLength {
        double of(int mode, double length);
    }

    /**
     * Makes a block.
     *
     * @param exact whether the external terms are left to the precession of an interval; otherwise they are in the
     *            torque
     * @param rows the rows, which no other block of the same thread uses
     */
    BoxBlock(final BoxFft fft, final MomentumModes modes, final BoxTerms terms, final boolean exact,
        final BlockLayout layout, final BlockRows rows) {
        final int from = layout.from();
        final int count = layout.count();
        final int lanes = layout.lanes();
        m_grid = layout.grid();
        m_fft = fft;
        m_from = from;
        m_count = count;
        m_lanes = lanes;
        m_packing = layout.packing();
        m_layout = layout;
        m_rows = rows;
        m_velocities = new double[3][2 * lanes];
        System.arraycopy(modes.vxs(), from, m_velocities[0], 0, count);
        System.arraycopy(modes.vys(), from, m_velocities[1], 0, count);
        System.arraycopy(modes.vzs(), from, m_velocities[2], 0, count);
        m_torque = terms.torque(modes, exact, from, count, lanes);
        m_directions = new double[m_packing.components()][2 * lanes];
    }

    /**
     * Holds harmonic 0: it does not precess and changes its length alone.
     *
     * @param directions unit vectors of all modes of the box, one number a component
     * @param faster change of the angular velocity of the flavor frame, by which all other harmonics precess less
     */
    void hold(final double[] directions, final double[] faster) {
        final int components = m_directions.length;
        for (int c = 0; c < components * m_count; c++) {
            m_directions[c % components][c / components] = directions[components * m_from + c];
        }
        m_torque.turnFrame(faster);
        m_held = true;
    }

    /** Writes the components of harmonic 0 along the directions in which it is held, one for each mode of the box. */
    void lengths(final double[] y, final double[] out) {
        for (int i = 0; i < m_count; i++) {
            out[m_from + i] = length(y, i);
        }
    }

    private double length(final double[] y, final int i) {
        double sum = 0;
        for (int a = 0; a < m_directions.length; a++) {
            sum += m_directions[a][i] * y[mean(i / m_lanes, a) + i % m_lanes];
        }
        return sum;
    }

    /** Makes harmonic 0 of the modes of the block from their lengths, one for each mode of the box. */
    void aim(final double[] lengths, final double[] y) {
        for (int i = 0; i < m_count; i++) {
            aim(lengths[m_from + i], i, y);
        }
    }

    private void aim(final double length, final int i, final double[] y) {
        for (int a = 0; a < m_directions.length; a++) {
            y[mean(i / m_lanes, a) + i % m_lanes] = length * m_directions[a][i];
        }
    }

    /** The first number that measures errors: not those of harmonic 0 if it is held. */
    int firstFree() {
        return m_held ? 2 * m_layout.width() : 0;
    }

    /** Where the numbers of a group of harmonics begin; of the number of groups, where all end. */
    int start(final int group) {
        return 2 * m_layout.width() * m_fft.firstSlot(group);
    }

    /** Where the numbers of the block are stored. */
    BlockLayout layout() {
        return m_layout;
    }

    Phases phases(final double tau) {
        return new Phases(m_grid, m_velocities, m_torque.precession(tau), m_torque.relaxation(tau), tau);
    }

    /** Where the lanes of the mean of a component begin; fields are real, so that it is a part of its family. */
    private int mean(final int second, final int component) {
        return at(m_packing.family(second, component), m_packing.part(second, component), 0);
    }

    private int at(final int family, final int part, final int h) {
        return m_layout.at(family, part, h);
    }

    /** R y exp(-i k.v tau - kappa tau) + S of a group, to the rows, and these on their way to points. */
    void put(final int group, final double[] y, final Phases phases) {
        if (group == 0) {
            putMean(y, phases, true);
        }
        for (final int h : m_fft.pairs(group)) {
            putPair(y, h, phases);
        }
        m_rows.joinGroup(group);
    }

    private void putMean(final double[] y, final Phases phases, final boolean state) {
        m_rows.put(y, 0);
        if (!m_held) {
            m_rows.precess(phases, 0, 0, 1);
            relax(phases, true, state);
        } else if (!phases.relaxation().isNone()) {
            hold((i, length) -> phases.relaxation().relaxed(i, length, state ? emission(i) : 0));
        }
    }

    private void putPair(final double[] y, final int h, final Phases phases) {
        m_rows.put(y, h);
        m_rows.put(y, h + 1);
        m_rows.turn(phases, h, -1, 1);
        m_rows.precess(phases, h, h + 1, 1);
    }

    /** The rows of the block. */
    BlockRows rows() {
        return m_rows;
    }

    /** Its torque. */
    BoxTorque torque() {
        return m_torque;
    }

    /**
     * The harmonics of a group of the torque in the rows times exp(i k.v tau + kappa tau), turned back by R.
     *
     * @param out set to it
     * @param use what is done with it
     */
    void toHarmonics(final int group, final Phases phases, final double[] out, final SlopeUse use) {
        m_rows.splitGroup(group);
        final double share = 1.0 / m_grid.points();
        if (group == 0) {
            meanToHarmonics(phases, share);
            use.before(0, 2 * m_layout.width());
            m_rows.get(out, 0);
            use.after(0, 2 * m_layout.width());
            use.next().ifPresent(next -> putMean(use.state(), next, true));
        }
        for (final int h : m_fft.pairs(group)) {
            pairToHarmonics(h, phases, share, out, use);
        }
        if (use.next().isPresent()) {
            m_rows.joinGroup(group);
        }
    }

    private void pairToHarmonics(final int h, final Phases phases, final double share, final double[] out,
        final SlopeUse use) {
        m_rows.turn(phases, h, 1, share);
        m_rows.precess(phases, h, h + 1, -1);
        final int from = at(0, 0, h);
        final int to = from + 4 * m_layout.width();
        use.before(from, to);
        m_rows.get(out, h);
        m_rows.get(out, h + 1);
        use.after(from, to);
        if (use.next().isPresent()) {
            putPair(use.state(), h, use.next().get());
        }
    }

    private void meanToHarmonics(final Phases phases, final double share) {
        m_rows.scaleMean(share);
        if (m_held) {
            hold(phases.relaxation()::back);
        } else {
            m_rows.precess(phases, 0, 0, -1);
            relax(phases, false, false);
        }
    }

    /** R y exp(-i k.v tau - kappa tau) of a group in place, and + S if y is a state and not a slope. */
    void advance(final int group, final double[] y, final Phases phases, final boolean state) {
        if (group == 0) {
            putMean(y, phases, state);
            m_rows.get(y, 0);
        }
        for (final int h : m_fft.pairs(group)) {
            putPair(y, h, phases);
            m_rows.get(y, h);
            m_rows.get(y, h + 1);
        }
    }

    /** Absorbs the mean in its row and adds what is emitted. */
    private void relax(final Phases phases, final boolean forward, final boolean gain) {
        final Relaxation relaxation = phases.relaxation();
        if (relaxation.isNone()) {
            return;
        }
        for (int second = 0; second < 2; second++) {
            for (int a = 0; a < m_packing.components(); a++) {
                relaxation.relax(second * m_lanes, a, m_rows.mean(second, a), m_rows.meanColumn(second, a), m_lanes,
                    forward, gain);
            }
        }
    }

    /** Keeps the mean in its row along the directions in which it is held, with other lengths. */
    private void hold(final HeldLength change) {
        for (int i = 0; i < m_count; i++) {
            final int second = i / m_lanes;
            final int j = i % m_lanes;
            double length = 0;
            for (int a = 0; a < m_directions.length; a++) {
                length += m_directions[a][i] * m_rows.mean(second, a)[m_rows.meanColumn(second, a) + j];
            }
            final double changed = change.of(i, length);
            for (int a = 0; a < m_directions.length; a++) {
                m_rows.mean(second, a)[m_rows.meanColumn(second, a) + j] = changed * m_directions[a][i];
            }
        }
    }

    /** The emission of a mode along the direction in which its mean is held. */
    private double emission(final int i) {
        double emission = 0;
        for (int a = 0; a < m_directions.length; a++) {
            emission += m_directions[a][i] * m_torque.emission(a, i);
        }
        return emission;
    }

    /** Adds the rate at which emission changes the mean. */
    void addEmission(final double[] out) {
        for (int lane = 0; lane < 2 * m_lanes; lane++) {
            for (int a = 0; a < m_packing.components(); a++) {
                out[mean(lane / m_lanes, a) + lane % m_lanes] += m_torque.emission(a, lane);
            }
        }
    }

    /** Multiplies harmonics by -i k.v and adds them: the rate of change by advection. */
    void addAdvection(final double[] y, final double[] out) {
        for (int f = 0; f < m_packing.families(); f++) {
            final int owner = m_packing.owner(f);
            for (int h = 0; h < m_grid.harmonics(); h++) {
                for (int j = 0; j < m_lanes; j++) {
                    if (owner < 0) {
                        addAdvectionOfPair(f, h, j, y, out);
                    } else {
                        final double a = advection(h, owner * m_lanes + j);
                        out[at(f, 0, h) + j] += a * y[at(f, 1, h) + j];
                        out[at(f, 1, h) + j] -= a * y[at(f, 0, h) + j];
                    }
                }
            }
        }
    }

    private void addAdvectionOfPair(final int f, final int h, final int j, final double[] y, final double[] out) {
        final int g = m_grid.opposite(h);
        final double a = advection(h, j);
        final double b = advection(h, m_lanes + j);
        final double aRe = 0.5 * (y[at(f, 0, h) + j] + y[at(f, 0, g) + j]);
        final double aIm = 0.5 * (y[at(f, 1, h) + j] - y[at(f, 1, g) + j]);
        final double bRe = 0.5 * (y[at(f, 1, h) + j] + y[at(f, 1, g) + j]);
        final double bIm = 0.5 * (y[at(f, 0, g) + j] - y[at(f, 0, h) + j]);
        out[at(f, 0, h) + j] += a * aIm + b * bRe;
        out[at(f, 1, h) + j] += b * bIm - a * aRe;
    }

    private double advection(final int h, final int lane) {
        return m_grid.waveVector(h).dot(m_velocities[0][lane], m_velocities[1][lane], m_velocities[2][lane]);
    }

    /**
     * The sum of squares of the numbers of each lane, from one to below another.
     *
     * @param y harmonics
     * @param sums added to, one a lane
     */
    void addSquares(final double[] y, final int from, final int to, final double[] sums) {
        for (int c = from; c < to; c++) {
            sums[c % m_lanes] += y[c] * y[c];
        }
    }

    /** A bound of the nu-nu part of any |H| that these modes make, f_ij being at most 2. */
    double selfInteractionBound(final double[] y) {
        final double[] squares = new double[m_lanes];
        addSquares(y, 0, y.length, squares);
        double bound = 0;
        for (int j = 0; j < m_lanes; j++) {
            bound += 2 * m_torque.coupling(j) * Math.sqrt(squares[j]);
        }
        return bound;
    }

    /** The largest damping, and external |H_i| if it is in the torque. */
    double torqueBound() {
        return m_torque.bound();
    }

    /** The largest kappa. */
    double largestAbsorption() {
        return m_torque.largestAbsorption();
    }

    /** The number of lanes. */
    int lanes() {
        return m_lanes;
    }
}
