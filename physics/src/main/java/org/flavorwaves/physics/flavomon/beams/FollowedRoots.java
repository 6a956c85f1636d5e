package org.flavorwaves.physics.flavomon.beams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector;

/**
 * Growing waves of beams at a list of wave numbers, followed by Newton's method or with their null vectors while the
 * lepton numbers of the beams change. Every wave number has a few slots, each for one wave: a slot keeps its wave from
 * one accepted state to the next, is idle once its wave stops growing, and may take it up again or take another one
 * when all roots are searched anew. Not thread-safe.
 */
public final class FollowedRoots {
    /** Waves that a wave number of rings has room for: more grow with three crossings at least (FW beam-fractions). */
    public static final int SLOTS = 2;

    /** The same of directions on the sphere, whose waves may be transverse too. */
    public static final int SPHERE_SLOTS = 4;

    /** Lowest growth rate in units of sum |g|. */
    private static final double FLOOR = 1e-7;

    /** Farthest that a root may move between accepted states, in units of sum |g|. */
    private static final double REACH = 0.1;

    /** Distance below which two roots are one, in units of sum |g|. */
    private static final double SAME = 1e-8;

    private final int m_slots;

    private final Dispersion m_dispersion;

    private final MovedWave m_moved;

    private double m_strength;

    /** By wave number. */
    private final boolean[] m_lost;

    private final int m_stateSize;

    /** State of each slot at the last accepted medium; imaginary part 0 where it does not grow. */
    private final double[] m_anchor;

    private final double[] m_now;

    private final double[] m_room;

    /**
     * Idle slots for all wave numbers.
     *
     * @param sector longitudinal or transverse
     * @param v cos theta of the beams, all different
     * @param waveNumbers number of wave numbers
     */
    public FollowedRoots(final Sector sector, final double[] v, final int waveNumbers) {
        this(new BeamDispersion(sector, v), SLOTS, waveNumbers);
    }

    /**
     * Idle slots of waves along z of beams in any directions (FW sphere-waves).
     *
     * @param v velocities of the beams, all different, [axis][beam]
     * @param waveNumbers number of wave numbers
     */
    public FollowedRoots(final double[][] v, final int waveNumbers) {
        this(new SphereDispersion(v), SPHERE_SLOTS, waveNumbers);
    }

    private FollowedRoots(final Dispersion dispersion, final int slots, final int waveNumbers) {
        m_dispersion = dispersion;
        m_moved = new MovedWave(dispersion);
        m_slots = slots;
        m_stateSize = dispersion.stateSize();
        m_anchor = new double[m_stateSize * slots * waveNumbers];
        m_now = m_anchor.clone();
        m_room = new double[m_stateSize];
        m_lost = new boolean[waveNumbers];
    }

    /**
     * Slots of a wave number.
     *
     * @return {@value #SLOTS} of rings, {@value #SPHERE_SLOTS} of directions; slot j belongs to wave number j / slots
     */
    public int slots() {
        return m_slots;
    }

    /**
     * The number of slots.
     *
     * @return {@link #slots()} times the number of wave numbers
     */
    public int size() {
        return m_anchor.length / m_stateSize;
    }

    /**
     * Changes the medium.
     *
     * @param g lepton numbers of the beams, in the unit of the potentials
     */
    public void setNumbers(final double[] g) {
        m_strength = 0;
        for (final double number : g) {
            m_strength += Math.abs(number);
        }
        m_dispersion.setNumbers(g);
    }

    private boolean isGrowing(final double[] states, final int slot) {
        return states[m_stateSize * slot + 1] > 0;
    }

    private double distance(final double[] states, final int slot, final double re, final double im) {
        return Math.hypot(states[m_stateSize * slot] - re, states[m_stateSize * slot + 1] - im);
    }

    /** Whether another growing wave of its wave number has the frequency of a slot. */
    private boolean isPair(final double[] states, final int slot) {
        final int at = m_stateSize * slot;
        boolean pair = false;
        for (int j = slot / m_slots * m_slots; m_dispersion.hasPairs() && j < (slot / m_slots + 1) * m_slots; j++) {
            pair |= j != slot && isGrowing(states, j) && distance(states, j, states[at], states[at + 1]) < same();
        }
        return pair;
    }

    /** Distance below which two roots are one. */
    double same() {
        return SAME * m_strength;
    }

    /**
     * Moves the wave of a slot to the present medium; {@link #moved()} is that one then.
     *
     * @param slot index of the slot
     * @param k shifted wave number
     * @return whether the slot has a growing wave
     */
    public boolean move(final int slot, final double k) {
        final int at = m_stateSize * slot;
        m_now[at + 1] = 0;
        if (!isGrowing(m_anchor, slot)) {
            return false;
        }
        if (!m_dispersion.solve(k, m_anchor, at, REACH * m_strength, isPair(m_anchor, slot)) || hasStrayed(slot)
            || isTaken(m_now, slot / m_slots * m_slots, slot)) {
            m_lost[slot / m_slots] = true;
            return false;
        }
        m_dispersion.save(m_now, at);
        if (!(m_dispersion.im() > FLOOR * m_strength)) {
            m_now[at + 1] = 0;
        }
        return isGrowing(m_now, slot);
    }

    /** Whether the root that was solved last is, by frequency and field, rather that of another slot than of one. */
    private boolean hasStrayed(final int slot) {
        final double own = distance(m_anchor, slot, m_dispersion.re(), m_dispersion.im());
        final double parallel = parallel(slot);
        boolean strayed = false;
        for (int j = slot / m_slots * m_slots; j < (slot / m_slots + 1) * m_slots; j++) {
            strayed |= j != slot && isGrowing(m_anchor, j) && parallel(j) >= parallel
                && distance(m_anchor, j, m_dispersion.re(), m_dispersion.im()) < own;
        }
        return strayed;
    }

    private double parallel(final int slot) {
        System.arraycopy(m_anchor, m_stateSize * slot, m_room, 0, m_stateSize);
        return m_dispersion.parallel(m_room);
    }

    /** Whether one of some slots has the root that was solved last; else that is made another one of its frequency. */
    private boolean isTaken(final double[] states, final int from, final int to) {
        boolean taken = false;
        for (int j = from; j < to; j++) {
            if (isGrowing(states, j) && distance(states, j, m_dispersion.re(), m_dispersion.im()) < same()) {
                System.arraycopy(states, m_stateSize * j, m_room, 0, m_stateSize);
                taken |= !m_dispersion.separate(m_room);
            }
        }
        return taken;
    }

    /** Forgets which waves could not be followed. */
    public void watch() {
        Arrays.fill(m_lost, false);
    }

    /**
     * Whether a wave could not be followed since {@link #watch()}; it may grow, but only a search finds it.
     *
     * @return true if Newton's method found nothing near its last frequency, or the wave of another slot
     */
    public boolean hasLost() {
        boolean any = false;
        for (final boolean lost : m_lost) {
            any |= lost;
        }
        return any;
    }

    /**
     * The same for one wave number.
     *
     * @param waveNumber index of the wave number
     * @return whether one of its waves was lost
     */
    public boolean hasLost(final int waveNumber) {
        return m_lost[waveNumber];
    }

    /**
     * Frequency of the wave of a slot.
     *
     * @param slot index of the slot
     * @return shifted Re omega; that of the last growing wave where none grows
     */
    public double re(final int slot) {
        return m_now[m_stateSize * slot];
    }

    /**
     * Growth of the wave of a slot.
     *
     * @param slot index of the slot
     * @return Im omega; 0 where none grows
     */
    public double growth(final int slot) {
        return m_now[m_stateSize * slot + 1];
    }

    /**
     * The wave that was moved last.
     *
     * @return a view of it, which changes with the next move
     */
    public MovedWave moved() {
        return m_moved;
    }

    /** Makes the waves, after all of them were moved, those from which the next ones are followed. */
    public void accept() {
        System.arraycopy(m_now, 0, m_anchor, 0, m_now.length);
    }

    /**
     * Finds all growing waves of the present medium at one wave number, to which those that are known were moved and
     * accepted: they keep their slots; each of the others goes to the idle slot of the closest last frequency and is
     * there from the next move on.
     *
     * @param waveNumber index of the wave number; different ones of rings may be searched by different threads
     * @param k shifted wave number
     */
    public void search(final int waveNumber, final double k) {
        search(waveNumber, k, waveNumber - 1);
    }

    /**
     * The same; a slot on the sphere that had no wave yet counts as one of the frequency of another wave number, so
     * that slots continue each other.
     *
     * @param waveNumber index of the wave number; different ones of rings may be searched by different threads
     * @param k shifted wave number
     * @param like index of the other wave number, negative for none
     */
    public void search(final int waveNumber, final double k, final int like) {
        final int from = m_slots * waveNumber;
        int known = 0;
        for (int j = from; j < from + m_slots; j++) {
            known += isGrowing(m_anchor, j) ? 1 : 0;
            if (m_dispersion.hasPairs() && m_anchor[m_stateSize * j] == 0 && like >= 0) {
                m_anchor[m_stateSize * j] = m_anchor[m_stateSize * (m_slots * like + j - from)];
            }
        }
        if (!m_dispersion.mayBeMore(k, known)) {
            return;
        }
        final List<Complex> roots = m_dispersion.roots(k, FLOOR * m_strength);
        for (int j = from; j < from + m_slots; j++) {
            if (isGrowing(m_anchor, j) && !roots.isEmpty()) {
                roots.remove(closest(roots, m_anchor[m_stateSize * j], m_anchor[m_stateSize * j + 1]));
            }
        }
        for (final Complex root : roots) {
            int best = -1;
            final List<double[]> others = new ArrayList<>();
            for (int j = from; j < from + m_slots; j++) {
                final double re = m_anchor[m_stateSize * j];
                if (!isGrowing(m_anchor, j)) {
                    best = best < 0 || Math.abs(re - root.getReal())
                        < Math.abs(m_anchor[m_stateSize * best] - root.getReal()) ? j : best;
                } else if (distance(m_anchor, j, root.getReal(), root.getImaginary()) < same()) {
                    others.add(Arrays.copyOfRange(m_anchor, m_stateSize * j, m_stateSize * (j + 1)));
                }
            }
            if (best >= 0) {
                m_dispersion.start(k, root, others, m_anchor, m_stateSize * best);
            }
        }
    }

    /** The accepted growth of a slot; 0 where none grows. */
    double accepted(final int slot) {
        return m_anchor[m_stateSize * slot + 1];
    }

    /** The accepted Re omega of a slot; that of the last growing wave where none grows. */
    double acceptedRe(final int slot) {
        return m_anchor[m_stateSize * slot];
    }

    /** Gives the slots from one on the accepted waves of others among them. */
    void permute(final int from, final int... origins) {
        final double[] states =
            Arrays.copyOfRange(m_anchor, m_stateSize * from, m_stateSize * (from + origins.length));
        for (int s = 0; s < origins.length; s++) {
            System.arraycopy(states, m_stateSize * origins[s], m_anchor, m_stateSize * (from + s), m_stateSize);
        }
    }

    /**
     * Continues the growing waves of a neighbouring wave number into the idle slots of one by Newton's method: a search
     * at few wave numbers finds the waves of all between them.
     *
     * @param waveNumber index of the wave number; different ones of rings may be searched by different threads
     * @param k shifted wave number
     * @param neighbour index of the neighbouring wave number
     */
    public void spread(final int waveNumber, final double k, final int neighbour) {
        for (int s = 0; s < m_slots; s++) {
            final int slot = m_slots * waveNumber + s;
            final int from = m_slots * neighbour + s;
            if (!isGrowing(m_anchor, slot) && isGrowing(m_anchor, from)
                && m_dispersion.solve(k, m_anchor, m_stateSize * from, REACH * m_strength, isPair(m_anchor, from))
                && m_dispersion.im() > FLOOR * m_strength
                && !isTaken(m_anchor, m_slots * waveNumber, m_slots * (waveNumber + 1))) {
                m_dispersion.save(m_anchor, m_stateSize * slot);
            }
        }
    }

    /**
     * Puts the growing wave that Newton's method reaches from a guess into the first slot of a wave number.
     *
     * @param waveNumber index of a wave number whose first slot is idle
     * @param k shifted wave number
     * @param re real part of the guess
     * @param im imaginary part of the guess
     */
    public void start(final int waveNumber, final double k, final double re, final double im) {
        m_dispersion.start(k, new Complex(re, im), List.of(), m_room, 0);
        if (m_dispersion.solve(k, m_room, 0, REACH * m_strength, false) && m_dispersion.im() > FLOOR * m_strength) {
            m_dispersion.save(m_anchor, m_stateSize * m_slots * waveNumber);
        }
    }

    private static Complex closest(final List<Complex> roots, final double re, final double im) {
        Complex best = roots.get(0);
        for (final Complex root : roots) {
            if (Math.hypot(root.getReal() - re, root.getImaginary() - im)
                < Math.hypot(best.getReal() - re, best.getImaginary() - im)) {
                best = root;
            }
        }
        return best;
    }

    /**
     * Where the waves of earlier slots are now, after both were moved to the same medium: growing waves in the slot of
     * the closest growing one of their wave number, two that have merged in the same; others in slots that are left.
     *
     * @param before slots for the same wave numbers
     * @return the slot of each earlier one; -1 if none is left for a wave that does not grow
     */
    public int[] successors(final FollowedRoots before) {
        return SlotSuccessors.of(before, this);
    }

    /** Forgets all waves. */
    public void clear() {
        for (int at = 1; at < m_now.length; at += m_stateSize) {
            m_anchor[at] = 0;
            m_now[at] = 0;
        }
    }
}
