package org.flavorwaves.embedded.base;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;

/**
 * The settings of the Table Difference Checker.
 *
 * @param ignoreRowIds whether row keys may differ
 * @param checkers the checker of each configured column; with none, all columns are checked for equality
 */
record DifferenceSettings(boolean ignoreRowIds, Map<String, CellChecker> checkers) {

    private static final String COLUMN = "columnConfig_";

    private static final String PACKAGE = "org.knime.testing.internal.diffcheckers.";

    static DifferenceSettings load(final NodeSettingsRO model) throws InvalidSettingsException {
        final Map<String, CellChecker> checkers = new LinkedHashMap<>();
        for (final String key : model) {
            if (key.startsWith(COLUMN)) {
                checkers.put(key.substring(COLUMN.length()), loadChecker(model.getNodeSettings(key), key));
            } else if (!"ignoreRowIds".equals(key)) {
                KnownKeys.check(model, "model", "ignoreRowIds");
            }
        }
        return new DifferenceSettings(model.getBoolean("ignoreRowIds", false), checkers);
    }

    private static CellChecker loadChecker(final NodeSettingsRO column, final String key)
        throws InvalidSettingsException {
        KnownKeys.check(column, key, "checkerFactory", "internals");
        final String factory = column.getString("checkerFactory");
        final Optional<NodeSettingsRO> internals = column.containsKey("internals")
            ? Optional.of(column.getNodeSettings("internals")) : Optional.empty();
        if ((PACKAGE + "IgnoreChecker$Factory").equals(factory)) {
            return CellChecker.ignore();
        }
        if (internals.isEmpty()) {
            throw new InvalidSettingsException("Config for key \"internals\" not found.");
        }
        final CellChecker.SpecRules rules = loadRules(internals.get());
        if ((PACKAGE + "EqualityChecker$Factory").equals(factory)) {
            KnownKeys.check(internals.get(), key, RULES);
            return CellChecker.equality(rules);
        }
        if ((PACKAGE + "EpsilonNumberChecker$Factory").equals(factory)) {
            KnownKeys.check(internals.get(), key, withRules("epsilon"));
            return CellChecker.epsilon(internals.get().getDouble("epsilon"), rules);
        }
        if ((PACKAGE + "StringChecker$Factory").equals(factory)) {
            KnownKeys.check(internals.get(), key, withRules("ignoreLinefeeds"));
            return CellChecker.strings(internals.get().getBoolean("ignoreLinefeeds"), rules);
        }
        throw KnownKeys.needsKnime("The difference checker " + factory);
    }

    private static final String[] RULES = {"ignoreColumnProperties", "ignoreColumnElementNames", "ignoreDomain",
        "ignoreDomainPossibleValuesOrdering"};

    private static String[] withRules(final String key) {
        return new String[] {key, RULES[0], RULES[1], RULES[2], RULES[3]};
    }

    private static CellChecker.SpecRules loadRules(final NodeSettingsRO internals) throws InvalidSettingsException {
        return new CellChecker.SpecRules(internals.getBoolean(RULES[0]), internals.getBoolean(RULES[2], false),
            internals.getBoolean(RULES[3], true));
    }

    /** The checker of a column of the reference table. */
    CellChecker checker(final String column) {
        return checkers.isEmpty() ? CellChecker.equality(CellChecker.SpecRules.ALL) : checkers.get(column);
    }

    /** Throws unless each column of the reference table has a checker that can compare it. */
    void check(final DataTableSpec reference) throws InvalidSettingsException {
        for (final DataColumnSpec column : reference) {
            final CellChecker checker = checker(column.getName());
            if (checker == null) {
                throw new InvalidSettingsException("No checker configured for column '" + column.getName() + "'");
            }
            if (!column.getType().isCompatible(checker.valueClass())) {
                throw new InvalidSettingsException("Difference checker '" + checker.description()
                    + "' is not compatible with data type " + column.getType());
            }
        }
    }
}
