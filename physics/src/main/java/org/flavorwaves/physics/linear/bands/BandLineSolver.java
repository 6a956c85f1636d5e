package org.flavorwaves.physics.linear.bands;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BandsNotConvergedException;
import org.flavorwaves.physics.linear.blocks.BandBlock;
import org.flavorwaves.physics.linear.blocks.BandProblem;
import org.flavorwaves.physics.linear.blocks.BlockSolver;
import org.flavorwaves.physics.linear.blocks.ThreeFlavorProblem;
import org.flavorwaves.physics.linear.blocks.TwoFlavorProblem;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;

/**
 * Finds all bands at a list of wave vectors, in parallel, and then follows each band from point to point, so that a
 * band index is constant along the line. Bands are followed from the first point at which the fewest of them coincide;
 * their numbering is that of {@link BandSolver} at this point. The result does not depend on the number of threads.
 */
public final class BandLineSolver {
    /** The start of the line among which the point with the fewest coinciding bands is chosen. */
    private static final int START_CANDIDATES = 3;

    /** Frequencies and measures of one band. */
    private static final long BYTES_PER_BAND = 160;

    private final BandDetail m_detail;

    /**
     * A solver.
     *
     * @param detail what to compute and keep; at {@link BandDetail#VALUES} bands are not tracked
     */
    public BandLineSolver(final BandDetail detail) {
        m_detail = detail;
    }

    /**
     * Solves for all bands along a line of neighbouring wave vectors.
     *
     * @param background the background
     * @param line wave vectors, at least one, in the units of the potentials
     * @param progress told the share of finished wave vectors
     * @return all bands at all points
     * @throws IllegalArgumentException if the line has no point
     * @throws BandsNotConvergedException if the QR iteration stops making progress
     */
    public BandLine solve(final Background background, final List<WaveVector> line, final Progress progress) {
        return solve(new TwoFlavorProblem(background), line, progress);
    }

    /**
     * Solves for all bands of three flavors along a line of neighbouring wave vectors.
     *
     * @param background the background
     * @param line wave vectors, at least one, in the units of the potentials
     * @param progress told the share of finished wave vectors
     * @return all 8N bands at all points
     * @throws IllegalArgumentException if the line has no point
     * @throws BandsNotConvergedException if the QR iteration stops making progress
     */
    public BandLine solve(final ThreeFlavorBackground background, final List<WaveVector> line,
        final Progress progress) {
        return solve(new ThreeFlavorProblem(background), line, progress);
    }

    private BandLine solve(final BandProblem problem, final List<WaveVector> line, final Progress progress) {
        if (line.isEmpty()) {
            throw new IllegalArgumentException("A line needs at least one wave vector.");
        }
        final BandSet[] sets = new BandSet[line.size()];
        if (m_detail == BandDetail.VALUES) {
            final BandSolver solver = new BandSolver(m_detail);
            ParallelLoop.forEach(line.size(), "Bands", progress,
                p -> sets[p] = solver.solve(problem, line.get(p), progress.standing()));
            return new BandLine(Arrays.asList(sets), false, new double[0][]);
        }
        return new Run(problem, line, progress, sets).solve();
    }

    /**
     * Predicts the memory one {@link #solve} needs at its peak, so that a caller can refuse before it starts.
     *
     * @param background the background
     * @param line the wave vectors
     * @return bytes, an estimate from above
     */
    public long peakBytes(final Background background, final List<WaveVector> line) {
        return peakBytes(new TwoFlavorProblem(background), line);
    }

    /**
     * Predicts the memory one {@link #solve} of three flavors needs at its peak.
     *
     * @param background the background
     * @param line the wave vectors
     * @return bytes, an estimate from above
     */
    public long peakBytes(final ThreeFlavorBackground background, final List<WaveVector> line) {
        return peakBytes(new ThreeFlavorProblem(background), line);
    }

    private long peakBytes(final BandProblem problem, final List<WaveVector> line) {
        final long largest = BandSolver.peakBytes(problem.size(), problem.along(line).largestBlock(), m_detail);
        final int atOnce = m_detail == BandDetail.VECTORS ? line.size() : Math.min(line.size(), chunk());
        return largest * atOnce + BYTES_PER_BAND * problem.size() * line.size();
    }

    private static int chunk() {
        return 2 * Runtime.getRuntime().availableProcessors();
    }

    /** One solution: solves chunks of points in parallel and tracks each chunk in order. */
    private final class Run {
        private final BandProblem m_problem;

        private final List<WaveVector> m_line;

        private final BlockSolver m_assembly;

        private final Progress m_progress;

        private final BandSet[] m_sets;

        private final double[][] m_overlaps;

        private int m_finished;

        Run(final BandProblem problem, final List<WaveVector> line, final Progress progress, final BandSet[] sets) {
            m_problem = problem;
            m_line = line;
            m_assembly = problem.along(line);
            m_progress = progress;
            m_sets = sets;
            m_overlaps = new double[sets.length][];
        }

        BandLine solve() {
            final List<BandBlock[]> candidates = solve(range(0, Math.min(START_CANDIDATES, m_line.size())));
            int start = 0;
            for (int p = 1; p < candidates.size(); p++) {
                if (BandTracker.coinciding(candidates.get(p)) < BandTracker.coinciding(candidates.get(start))) {
                    start = p;
                }
            }
            final BandTracker forward = new BandTracker(candidates.get(start), m_line.get(start));
            final BandTracker backward = new BandTracker(candidates.get(start), m_line.get(start));
            store(start, forward);
            for (int p = start + 1; p < candidates.size(); p++) {
                step(forward, p, candidates.get(p));
            }
            for (int p = start - 1; p >= 0; p--) {
                step(backward, p, candidates.get(p));
            }
            for (int from = candidates.size(); from < m_line.size(); from += chunk()) {
                final int[] points = range(from, Math.min(from + chunk(), m_line.size()));
                final List<BandBlock[]> solved = solve(points);
                for (int c = 0; c < points.length; c++) {
                    step(forward, points[c], solved.get(c));
                }
            }
            return new BandLine(Arrays.asList(m_sets), true, m_overlaps);
        }

        private int[] range(final int from, final int to) {
            return IntStream.range(from, to).toArray();
        }

        private List<BandBlock[]> solve(final int[] points) {
            final BandBlock[][] solved = new BandBlock[points.length][];
            final double total = m_line.size();
            final Progress part = m_progress.part(m_finished / total, (m_finished + points.length) / total);
            ParallelLoop.forEach(points.length, "Bands", part,
                c -> solved[c] = m_assembly.solve(m_line.get(points[c]), part.standing()));
            m_finished += points.length;
            return Arrays.asList(solved);
        }

        private void step(final BandTracker tracker, final int point, final BandBlock[] blocks) {
            tracker.advance(blocks, m_line.get(point),
                m_progress.part(m_finished / (double) m_line.size(), 1).standing());
            store(point, tracker);
        }

        private void store(final int point, final BandTracker tracker) {
            m_sets[point] = new BandSet(m_problem, m_line.get(point), tracker.order(),
                m_detail == BandDetail.VECTORS);
            m_overlaps[point] = tracker.overlaps();
        }
    }
}
