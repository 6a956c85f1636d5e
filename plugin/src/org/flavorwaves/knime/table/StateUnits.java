package org.flavorwaves.knime.table;

import java.util.stream.Stream;

import org.flavorwaves.knime.table.ColumnTexts.ColumnText;
import org.flavorwaves.physics.state.Units;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;

/**
 * How the numbers of a state table become potentials, and how potentials are reported.
 *
 * <p>The unit declared on the column weight decides how weights are read; without it the unit system decides. With
 * densities in cm^-3 potentials and wave numbers are in cm^-1.
 *
 * @param weights the unit of the weights
 * @param report the unit system of results
 */
public record StateUnits(WeightUnit weights, UnitSystem report) {
    /** Units of tables without potentials. */
    public static final StateUnits NATURAL = new StateUnits(WeightUnit.NATURAL, UnitSystem.NATURAL);

    private static final double ERG_PER_GEV = 1.602176634e-3;

    /**
     * Decides the units of a table.
     *
     * @param spec the table
     * @param units the unit system that the user chose
     * @return how to read and report
     * @throws InvalidSettingsException if the weights are declared natural and results are wanted in CGS, or if the
     *             declared unit is unknown
     */
    public static StateUnits of(final DataTableSpec spec, final UnitSystem units) throws InvalidSettingsException {
        final WeightUnit weights = WeightUnit.declaredIn(spec).orElse(WeightUnit.of(units));
        if (weights == WeightUnit.NATURAL && units == UnitSystem.CGS) {
            throw Messages.settings("Column 'weight' is declared in natural units, so results cannot be reported in "
                + "CGS.", "Set the units to Natural.", "Make the state with weights in cm^-3.");
        }
        return new StateUnits(weights, units);
    }

    /**
     * The potential of a unit of weight.
     *
     * @return 1, or sqrt(2) G_F in cm^2
     */
    public double potentialPerWeight() {
        return weights == WeightUnit.PER_CM3 ? Units.POTENTIAL_PER_DENSITY : 1;
    }

    /**
     * The factor from a frequency in the units of the potentials to a reported rate.
     *
     * @return c in cm/s for CGS, otherwise 1
     */
    public double rateFactor() {
        return report == UnitSystem.CGS ? Units.SPEED_OF_LIGHT : 1;
    }

    /**
     * The weight that is read as a potential, to the bit where there is one.
     *
     * @param potential a weight as potential
     * @return the weight in the unit of the table
     */
    public double weight(final double potential) {
        final double guess = potential * densityFactor();
        for (int ulps = -2; ulps <= 2; ulps++) {
            final double weight = guess + ulps * Math.ulp(guess);
            if (weight * potentialPerWeight() == potential) {
                return weight;
            }
        }
        return guess;
    }

    /**
     * Columns of results, of the type and in the unit of what {@link ColumnTexts} says that they measure.
     *
     * @param names lists of names joined by ", ", maybe empty; a name may have a quantity of its own, {@code NAME
     *            [QUANTITY]}
     * @return their specs
     * @throws IllegalArgumentException if a name has no quantity and is not in the list of columns
     */
    public DataColumnSpec[] columns(final String... names) {
        return Stream.of(names).filter(list -> !list.isEmpty()).flatMap(list -> Stream.of(list.split(", ")))
            .map(this::column).toArray(DataColumnSpec[]::new);
    }

    private DataColumnSpec column(final String text) {
        final int own = text.indexOf(" [");
        final String name = own < 0 ? text : text.substring(0, own);
        final String quantity = own >= 0 ? text.substring(own + 2, text.length() - 1) : ColumnTexts.of(name)
            .orElseThrow(() -> new IllegalArgumentException("Column '" + name + "' is not explained in columns.txt."))
            .quantity();
        return switch (quantity) {
            case "text" -> TableColumns.words(name);
            case "truth" -> TableColumns.flag(name);
            case "", "count" -> TableColumns.whole(name);
            case "1" -> TableColumns.real(name, "");
            case "potential" -> TableColumns.real(name, potentialUnit());
            case "potential²" -> TableColumns.real(name, potentialUnit().isEmpty() ? "" : "cm^-2");
            case "rate" -> TableColumns.real(name, rateUnit());
            case "length" -> TableColumns.real(name, lengthUnit());
            case "time" -> TableColumns.real(name, timeUnit());
            case "weight" -> name.equals(StateColumns.WEIGHT) ? weights.declareOn(TableColumns.real(name, ""))
                : TableColumns.real(name, densityUnit());
            case "weight rate" -> TableColumns.real(name, densityUnit() + rateUnit());
            case "energy" -> TableColumns.real(name, energyUnit());
            case "energy potential" -> TableColumns.real(name, energySlopeUnit());
            case "energy rate" -> TableColumns.real(name, powerUnit());
            default -> TableColumns.real(name, new ColumnText(quantity, "").fixedUnit().orElse(""));
        };
    }

    /**
     * The unit of reported rates, with a blank before it.
     *
     * @return " s^-1", " cm^-1", or nothing in natural units
     */
    public String rateUnit() {
        return report == UnitSystem.CGS ? " s^-1" : potentialUnit();
    }

    /**
     * The unit of potentials and wave numbers, with a blank before it.
     *
     * @return " cm^-1", or nothing in natural units
     */
    public String potentialUnit() {
        return weights.potentialUnit();
    }

    /**
     * The unit of reported times, with a blank before it.
     *
     * @return " s", " cm", or nothing in natural units
     */
    public String timeUnit() {
        return report == UnitSystem.CGS ? " s" : lengthUnit();
    }

    /**
     * The unit of lengths and inverse potentials, with a blank before it.
     *
     * @return " cm", or nothing in natural units
     */
    public String lengthUnit() {
        return weights == WeightUnit.PER_CM3 ? " cm" : "";
    }

    /**
     * The factor from a sum over weights that are potentials to a sum over weights as they are in the table.
     *
     * @return 1, or 1/(sqrt(2) G_F) in cm^-2
     */
    public double densityFactor() {
        return 1 / potentialPerWeight();
    }

    /**
     * The factor from an energy density in the square of the unit of the potentials to a reported one.
     *
     * @return to erg cm^-3 for CGS; to (unit of the weights) x (unit of the potentials) otherwise
     */
    public double energyFactor() {
        return densityFactor() * (report == UnitSystem.CGS ? Units.HBAR_C * ERG_PER_GEV : 1);
    }

    /**
     * The unit of sums over weights, with a blank before it.
     *
     * @return " cm^-3", or nothing in natural units
     */
    public String densityUnit() {
        return weights.densityUnit();
    }

    /**
     * The unit of reported energy densities times a potential, with a blank before it.
     *
     * @return " erg cm^-4", " cm^-5", or nothing in natural units
     */
    public String energySlopeUnit() {
        if (report == UnitSystem.CGS) {
            return " erg cm^-4";
        }
        return weights == WeightUnit.PER_CM3 ? " cm^-5" : "";
    }

    /**
     * The unit of reported powers per volume, with a blank before it.
     *
     * @return " erg cm^-3 s^-1", " cm^-5", or nothing in natural units
     */
    public String powerUnit() {
        return report == UnitSystem.CGS ? " erg cm^-3 s^-1" : energySlopeUnit();
    }

    /**
     * The unit of reported energy densities, with a blank before it.
     *
     * @return " erg cm^-3", " cm^-4", or nothing in natural units
     */
    public String energyUnit() {
        if (report == UnitSystem.CGS) {
            return " erg cm^-3";
        }
        return weights == WeightUnit.PER_CM3 ? " cm^-4" : "";
    }
}
