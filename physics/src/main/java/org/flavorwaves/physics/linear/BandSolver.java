package org.flavorwaves.physics.linear;

/**
 * Finds all bands at one wave vector with a dense eigensolver, after splitting the problem into the exact blocks of the
 * background (physics specification section 3). Cost for N modes: two problems of size N or less if aligned (modes of
 * equal own frequency enter with the rank of their coupling, so a ring about k counts as three), one of size 2N in
 * mixing equilibrium, one of size 3N otherwise, each cubic.
 */
public final class BandSolver {
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
        final BandBlock[] blocks = new BlockAssembly(background, m_detail != BandDetail.VALUES).solve(k);
        return new BandSet(background, k, BandOrder.byFrequency(blocks), m_detail == BandDetail.VECTORS);
    }

    /**
     * Predicts the memory one {@link #solve} needs at its peak, so that a caller can refuse before it starts.
     *
     * @param background the background
     * @return bytes, an estimate from above
     */
    public long peakBytes(final Background background) {
        final long n = background.size();
        final long largest = switch (background.structure()) {
            case ALIGNED -> n;
            case EQUILIBRIUM -> 2 * n;
            case GENERAL -> 3 * n;
        };
        final long working = 16 * largest * largest * (m_detail == BandDetail.VALUES ? 3 : 8);
        final long kept = switch (background.structure()) {
            case ALIGNED -> 3 * 32 * n * n;
            case EQUILIBRIUM, GENERAL -> 9 * 32 * n * n;
        };
        return working + (m_detail == BandDetail.VALUES ? 0 : kept);
    }
}
