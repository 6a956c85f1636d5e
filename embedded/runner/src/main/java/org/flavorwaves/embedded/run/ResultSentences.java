package org.flavorwaves.embedded.run;

import java.util.ArrayList;
import java.util.List;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.BufferedDataTable;

/** Collects the sentences in the text column "result" of tables, which say what came out in words. */
public final class ResultSentences {

    private static final String COLUMN = "result";

    private static final int MOST = 20;

    private ResultSentences() {
    }

    /**
     * Reads the sentences.
     *
     * @param tables the tables of a node
     * @return the first {@value #MOST} sentences of each table, and how many more there are
     */
    public static List<String> of(final List<BufferedDataTable> tables) {
        final List<String> sentences = new ArrayList<>();
        for (final BufferedDataTable table : tables) {
            final DataTableSpec spec = table.getDataTableSpec();
            final int column = spec.findColumnIndex(COLUMN);
            if (column >= 0 && spec.getColumnSpec(column).getType().equals(StringCell.TYPE)) {
                collect(table, column, sentences);
            }
        }
        return sentences;
    }

    private static void collect(final BufferedDataTable table, final int column, final List<String> sentences) {
        int taken = 0;
        try (CloseableRowIterator rows = table.iterator()) {
            while (rows.hasNext() && taken < MOST) {
                final DataCell cell = rows.next().getCell(column);
                if (!cell.isMissing()) {
                    sentences.add(cell.toString());
                    taken++;
                }
            }
        }
        if (table.size() > MOST) {
            sentences.add("... and " + (table.size() - MOST) + " more.");
        }
    }
}
