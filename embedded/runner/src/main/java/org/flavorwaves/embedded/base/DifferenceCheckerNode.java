package org.flavorwaves.embedded.base;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomain;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;

/** The Table Difference Checker: fails with a sentence about the first difference. */
final class DifferenceCheckerNode extends BaseNode {

    private static final int PROGRESS_ROWS = 997;

    private final DifferenceSettings m_settings;

    DifferenceCheckerNode(final DifferenceSettings settings) {
        m_settings = settings;
    }

    @Override
    List<Optional<DataTableSpec>> specs(final List<DataTableSpec> inputs) throws InvalidSettingsException {
        m_settings.check(inputs.get(1));
        return List.of();
    }

    @Override
    List<BufferedDataTable> run(final List<BufferedDataTable> inputs, final ExecutionContext exec) throws Exception {
        final BufferedDataTable test = inputs.get(0);
        final BufferedDataTable reference = inputs.get(1);
        compareSpecs(test.getDataTableSpec(), reference.getDataTableSpec());
        if (test.size() != reference.size()) {
            throw new IllegalStateException(
                "Wrong number of rows: expected " + reference.size() + ", got " + test.size());
        }
        try (CloseableRowIterator testRows = test.iterator(); CloseableRowIterator rows = reference.iterator()) {
            for (long i = 0; rows.hasNext(); i++) {
                if (i % PROGRESS_ROWS == 0) {
                    exec.checkCanceled();
                    exec.setProgress((double) i / reference.size(), "Comparing row " + i);
                }
                compareRows(reference.getDataTableSpec(), testRows.next(), rows.next(), i);
            }
        }
        return List.of();
    }

    private void compareSpecs(final DataTableSpec test, final DataTableSpec reference) {
        for (int i = 0; i < reference.getNumColumns(); i++) {
            final DataColumnSpec expected = reference.getColumnSpec(i);
            if (i >= test.getNumColumns()) {
                throw new IllegalStateException("Column '" + expected + "' is missing in test table");
            }
            compareColumns(test.getColumnSpec(i), expected, i);
        }
        for (final DataColumnSpec column : test) {
            if (!reference.containsName(column.getName())) {
                throw new IllegalStateException("Unexpected column in test table: " + column.getName());
            }
        }
    }

    private void compareColumns(final DataColumnSpec test, final DataColumnSpec expected, final int position) {
        final String name = expected.getName();
        if (!name.equals(test.getName())) {
            throw new IllegalStateException(
                "Expected column named '" + name + "' at position " + position + " in test table");
        }
        if (!expected.getType().equals(test.getType())
            && !expected.getType().getValueClasses().equals(test.getType().getValueClasses())) {
            throw new IllegalStateException("Expected type '" + expected.getType() + "' for column " + name
                + " in test table but is '" + test.getType() + "'");
        }
        final CellChecker checker = m_settings.checker(name);
        if (!checker.rules().ignoreDomain()) {
            compareBound("lower", name, checker, bound(test, false), bound(expected, false));
            compareBound("upper", name, checker, bound(test, true), bound(expected, true));
            compareValues(name, checker, test.getDomain(), expected.getDomain());
        }
        if (!checker.rules().ignoreProperties() && !expected.getProperties().equals(test.getProperties())) {
            throw new IllegalStateException("Wrong properties in column '" + name + "': expected '"
                + expected.getProperties() + "', got '" + test.getProperties() + "'");
        }
    }

    private static Optional<DataCell> bound(final DataColumnSpec column, final boolean upper) {
        final DataColumnDomain domain = column.getDomain();
        return Optional.ofNullable(upper ? domain.getUpperBound() : domain.getLowerBound());
    }

    private static void compareBound(final String which, final String column, final CellChecker checker,
        final Optional<DataCell> test,
        final Optional<DataCell> expected) {
        if (test.isEmpty() != expected.isEmpty()) {
            throw new IllegalStateException(
                (test.isEmpty() ? "Missing " : "New ") + which + " bound in column '" + column + "'");
        }
        final Optional<String> difference = expected.flatMap(e -> checker.check().apply(e, test.get()));
        if (difference.isPresent()) {
            throw new IllegalStateException(
                "Wrong " + which + " bound in column '" + column + "': " + difference.get());
        }
    }

    private static void compareValues(final String column, final CellChecker checker, final DataColumnDomain test,
        final DataColumnDomain expected) {
        if (expected.hasValues() != test.hasValues()) {
            throw new IllegalStateException((expected.hasValues() ? "Possible" : "No possible")
                + " values in domain of column '" + column + "' expected");
        }
        if (!expected.hasValues()) {
            return;
        }
        if (expected.getValues().size() != test.getValues().size()) {
            throw new IllegalStateException("Unequal number of possible values in column '" + column + "': expected "
                + expected.getValues().size() + ", got " + test.getValues().size());
        }
        final List<DataCell> expectedValues = new ArrayList<>(expected.getValues());
        final List<DataCell> testValues = new ArrayList<>(test.getValues());
        if (checker.rules().ignoreValueOrder()) {
            expectedValues.sort(Comparator.comparing(DataCell::toString));
            testValues.sort(Comparator.comparing(DataCell::toString));
        }
        for (int i = 0; i < testValues.size(); i++) {
            final Optional<String> difference = checker.check().apply(expectedValues.get(i), testValues.get(i));
            if (difference.isPresent()) {
                throw new IllegalStateException("Wrong possible values (or wrong order) in column '" + column + "': "
                    + difference.get());
            }
        }
    }

    private void compareRows(final DataTableSpec spec, final DataRow test, final DataRow expected, final long index) {
        if (!m_settings.ignoreRowIds() && !expected.getKey().equals(test.getKey())) {
            throw new IllegalStateException("Wrong row key in row " + index + ": expected '" + expected.getKey()
                + "', got '" + test.getKey() + "'");
        }
        for (int i = 0; i < spec.getNumColumns(); i++) {
            final CellChecker checker = m_settings.checker(spec.getColumnSpec(i).getName());
            if (!checker.ignores()) {
                final String place =
                    "in row '" + expected.getKey() + "' and column '" + spec.getColumnSpec(i).getName() + "'";
                compareCells(checker, test.getCell(i), expected.getCell(i), place);
            }
        }
    }

    private static void compareCells(final CellChecker checker, final DataCell test, final DataCell expected,
        final String place) {
        if (expected.isMissing() && test.isMissing()) {
            return;
        }
        if (expected.isMissing()) {
            throw new IllegalStateException("Expected missing cell " + place + " but got '" + test + "'");
        }
        if (test.isMissing()) {
            throw new IllegalStateException("Unexpected missing cell " + place);
        }
        final Optional<String> difference = checker.check().apply(expected, test);
        if (difference.isPresent()) {
            throw new IllegalStateException("Wrong value " + place + ": " + difference.get() + " (using checker '"
                + checker.name() + "')");
        }
    }
}
