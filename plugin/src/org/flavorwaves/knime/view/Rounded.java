package org.flavorwaves.knime.view;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Numbers with as many digits as a figure can show. */
final class Rounded {
    private static final MathContext PLACES = new MathContext(7);

    private static final MathContext COLORS = new MathContext(4);

    private Rounded() {
    }

    /** Places along an axis. */
    static double[] of(final double[] numbers) {
        return round(numbers, PLACES);
    }

    /** Values that are shown as colors. */
    static double[] coarsely(final double[] numbers) {
        return round(numbers, COLORS);
    }

    /** A number for a name. */
    static String words(final double number) {
        return new BigDecimal(number).round(COLORS).stripTrailingZeros().toString().replace("E+", "e")
            .replace('E', 'e');
    }

    private static double[] round(final double[] numbers, final MathContext digits) {
        return Arrays.stream(numbers).map(x -> Double.isFinite(x) ? new BigDecimal(x).round(digits).doubleValue() : x)
            .toArray();
    }
}
