package org.flavorwaves.knime.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/** The unit of the column weight, declared by the column property {@value #PROPERTY}. */
public enum WeightUnit {
    /** Potential per unit occupation, sqrt(2) G_F = 1. */
    NATURAL("natural"),
    /** Number density per unit occupation in cm^-3. */
    PER_CM3("cm^-3");

    /**
     * Weights above this are no potentials: the potential of nuclear density is 1e4 cm^-1, or 1e15 s^-1 if frequencies
     * are counted in s^-1.
     */
    public static final double LARGEST_POTENTIAL = 1e18;

    /** Key of the column property. */
    public static final String PROPERTY = "unit";

    private final String m_label;

    WeightUnit(final String label) {
        m_label = label;
    }

    /**
     * The value of the column property.
     *
     * @return "natural" or "cm^-3"
     */
    public String label() {
        return m_label;
    }

    /**
     * The unit of the potentials that such weights make, with a blank before it.
     *
     * @return " cm^-1", or nothing in natural units
     */
    public String potentialUnit() {
        return this == PER_CM3 ? " cm^-1" : "";
    }

    /**
     * The unit of sums over such weights, with a blank before it.
     *
     * @return " cm^-3", or nothing in natural units
     */
    public String densityUnit() {
        return this == PER_CM3 ? " cm^-3" : "";
    }

    /**
     * Doubts that weights are potentials.
     *
     * @param largest the largest weight
     * @return a sentence if it is above that of nuclear density
     */
    public static Optional<String> doubtOfPotential(final double largest) {
        return largest > LARGEST_POTENTIAL ? Optional.of(String.format(Locale.ROOT, "The weights reach %.1e, so they "
            + "seem to be densities in cm^-3, but they are taken as potentials in natural units. If they are "
            + "densities, set Units to CGS.", largest)) : Optional.empty();
    }

    /**
     * The unit that a unit system gives to weights.
     *
     * @param units the unit system
     * @return cm^-3 for CGS
     */
    public static WeightUnit of(final UnitSystem units) {
        return units == UnitSystem.CGS ? PER_CM3 : NATURAL;
    }

    /**
     * Reads the declaration of a table.
     *
     * @param spec the table
     * @return the declared unit; empty if there is no weight column or it has no such property
     * @throws InvalidSettingsException if the declared unit is unknown
     */
    public static Optional<WeightUnit> declaredIn(final DataTableSpec spec) throws InvalidSettingsException {
        final DataColumnSpec column = spec.getColumnSpec(StateColumns.WEIGHT);
        final String label = column == null ? null : column.getProperties().getProperty(PROPERTY);
        if (label == null) {
            return Optional.empty();
        }
        for (final WeightUnit unit : values()) {
            if (unit.m_label.equals(label)) {
                return Optional.of(unit);
            }
        }
        throw Messages.settings("Column 'weight' declares the unit '" + label + "'; known are "
            + Arrays.stream(values()).map(u -> "'" + u.m_label + "'").collect(Collectors.joining(" and ")) + ".");
    }

    /**
     * Declares this unit on a column.
     *
     * @param column the weight column
     * @return the same column with the property set
     */
    public DataColumnSpec declareOn(final DataColumnSpec column) {
        final DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
        final DataColumnProperties properties = column.getProperties();
        creator.setProperties(properties.cloneAndOverwrite(Map.of(PROPERTY, m_label)));
        return creator.createSpec();
    }
}
