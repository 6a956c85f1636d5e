package org.flavorwaves.knime.nodes.survey;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.flavorwaves.knime.table.MomentsCell;
import org.flavorwaves.knime.table.MomentsStream;
import org.flavorwaves.knime.table.StateStream;
import org.flavorwaves.knime.table.StateUnits;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.flavorwaves.physics.linear.survey.StabilitySurvey;
import org.flavorwaves.physics.run.Progress;
import org.flavorwaves.physics.state.Environment;
import org.knime.core.data.DataCell;

/** The cells of a table, of modes or of moments, one after another. */
interface SurveyCells {
    /** Whether there is another cell. */
    boolean hasNext();

    /** Rows that were read so far. */
    long rowsRead();

    /** Reads the next cell. */
    Cell next();

    /** A cell that is not yet checked. */
    interface Cell {
        /** The content of the column cell, empty if the table is not divided. */
        Optional<DataCell> key();

        /** What the cell has in the columns of place and matter. */
        List<DataCell> place();

        /** Checks and assesses it; throws IllegalArgumentException if a row is bad. */
        CellStability assess(Progress progress);
    }

    /** A cell by its key and what assesses it. */
    record Assessed(Optional<DataCell> key, List<DataCell> place, Function<Progress, CellStability> work)
        implements Cell {
        @Override
        public CellStability assess(final Progress progress) {
            return work.apply(progress);
        }
    }

    /** Cells of modes. */
    record Modes(StateStream stream, StabilitySurvey survey, Environment environment, StateUnits units, double deltaM2)
        implements SurveyCells {
        @Override
        public boolean hasNext() {
            return stream.hasNext();
        }

        @Override
        public long rowsRead() {
            return stream.rowsRead();
        }

        @Override
        public Cell next() {
            final StateStream.Cell cell = stream.next();
            return new Assessed(cell.key(), cell.place(),
                progress -> survey.assess(cell.state(units, deltaM2), environment, progress));
        }
    }

    /** Cells of moments. */
    record Moments(MomentsStream stream, StabilitySurvey survey, Environment environment, StateUnits units)
        implements SurveyCells {
        @Override
        public boolean hasNext() {
            return stream.hasNext();
        }

        @Override
        public long rowsRead() {
            return stream.rowsRead();
        }

        @Override
        public Cell next() {
            final MomentsStream.Cell cell = stream.next();
            return new Assessed(cell.key(), cell.place(),
                progress -> survey.assess(potentials(cell.moments()), environment));
        }

        private List<FlavorMoments> potentials(final MomentsCell cell) {
            return cell.bins().stream().map(bin -> bin.times(units.potentialPerWeight())).toList();
        }
    }
}
