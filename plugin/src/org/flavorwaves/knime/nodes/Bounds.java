package org.flavorwaves.knime.nodes;

import java.lang.reflect.Field;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.knime.table.Messages;
import org.flavorwaves.knime.table.TableColumns;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/**
 * The bounds of all numbers in the settings. The dialog enforces them where they are declared, on the controls;
 * {@link #require} enforces the same ones on settings that come from a file, a flow variable or the command line.
 */
public final class Bounds {
    /** A density in cm^-3 is a potential in cm^-1 after multiplication with this, in cm^2. */
    private static final String POTENTIAL_OF_DENSITY = "6.42e-33 cm^2";

    /** Bounds from this size on are mentioned only where they are broken. */
    private static final double GENERAL = 1e9;

    private Bounds() {
    }

    /** An upper bound that knows what a value beyond it probably means. */
    public abstract static class Most extends MaxValidation {
        private final double m_max;

        Most(final double max) {
            m_max = max;
        }

        @Override
        public double getMax() {
            return m_max;
        }

        @Override
        public String getErrorMessage() {
            return "The value must " + (isExclusive() ? "be less than " : "not exceed ") + plain(m_max) + ".";
        }

        /**
         * A guess at what was meant.
         *
         * @param value a value out of bounds
         * @return a sentence with a blank before it, or nothing
         */
        String hint(final double value) {
            return "";
        }
    }

    /** A lower bound other than those of KNIME. */
    public abstract static class Least extends MinValidation {
        private final double m_min;

        Least(final double min) {
            m_min = min;
        }

        @Override
        public double getMin() {
            return m_min;
        }

        @Override
        public String getErrorMessage() {
            return "The value must be at least " + plain(m_min) + ".";
        }
    }

    /** At most 1e60: any density, length, time or rate, with room for products. */
    public static final class Largest extends Most {
        /** Makes the bound. */
        public Largest() {
            super(TableColumns.LARGEST);
        }
    }

    /** At least -1e60. */
    public static final class MinusLargest extends Least {
        /** Makes the bound. */
        public MinusLargest() {
            super(-TableColumns.LARGEST);
        }
    }

    /** At most 10^9: numbers of things; how many fit is a question of memory. */
    public static final class MostCount extends Most {
        /** Makes the bound. */
        public MostCount() {
            super(1_000_000_000);
        }
    }

    /** At most 10^6 points on a line or path, each of which is solved and kept. */
    public static final class MostPoints extends Most {
        /** Makes the bound. */
        public MostPoints() {
            super(1_000_000);
        }
    }

    /** At least -10^9. */
    public static final class LeastCount extends Least {
        /** Makes the bound. */
        public LeastCount() {
            super(-1_000_000_000);
        }
    }

    /** At most 10000 polar angles, energies or orders: the cost of a Gauss rule or a series grows as the square. */
    public static final class MostNodes extends Most {
        /** Makes the bound. */
        public MostNodes() {
            super(10_000);
        }
    }

    /** At most 1: shares, occupations, sines and cosines. */
    public static final class One extends Most {
        /** Makes the bound. */
        public One() {
            super(1);
        }

        @Override
        String hint(final double value) {
            return value >= 2 && value <= 100 ? " " + plain(value) + " % would be " + value / 100 + "." : "";
        }
    }

    /** Below 1: relative tolerances. */
    public static final class BelowOne extends Most {
        /** Makes the bound. */
        public BelowOne() {
            super(1);
        }

        @Override
        public boolean isExclusive() {
            return true;
        }
    }

    /** At most 1, of a cosine. */
    public static final class MostCosine extends Most {
        /** Makes the bound. */
        public MostCosine() {
            super(1);
        }

        @Override
        String hint(final double value) {
            return Math.abs(value) > 1 && Math.abs(value) <= 360 ? " It is cos θ, not the angle: cos " + plain(value)
                + "° = " + String.format(Locale.ROOT, "%.4f", Math.cos(Math.toRadians(value))) + "." : "";
        }
    }

    /** At least -1. */
    public static final class MinusOne extends Least {
        /** Makes the bound. */
        public MinusOne() {
            super(-1);
        }
    }

    /** At most pi/2, of an angle in rad. */
    public static final class RightAngle extends Most {
        /** Makes the bound. */
        public RightAngle() {
            super(Math.PI / 2);
        }

        @Override
        String hint(final double value) {
            return " The angle is in rad, from 0 to π/2" + (value > 0 && value <= 90
                ? "; " + plain(value) + "° are " + String.format(Locale.ROOT, "%.4f", Math.toRadians(value)) + " rad."
                : "; for the inverted ordering change the sign of the mass splitting.");
        }
    }

    /** At most 2 pi, of a phase in rad. */
    public static final class MostPhase extends Most {
        /** Makes the bound. */
        public MostPhase() {
            super(2 * Math.PI);
        }

        @Override
        String hint(final double value) {
            return " The phase is in rad" + (value > 0 && value <= 360
                ? "; " + plain(value) + "° are " + String.format(Locale.ROOT, "%.4f", Math.toRadians(value)) + " rad."
                : ".");
        }
    }

    /** At least -2 pi. */
    public static final class LeastPhase extends Least {
        /** Makes the bound. */
        public LeastPhase() {
            super(-2 * Math.PI);
        }
    }

    /** At most 10^6 eV^2, a mass of 1 keV. */
    public static final class MostSplitting extends Most {
        /** Makes the bound. */
        public MostSplitting() {
            super(1e6);
        }

        @Override
        String hint(final double value) {
            return " The splitting is in eV²: 2.5e-3 (atmospheric) or 7.5e-5 (solar).";
        }
    }

    /** At least -10^6 eV^2. */
    public static final class LeastSplitting extends Least {
        /** Makes the bound. */
        public LeastSplitting() {
            super(-1e6);
        }
    }

    /** At most 10^20, far above nuclear matter (10^6 cm^-1) and below any density in cm^-3. */
    public static final class MostPotential extends Most {
        /** Makes the bound. */
        public MostPotential() {
            super(1e20);
        }

        @Override
        String hint(final double value) {
            return " It is a potential; a density of electrons in cm⁻³ becomes one in cm⁻¹ by multiplication with "
                + POTENTIAL_OF_DENSITY + ".";
        }
    }

    /** At least -10^20. */
    public static final class LeastPotential extends Least {
        /** Makes the bound. */
        public LeastPotential() {
            super(-1e20);
        }
    }

    /** At most 10^6 MeV, 1 TeV. */
    public static final class MostEnergy extends Most {
        /** Makes the bound. */
        public MostEnergy() {
            super(1e6);
        }

        @Override
        String hint(final double value) {
            return " Energies are in MeV; " + plain(value) + " eV are " + value * 1e-6 + " MeV.";
        }
    }

    /** At most 1000 MeV of temperature. */
    public static final class MostTemperature extends Most {
        /** Makes the bound. */
        public MostTemperature() {
            super(1000);
        }

        @Override
        String hint(final double value) {
            return " Temperatures are in MeV; " + plain(value) + " K are "
                + String.format(Locale.ROOT, "%.4g", value * 8.617333262e-11) + " MeV.";
        }
    }

    /** At most 10^5 MeV of chemical potential. */
    public static final class MostChemical extends Most {
        /** Makes the bound. */
        public MostChemical() {
            super(1e5);
        }
    }

    /** At least -10^5 MeV of chemical potential. */
    public static final class LeastChemical extends Least {
        /** Makes the bound. */
        public LeastChemical() {
            super(-1e5);
        }
    }

    /** At most 1000 of chemical potential over temperature. */
    public static final class MostDegeneracy extends Most {
        /** Makes the bound. */
        public MostDegeneracy() {
            super(1000);
        }
    }

    /** At least -500: below, no neutrinos are left (exp(-500) = 1e-217). */
    public static final class LeastDegeneracy extends Least {
        /** Makes the bound. */
        public LeastDegeneracy() {
            super(-500);
        }
    }

    /**
     * Checks every number of a node's settings against the bounds that its control declares.
     *
     * @param parameters the settings
     * @throws InvalidSettingsException if a number is not finite or out of bounds; names the key, the value, the bound
     *             and what was probably meant
     */
    public static void require(final NodeParameters parameters) throws InvalidSettingsException {
        for (Class<?> type = parameters.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (final Field field : type.getDeclaredFields()) {
                final NumberInputWidget control = field.getAnnotation(NumberInputWidget.class);
                if (control != null) {
                    require(field.getName().substring(2), value(field, parameters), control);
                }
            }
        }
    }

    private static Number value(final Field field, final NodeParameters parameters) {
        try {
            field.setAccessible(true);
            return (Number) field.get(parameters);
        } catch (final IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void require(final String key, final Number number, final NumberInputWidget control)
        throws InvalidSettingsException {
        final double value = number.doubleValue();
        if (!Double.isFinite(value)) {
            throw Messages.settings(key + " must be a finite number but is " + value + ".");
        }
        final MinValidation least = make(control.minValidation());
        final MaxValidation most = make(control.maxValidation());
        final double min = bound(least, "getMin");
        final double max = bound(most, "getMax");
        final boolean below = least.isExclusive() ? value <= min : value < min;
        final boolean above = most.isExclusive() ? value >= max : value > max;
        if (below || above) {
            final List<String> bounds = new ArrayList<>();
            if (below || min > -GENERAL) {
                bounds.add((least.isExclusive() ? "above " : "at least ") + plain(min));
            }
            if (above || max < GENERAL) {
                bounds.add((most.isExclusive() ? "below " : "at most ") + plain(max));
            }
            throw Messages.settings(key + " must be " + String.join(" and ", bounds) + " but is " + number + "."
                + (most instanceof Most ? ((Most) most).hint(value) : ""));
        }
    }

    private static <T> T make(final Class<T> bound) {
        try {
            return bound.getDeclaredConstructor().newInstance();
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("The bound " + bound.getName() + " cannot be made.", e);
        }
    }

    /** KNIME declares the getters protected; its own bounds and ours make them public. */
    private static double bound(final Object validation, final String getter) {
        try {
            return (double) validation.getClass().getMethod(getter).invoke(validation);
        } catch (final ReflectiveOperationException e) {
            throw new IllegalStateException("The bound " + validation.getClass().getName() + " cannot be asked.", e);
        }
    }

    private static String plain(final double value) {
        final double size = Math.abs(value);
        if (size >= 1e7 || size != 0 && size < 1e-3) {
            return Double.toString(value);
        }
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
