package org.flavorwaves.physics.flavomon.beams;

import java.util.Arrays;
import java.util.List;

import org.apache.commons.math3.complex.Complex;
import org.flavorwaves.physics.flavomon.Sector;

/**
 * Growing waves of beams at a list of wave numbers, followed by Newton's method while the lepton numbers
 * of the beams change. Every wave number has a few slots, each for one wave: a slot keeps its wave from one accepted
 * state to the next, is idle once its wave stops growing, and may take it up again or take another one when all roots
 * are searched anew. Not thread-safe.
 */
public final class FollowedRoots {
    /** Most waves that a wave number may have. */
    public static final int SLOTS = 2;

    /** Lowest growth rate in units of sum |g|. */
    private static final double FLOOR = 1e-7;

    /** Farthest that a root may move between accepted states, in units of sum |g|. */
    private static final double REACH = 0.1;

    /** Distance below which two roots are one, in units of sum |g|. */
    private static final double SAME = 1e-8;

    private final Sector m_sector;

    private final double[] m_v;

    private final double[] m_g;

    private final BeamDispersion m_dispersion;

    private double m_strength;

    private boolean m_lost;

    /** Complex frequency of each slot at the last accepted state; imaginary part 0 where it does not grow. */
    private final double[] m_anchorRe;

    private final double[] m_anchorIm;

    private final double[] m_re;

    private final double[] m_im;

    /**
     * Idle slots for all wave numbers.
     *
     * @param sector longitudinal or transverse
     * @param v cos theta of the beams, all different
     * @param waveNumbers number of wave numbers
     */
    public FollowedRoots(final Sector sector, final double[] v, final int waveNumbers) {
        m_sector = sector;
        m_v = v.clone();
        m_g = new double[v.length];
        m_dispersion = new BeamDispersion(sector, v);
        final int n = SLOTS * waveNumbers;
        m_anchorRe = new double[n];
        m_anchorIm = new double[n];
        m_re = new double[n];
        m_im = new double[n];
    }

    /**
     * The number of slots.
     *
     * @return {@value #SLOTS} times the number of wave numbers; slot j belongs to wave number j / {@value #SLOTS}
     */
    public int size() {
        return m_re.length;
    }

    /**
     * Changes the medium.
     *
     * @param g lepton numbers of the beams, in the unit of the potentials
     */
    public void setNumbers(final double[] g) {
        m_strength = 0;
        for (int c = 0; c < m_v.length; c++) {
            m_g[c] = g[c];
            m_dispersion.setNumber(c, g[c]);
            m_strength += Math.abs(g[c]);
        }
    }

    /**
     * Moves the wave of a slot to the present medium; {@link #response(int)} and {@link #renormalisation()} then belong
     * to it.
     *
     * @param slot index of the slot
     * @param k shifted wave number
     * @return whether the slot has a growing wave
     */
    public boolean move(final int slot, final double k) {
        m_im[slot] = 0;
        if (m_anchorIm[slot] == 0) {
            return false;
        }
        if (!m_dispersion.solve(k, m_anchorRe[slot], m_anchorIm[slot], REACH * m_strength)) {
            m_lost = true;
            return false;
        }
        m_re[slot] = m_dispersion.re();
        if (m_dispersion.im() > FLOOR * m_strength) {
            m_im[slot] = m_dispersion.im();
        }
        return m_im[slot] > 0;
    }

    /** Forgets which waves could not be followed. */
    public void watch() {
        m_lost = false;
    }

    /**
     * Whether a wave could not be followed since {@link #watch()}; it may grow, but only a search finds it.
     *
     * @return true if Newton's method found nothing near its last frequency
     */
    public boolean hasLost() {
        return m_lost;
    }

    /**
     * Frequency of the wave of a slot.
     *
     * @param slot index of the slot
     * @return shifted Re omega; that of the last growing wave where none grows
     */
    public double re(final int slot) {
        return m_re[slot];
    }

    /**
     * Growth of the wave of a slot.
     *
     * @param slot index of the slot
     * @return Im omega; 0 where none grows
     */
    public double growth(final int slot) {
        return m_im[slot];
    }

    /**
     * How strongly a beam feels the wave that was moved last.
     *
     * @param beam index of the beam
     * @return |e.V|^2/|omega - k v|^2
     */
    public double response(final int beam) {
        return m_dispersion.response(beam);
    }

    /**
     * Renormalisation of the wave that was moved last (FR 10).
     *
     * @return Z for sum |e_n|^2 = 1
     */
    public double renormalisation() {
        return m_dispersion.renormalisation();
    }

    /**
     * The square of the field of the wave that was moved last (FR S31).
     *
     * @return e^m* g_mn e^n for sum |e_n|^2 = 1
     */
    public double square() {
        return m_dispersion.square();
    }

    /**
     * How far the wave that was moved last is from merging with another one.
     *
     * @return |sum g (e.V)^2/(omega - k v)^2|
     */
    public double overlap() {
        return m_dispersion.overlap();
    }

    /** Makes the waves, after all of them were moved, those from which the next ones are followed. */
    public void accept() {
        System.arraycopy(m_re, 0, m_anchorRe, 0, m_re.length);
        System.arraycopy(m_im, 0, m_anchorIm, 0, m_im.length);
    }

    /**
     * Finds all growing waves of the present medium at one wave number. Each goes to the slot that has it, else to the
     * idle slot of the closest last frequency, and is there from the next move on.
     *
     * @param waveNumber index of the wave number; different ones may be searched by different threads
     * @param k shifted wave number
     */
    public void search(final int waveNumber, final double k) {
        final List<Complex> roots = GrowingRoots.find(m_sector, m_v, m_g, k, FLOOR * m_strength);
        final int from = SLOTS * waveNumber;
        for (int j = from; j < from + SLOTS; j++) {
            if (m_anchorIm[j] > 0 && !roots.isEmpty()) {
                roots.remove(closest(roots, m_anchorRe[j], m_anchorIm[j]));
            }
        }
        for (final Complex root : roots) {
            int best = -1;
            for (int j = from; j < from + SLOTS; j++) {
                if (m_anchorIm[j] == 0 && (best < 0
                    || Math.abs(m_anchorRe[j] - root.getReal()) < Math.abs(m_anchorRe[best] - root.getReal()))) {
                    best = j;
                }
            }
            if (best >= 0) {
                m_anchorRe[best] = root.getReal();
                m_anchorIm[best] = root.getImaginary();
            }
        }
    }

    /**
     * Continues the growing waves of a neighbouring wave number into the idle slots of one by Newton's method: a search
     * at few wave numbers finds the waves of all between them.
     *
     * @param waveNumber index of the wave number
     * @param k shifted wave number
     * @param neighbour index of the neighbouring wave number
     */
    public void spread(final int waveNumber, final double k, final int neighbour) {
        for (int s = 0; s < SLOTS; s++) {
            final int slot = SLOTS * waveNumber + s;
            final int from = SLOTS * neighbour + s;
            if (m_anchorIm[slot] == 0 && m_anchorIm[from] > 0
                && m_dispersion.solve(k, m_anchorRe[from], m_anchorIm[from], REACH * m_strength)
                && m_dispersion.im() > FLOOR * m_strength && !isTaken(waveNumber)) {
                m_anchorRe[slot] = m_dispersion.re();
                m_anchorIm[slot] = m_dispersion.im();
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
        if (m_dispersion.solve(k, re, im, REACH * m_strength) && m_dispersion.im() > FLOOR * m_strength) {
            m_anchorRe[SLOTS * waveNumber] = m_dispersion.re();
            m_anchorIm[SLOTS * waveNumber] = m_dispersion.im();
        }
    }

    /** Whether a slot of a wave number has the root that was solved last. */
    private boolean isTaken(final int waveNumber) {
        boolean taken = false;
        for (int j = SLOTS * waveNumber; j < SLOTS * (waveNumber + 1); j++) {
            taken |= m_anchorIm[j] > 0 && Math.hypot(m_anchorRe[j] - m_dispersion.re(),
                m_anchorIm[j] - m_dispersion.im()) < SAME * m_strength;
        }
        return taken;
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
        final int[] successors = new int[size()];
        final boolean[] taken = new boolean[size()];
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < successors.length; j++) {
                if (pass == 0) {
                    successors[j] = before.m_im[j] > 0 ? closest(j, before.m_re[j], before.m_im[j]) : -1;
                } else if (successors[j] < 0) {
                    successors[j] = left(j, taken);
                }
                if (successors[j] >= 0) {
                    taken[successors[j]] = true;
                }
            }
        }
        return successors;
    }

    private int closest(final int slot, final double re, final double im) {
        final int from = slot / SLOTS * SLOTS;
        int best = -1;
        for (int j = from; j < from + SLOTS; j++) {
            if (m_im[j] > 0 && (best < 0
                || Math.hypot(re - m_re[j], im - m_im[j]) < Math.hypot(re - m_re[best], im - m_im[best]))) {
                best = j;
            }
        }
        return best;
    }

    private static int left(final int slot, final boolean[] taken) {
        final int from = slot / SLOTS * SLOTS;
        int first = from;
        while (first < from + SLOTS && taken[first]) {
            first++;
        }
        return first < from + SLOTS ? first : -1;
    }

    /** Forgets all waves. */
    public void clear() {
        Arrays.fill(m_anchorIm, 0);
        Arrays.fill(m_im, 0);
    }
}
