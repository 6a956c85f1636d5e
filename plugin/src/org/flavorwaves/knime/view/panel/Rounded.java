package org.flavorwaves.knime.view.panel;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;

/** Numbers with as many digits as a figure can show. */
public final class Rounded {
    private static final MathContext PLACES = new MathContext(7);

    private static final MathContext WORDS = new MathContext(4);

    private Rounded() {
    }

    /** Places along an axis. */
    static double[] of(final double[] numbers) {
        return round(numbers, PLACES);
    }

    /** Numbers with given digits. */
    static double[] to(final double[] numbers, final int digits) {
        return round(numbers, new MathContext(digits));
    }

    /**
     * A number for a name.
     *
     * @param number any
     * @return its first digits
     */
    public static String words(final double number) {
        return new BigDecimal(number).round(WORDS).stripTrailingZeros().toString().replace("E+", "e")
            .replace('E', 'e');
    }

    private static double[] round(final double[] numbers, final MathContext digits) {
        return Arrays.stream(numbers).map(x -> Double.isFinite(x) ? new BigDecimal(x).round(digits).doubleValue() : x)
            .toArray();
    }
}
