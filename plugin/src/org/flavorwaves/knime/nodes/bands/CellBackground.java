package org.flavorwaves.knime.nodes.bands;

import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.table.StateCell;
import org.flavorwaves.physics.linear.Background;
import org.flavorwaves.physics.linear.BackgroundStructure;
import org.flavorwaves.physics.linear.bands.BandDetail;
import org.flavorwaves.physics.linear.bands.BandLine;
import org.flavorwaves.physics.linear.bands.BandLineSolver;
import org.flavorwaves.physics.linear.bands.FastestWave;
import org.flavorwaves.physics.linear.bands.FastestWaveSearch;
import org.flavorwaves.physics.linear.collective.OuterGrowth;
import org.flavorwaves.physics.linear.collective.UnstableWave;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.AngularModel;
import org.flavorwaves.physics.state.LeptonNumber;
import org.flavorwaves.physics.state.WaveVector;
import org.flavorwaves.physics.threeflavor.PairSector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;

/** What the node asks of the state of a cell, of two or of three flavors. */
interface CellBackground {
    /** How far the common axis of flavor may be off z. */
    double ALONG = 1e-9;

    /** The lowest growth rate that counts outside the range, in units of the strength of all modes. */
    double LEAST_GROWTH = 1e-3;

    /** The lepton number that wave numbers are measured in. */
    LeptonNumber lepton();

    /** The lepton number that shifts frequencies and wave numbers; empty if flavor has no common axis z. */
    Optional<LeptonNumber> shifting();

    /** The block structure of the problem. */
    BackgroundStructure structure();

    /** All bands at wave vectors. */
    BandLine line(BandLineSolver solver, List<WaveVector> waves, Progress progress);

    /** The fastest wave next to bands of a line. */
    FastestWave fastest(BandDetail detail, WaveVector direction, double[] ks, BandLine line, Progress progress);

    /** The wave outside a range of wave numbers that grows faster than all in it; not of coherent three flavors. */
    Optional<UnstableWave> outside(WaveVector direction, double[] ks, double growth, Progress progress);

    /** Bytes that a line takes. */
    long peakBytes(BandLineSolver solver, List<WaveVector> waves);

    static CellBackground of(final StateCell cell, final FlavorWaveBandsParameters parameters) {
        return cell.threeFlavors().<CellBackground>map(state ->
            new Three(new ThreeFlavorBackground(state, parameters.threeFlavorEnvironment())))
            .orElseGet(() -> new Two(Background.of(cell.state(), parameters.environment())));
    }

    /** The same of one pair of flavors. */
    private static Optional<UnstableWave> outside(final Background background, final WaveVector direction,
        final double[] ks, final double growth, final Progress progress) {
        final double least = Math.max(growth, LEAST_GROWTH * background.strength());
        return least > 0 ? OuterGrowth.beyond(background, direction, ks, least, AngularModel.BEAMS, progress)
            : Optional.empty();
    }

    /** Two flavors. */
    record Two(Background background) implements CellBackground {
        @Override
        public LeptonNumber lepton() {
            return LeptonNumber.of(background.state(), background.environment());
        }

        @Override
        public Optional<LeptonNumber> shifting() {
            return background.structure() == BackgroundStructure.ALIGNED && Math.abs(background.axis(2) - 1) < ALONG
                ? Optional.of(lepton()) : Optional.empty();
        }

        @Override
        public BackgroundStructure structure() {
            return background.structure();
        }

        @Override
        public BandLine line(final BandLineSolver solver, final List<WaveVector> waves, final Progress progress) {
            return solver.solve(background, waves, progress);
        }

        @Override
        public FastestWave fastest(final BandDetail detail, final WaveVector direction, final double[] ks,
            final BandLine line, final Progress progress) {
            return new FastestWaveSearch(detail).search(background, direction, ks, line, progress);
        }

        @Override
        public Optional<UnstableWave> outside(final WaveVector direction, final double[] ks, final double growth,
            final Progress progress) {
            return CellBackground.outside(background, direction, ks, growth, progress);
        }

        @Override
        public long peakBytes(final BandLineSolver solver, final List<WaveVector> waves) {
            return solver.peakBytes(background, waves);
        }
    }

    /** Three flavors. */
    record Three(ThreeFlavorBackground background) implements CellBackground {
        @Override
        public LeptonNumber lepton() {
            return background.leptonNumber();
        }

        @Override
        public Optional<LeptonNumber> shifting() {
            return Optional.empty();
        }

        @Override
        public BackgroundStructure structure() {
            return background.pairs().isEmpty() ? BackgroundStructure.GENERAL : BackgroundStructure.ALIGNED;
        }

        @Override
        public BandLine line(final BandLineSolver solver, final List<WaveVector> waves, final Progress progress) {
            return solver.solve(background, waves, progress);
        }

        @Override
        public FastestWave fastest(final BandDetail detail, final WaveVector direction, final double[] ks,
            final BandLine line, final Progress progress) {
            return new FastestWaveSearch(detail).search(background, direction, ks, line, progress);
        }

        @Override
        public Optional<UnstableWave> outside(final WaveVector direction, final double[] ks, final double growth,
            final Progress progress) {
            Optional<UnstableWave> fastest = Optional.empty();
            final List<PairSector> pairs = background.pairs();
            for (int p = 0; p < pairs.size(); p++) {
                final PairSector pair = pairs.get(p);
                final double least = fastest.map(UnstableWave::growth).orElse(growth);
                final Optional<UnstableWave> faster = CellBackground.outside(
                    Background.of(pair.state(), pair.environment()), direction, ks, least,
                    progress.part((double) p / pairs.size(), (p + 1.0) / pairs.size()));
                fastest = faster.isPresent() ? faster : fastest;
            }
            return fastest;
        }

        @Override
        public long peakBytes(final BandLineSolver solver, final List<WaveVector> waves) {
            return solver.peakBytes(background, waves);
        }
    }
}
