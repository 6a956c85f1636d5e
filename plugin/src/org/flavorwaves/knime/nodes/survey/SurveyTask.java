package org.flavorwaves.knime.nodes.survey;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.knime.nodes.cost.Watched;
import org.flavorwaves.physics.linear.survey.CellStability;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/** Takes cells from a stream in chunks, assesses a chunk on all cores, and writes its rows in order. */
final class SurveyTask {
    /** Cells in a chunk, unless they are large. */
    private static final int CHUNK_CELLS = 512;

    /** Rows of the state table in a chunk; one cell may have more. */
    private static final long CHUNK_ROWS = 200_000;

    private SurveyTask() {
    }

    static void run(final SurveyCells stream, final long rows, final SurveyTables tables, final Progress progress) {
        final long start = System.nanoTime();
        while (stream.hasNext()) {
            final long before = stream.rowsRead();
            final List<SurveyCells.Cell> chunk = chunk(stream, progress, rows);
            final SurveyCells.Result[] found = new SurveyCells.Result[chunk.size()];
            Watched.run(progress.part(before / (double) rows, stream.rowsRead() / (double) rows), watched -> {
                final String message = message(tables.count(), start);
                ParallelLoop.forEach(found.length, message, watched,
                    c -> found[c] = assess(chunk.get(c), (fraction, step) -> watched.report(0, message)));
                return found;
            });
            for (int c = 0; c < found.length; c++) {
                tables.add(chunk.get(c).key(), chunk.get(c).place(), found[c]);
            }
        }
    }

    /** What was done, and how fast. */
    private static String message(final int cells, final long start) {
        final double seconds = (System.nanoTime() - start) * 1e-9;
        return "assessed " + cells + " cells" + (cells == 0 ? "" : ", " + Math.round(cells / seconds) + " a second");
    }

    private static List<SurveyCells.Cell> chunk(final SurveyCells stream, final Progress progress,
        final long rows) {
        final long before = stream.rowsRead();
        final List<SurveyCells.Cell> chunk = new ArrayList<>();
        while (stream.hasNext() && chunk.size() < CHUNK_CELLS && stream.rowsRead() - before < CHUNK_ROWS) {
            progress.report(before / (double) rows, "reading cells");
            chunk.add(stream.next());
        }
        return chunk;
    }

    private static SurveyCells.Result assess(final SurveyCells.Cell cell, final Progress progress) {
        try {
            return cell.assess(progress);
        } catch (final IllegalArgumentException e) {
            return SurveyCells.Result.of(CellStability.failed(e.getMessage()));
        }
    }
}
