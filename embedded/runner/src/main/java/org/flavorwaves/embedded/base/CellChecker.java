package org.flavorwaves.embedded.base;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.BiFunction;

import org.knime.core.data.DataCell;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/**
 * Compares two cells of a column.
 *
 * @param description how the choice of checkers names it
 * @param name how failure messages name it
 * @param valueClass what it can compare
 * @param ignores whether the column is not compared at all
 * @param rules what of the column's spec is compared
 * @param check tells how a cell differs from the expected one, empty if it does not
 */
record CellChecker(String description, String name, Class<? extends DataValue> valueClass, boolean ignores,
    SpecRules rules, BiFunction<DataCell, DataCell, Optional<String>> check) {

    /**
     * What of a column's spec is compared.
     *
     * @param ignoreProperties not its properties
     * @param ignoreDomain not its domain
     * @param ignoreValueOrder not the order of the possible values
     */
    record SpecRules(boolean ignoreProperties, boolean ignoreDomain, boolean ignoreValueOrder) {

        /** Everything is compared. */
        static final SpecRules ALL = new SpecRules(false, false, false);
    }

    static CellChecker ignore() {
        return new CellChecker("Ignore column", "Ignore column", DataValue.class, true,
            new SpecRules(true, true, true), (expected, got) -> Optional.empty());
    }

    static CellChecker equality(final SpecRules rules) {
        return new CellChecker("Equality", "Equality Checker", DataValue.class, false, rules, CellChecker::equal);
    }

    static CellChecker epsilon(final double epsilon, final SpecRules rules) {
        final String name = "Numbers with epsilon";
        return new CellChecker(name, name, DoubleValue.class, false, rules,
            (expected, got) -> close(((DoubleValue) expected).getDoubleValue(), ((DoubleValue) got).getDoubleValue(),
                epsilon));
    }

    static CellChecker strings(final boolean ignoreLineFeeds, final SpecRules rules) {
        return new CellChecker("Strings", "Strings", StringValue.class, false, rules, (expected, got) ->
            ignoreLineFeeds ? equalLines(((StringValue) expected).getStringValue(), ((StringValue) got)
                .getStringValue()) : equal(expected, got));
    }

    private static Optional<String> equal(final DataCell expected, final DataCell got) {
        return expected.equals(got) ? Optional.empty()
            : Optional.of("expected '" + expected + "', got '" + got + "'");
    }

    private static Optional<String> close(final double expected, final double got, final double epsilon) {
        final double difference = Math.abs(expected - got);
        final boolean same = expected == got || difference <= epsilon || Double.isNaN(expected) && Double.isNaN(got);
        return same ? Optional.empty() : Optional.of("expected " + expected + ", got " + got + "; difference "
            + difference + " is greater than " + epsilon);
    }

    private static Optional<String> equalLines(final String expected, final String got) {
        final Iterator<String> lines = got.lines().iterator();
        int number = 1;
        for (final String line : (Iterable<String>) expected.lines()::iterator) {
            final String other = lines.hasNext() ? lines.next() : null;
            if (!line.equals(other)) {
                return Optional.of("expected '" + line + "', got '" + other + "' in line " + number);
            }
            number++;
        }
        return lines.hasNext() ? Optional.of("unexpected additional lines: " + lines.next()) : Optional.empty();
    }
}
