package org.flavorwaves.knime.nodes.survey;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.flavorwaves.knime.nodes.PairChoice;
import org.flavorwaves.knime.table.MassSplittings;
import org.flavorwaves.knime.table.StateColumns;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.knime.table.moments.MomentsCell;
import org.flavorwaves.knime.table.moments.MomentsStream;
import org.flavorwaves.knime.table.stream.CellStream;
import org.flavorwaves.knime.table.stream.StateStream;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.flavorwaves.physics.threeflavor.PairSector;
import org.flavorwaves.physics.threeflavor.ThreeFlavorBackground;
import org.flavorwaves.physics.threeflavor.ThreeFlavorEnvironment;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;
import org.knime.core.data.DataCell;

/** The cells of a table, of modes or of moments, one after another. */
interface SurveyCells {
    /** Where they come from. */
    CellStream<?> stream();

    /** Whether there is another cell. */
    default boolean hasNext() {
        return stream().hasNext();
    }

    /** Rows that were read so far. */
    default long rowsRead() {
        return stream().rowsRead();
    }

    /** Reads the next cell. */
    Cell next();

    /** A cell that is not yet checked. */
    interface Cell {
        /** The content of the column cell, empty if the table is not divided. */
        Optional<DataCell> key();

        /** What the cell has in the columns of place and matter. */
        List<DataCell> place();

        /** Checks and assesses it; throws IllegalArgumentException if a row is bad. */
        Result assess(Progress progress);
    }

    /** The stability of a cell; with three flavors that of its fastest pair, or of all together. */
    record Result(CellStability stability, Optional<String> pair, double leftOut) {
        static Result of(final CellStability stability) {
            return new Result(stability, Optional.empty(), 0);
        }
    }

    /** A cell by its key and what assesses it. */
    record Assessed(Optional<DataCell> key, List<DataCell> place, Function<Progress, Result> work)
        implements Cell {
        @Override
        public Result assess(final Progress progress) {
            return work.apply(progress);
        }
    }

    /** Cells of modes with three flavors, pair by pair, or together where they are coherent. */
    record Pairs(StateStream stream, StabilitySurvey survey, ThreeFlavorEnvironment environment, StateUnits units,
        MassSplittings splittings, PairChoice choice) implements SurveyCells {
        @Override
        public Cell next() {
            final StateStream.Cell cell = stream.next();
            return new Assessed(cell.key(), cell.place(), progress -> assess(cell, progress));
        }

        private Result assess(final StateStream.Cell cell, final Progress progress) {
            final ThreeFlavorState state = cell.threeFlavors(units, splittings);
            final boolean coherent = !state.isDiagonal();
            if (coherent && choice == PairChoice.ALL) {
                return new Result(survey.assess(new ThreeFlavorBackground(state, environment), progress),
                    Optional.of(StateColumns.ALL_PAIRS), 0);
            }
            Optional<Result> fastest = Optional.empty();
            for (final PairSector sector : sectors(cell, coherent ? " " + PairChoice.COHERENT_MEND : "")) {
                final CellStability found = survey.assess(sector.state(), sector.environment(), progress);
                if (fastest.isEmpty() || rank(found) > rank(fastest.get().stability())) {
                    fastest = Optional.of(new Result(found, Optional.of(sector.pair().name()), sector.leftOut()));
                }
            }
            return fastest.get();
        }

        private List<PairSector> sectors(final StateStream.Cell cell, final String mend) {
            try {
                return cell.sectors(units, splittings, environment, choice.pairs());
            } catch (final IllegalArgumentException e) {
                throw new IllegalArgumentException(e.getMessage() + mend, e);
            }
        }

        /** A pair without a result must not be passed over. */
        private static double rank(final CellStability stability) {
            return stability.ok() ? stability.growth() : Double.POSITIVE_INFINITY;
        }
    }

    /** Cells of modes. */
    record Modes(StateStream stream, StabilitySurvey survey, Environment environment, StateUnits units, double deltaM2)
        implements SurveyCells {
        @Override
        public Cell next() {
            final StateStream.Cell cell = stream.next();
            return new Assessed(cell.key(), cell.place(),
                progress -> Result.of(survey.assess(cell.state(units, deltaM2), environment, progress)));
        }
    }

    /** Cells of moments. */
    record Moments(MomentsStream stream, StabilitySurvey survey, Environment environment, StateUnits units)
        implements SurveyCells {
        @Override
        public Cell next() {
            final MomentsStream.Cell cell = stream.next();
            return new Assessed(cell.key(), cell.place(),
                progress -> Result.of(survey.assess(potentials(cell.moments()), environment)));
        }

        private List<FlavorMoments> potentials(final MomentsCell cell) {
            return cell.bins().stream().map(bin -> bin.times(units.potentialPerWeight())).toList();
        }
    }
}
