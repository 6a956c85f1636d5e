package org.flavorwaves.physics.linear.bands;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.linear.blocks.BandBlock;
import org.flavorwaves.physics.linear.blocks.BandProblem;
import org.flavorwaves.physics.linear.blocks.TwoFlavorProblem;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;

/**
 * Finds all bands at one wave vector with a dense eigensolver, after splitting the problem into the exact blocks of the
 * background (JK 48). Cost for N modes: two problems of size N or less if aligned (modes of
 * equal own frequency enter with the rank of their coupling, so a ring about k counts as three), one of size 2N in
 * mixing equilibrium, one of size 3N otherwise, each cubic.
 */
public final class BandSolver {
    private static final long COMPLEX_BYTES = 16;

    /** Matrices of the size of the largest block that are alive at once without and with vectors. */
    private static final long VALUE_COPIES = 4;

    private static final long VECTOR_COPIES = 12;

    private final BandDetail m_detail;

    /**
     * A solver.
     *
     * @param detail what to compute and keep
     */
    public BandSolver(final BandDetail detail) {
        m_detail = detail;
    }

    /**
     * Solves for all bands. Trivial bands come first in the order of their modes, the others follow by rising Re Omega.
     *
     * @param background the background
     * @param k wave vector, in the units of the potentials
     * @return 3N bands
     * @throws BandsNotConvergedException if the QR iteration stops making progress
     */
    public BandSet solve(final Background background, final WaveVector k) {
        return solve(background, k, Progress.NONE);
    }

    /**
     * Solves for all bands. Trivial bands come first in the order of their modes, the others follow by rising Re Omega.
     *
     * @param background the background
     * @param k wave vector, in the units of the potentials
     * @param progress told how far the dense problems are; may cancel them
     * @return 3N bands
     * @throws BandsNotConvergedException if the QR iteration stops making progress
     */
    public BandSet solve(final Background background, final WaveVector k, final Progress progress) {
        return solve(new TwoFlavorProblem(background), k, progress);
    }

    /** Solves for all bands of a problem of two or of three flavors. */
    BandSet solve(final BandProblem problem, final WaveVector k, final Progress progress) {
        final BandBlock[] blocks = problem.blocks(m_detail != BandDetail.VALUES).solve(k, progress);
        return new BandSet(problem, k, BandOrder.byFrequency(blocks), m_detail == BandDetail.VECTORS);
    }

    /** The memory for so many bands with a dense problem of this size. */
    static long peakBytes(final long bands, final long largest, final BandDetail detail) {
        final long copies = detail == BandDetail.VALUES ? VALUE_COPIES : VECTOR_COPIES;
        return COMPLEX_BYTES * (largest * largest * copies + bands * 8);
    }
}
