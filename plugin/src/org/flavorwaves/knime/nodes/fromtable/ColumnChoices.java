package org.flavorwaves.knime.nodes.fromtable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.LongValue;
import org.knime.core.data.StringValue;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.widget.choices.StringChoice;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;
import org.knime.node.parameters.widget.choices.util.ColumnSelectionUtil;

/** What the dialog offers for a column: those of the right type, and none where it is optional. */
final class ColumnChoices {
    /** The value of a parameter that names no column. */
    static final String NONE = "";

    private static final StringChoice NO_COLUMN = new StringChoice(NONE, "None");

    private ColumnChoices() {
    }

    /** Columns of numbers. */
    static final class Numbers implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return columns(input, List.of(DoubleValue.class), false);
        }
    }

    /** Columns of numbers, or none. */
    static final class OptionalNumbers implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return columns(input, List.of(DoubleValue.class), true);
        }
    }

    /** Columns of text. */
    static final class Texts implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return columns(input, List.of(StringValue.class), false);
        }
    }

    /** Columns of text or integers, or none. */
    static final class OptionalKeys implements StringChoicesProvider {
        @Override
        public List<StringChoice> computeState(final NodeParametersInput input) {
            return columns(input, List.of(StringValue.class, LongValue.class), true);
        }
    }

    private static List<StringChoice> columns(final NodeParametersInput input,
        final List<Class<? extends DataValue>> types, final boolean optional) {
        final List<StringChoice> choices = new ArrayList<>();
        if (optional) {
            choices.add(NO_COLUMN);
        }
        ColumnSelectionUtil
            .getFilteredColumns(input, 0, column -> types.stream().anyMatch(column.getType()::isCompatible)).stream()
            .map(DataColumnSpec::getName).map(StringChoice::fromId).forEach(choices::add);
        return choices;
    }

    /**
     * The column with a name; names of more than one letter also in another case.
     *
     * @param spec a table
     * @param name what to look for
     * @param absent what to say if it is not there
     * @return the name of the column
     */
    static String guess(final DataTableSpec spec, final String name, final String absent) {
        if (spec.containsName(name)) {
            return name;
        }
        if (name.length() == 1) {
            return absent;
        }
        final Optional<String> similar = spec.stream().map(DataColumnSpec::getName)
            .filter(other -> other.strip().equalsIgnoreCase(name)).findFirst();
        return similar.orElse(absent);
    }
}
