package org.flavorwaves.knime.view.paper;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.knime.view.panel.Axis;

/** Numbers, units and sentences as people write them, with raised exponents, and how wide they are. */
final class Words {
    /** How much higher raised characters stand, in sizes of the font. */
    static final double RISE = 0.35;

    /** Size of raised characters. */
    static final double SMALL = 0.7;

    private static final String PLAIN = "-0123456789";

    private static final String RAISED = "⁻⁰¹²³⁴⁵⁶⁷⁸⁹";

    private static final Pattern MINUS = Pattern.compile("(^|[\\s(=|])-(?=\\d)");

    private static final Pattern EXPONENT = Pattern.compile("(\\d)[eE]([-+]?\\d+)");

    private static final Pattern POWER = Pattern.compile("\\^(-?\\d+)");

    /** Characters of about the same width in Helvetica, in thousandths of the size of the font. */
    private static final String[] SHAPES = {"ijl'|",
        ".,:;/ ftI![]()", "r-⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "mwMW%@", "ABCDEGHKNOPQRSUVXYΩΣ"};

    private static final int[] WIDTHS = {222, 278, 340, 833, 710};

    private static final int OTHER = 556;

    private Words() {
    }

    static String raised(final int exponent) {
        final StringBuilder text = new StringBuilder();
        for (final char c : Integer.toString(exponent).toCharArray()) {
            text.append(RAISED.charAt(PLAIN.indexOf(c)));
        }
        return text.toString();
    }

    /** A sentence with its numbers and units as people write them. */
    static String sentence(final String text) {
        final String signs = MINUS.matcher(text).replaceAll("$1−").replace(" +- ", " ± ");
        final String powers = replace(EXPONENT, signs, m -> m.group(1) + " × 10" + raised(whole(m.group(2))));
        return replace(POWER, powers, m -> raised(whole(m.group(1))));
    }

    private static int whole(final String digits) {
        return Integer.parseInt(digits.replace("+", ""));
    }

    private static String replace(final Pattern pattern, final String text,
        final Function<Matcher, String> with) {
        final Matcher matcher = pattern.matcher(text);
        return matcher.replaceAll(m -> Matcher.quoteReplacement(with.apply(matcher)));
    }

    /** A number with few digits, and the true minus sign. */
    static String number(final double x) {
        final BigDecimal digits = new BigDecimal(x).round(new MathContext(6)).stripTrailingZeros();
        final double size = Math.abs(x);
        final String text = size != 0 && (size >= 1e5 || size < 1e-4) ? sentence(digits.toString())
            : digits.toPlainString();
        return text.replace('-', '−');
    }

    /** The number that is a power of ten. */
    static String power(final int exponent) {
        return exponent >= -1 && exponent <= 2 ? number(StrictMath.pow(10, exponent)) : "10" + raised(exponent);
    }

    /** What stands beside an axis whose ticks leave out a power of ten. */
    static String axis(final String quantity, final String unit, final int power) {
        final String factor = power == 0 ? "" : "10" + raised(power);
        final String name = unit.equals(Axis.NUMBER) ? ""
            : unit.isEmpty() ? power == 0 ? "natural units" : "nat. units" : sentence(unit);
        final String both = (factor + " " + name).trim();
        return both.isEmpty() ? quantity : quantity + " [" + both + "]";
    }

    /** Width of a text in the unit of the size of the font. */
    static double width(final String text, final double size) {
        int sum = 0;
        for (final char c : text.toCharArray()) {
            int width = OTHER;
            for (int s = 0; s < SHAPES.length; s++) {
                width = SHAPES[s].indexOf(c) >= 0 ? WIDTHS[s] : width;
            }
            sum += width;
        }
        return sum * size / 1000;
    }

    /**
     * Characters of one height.
     *
     * @param text the characters, plain even where they are raised; blanks do not break
     * @param raised whether they stand higher and are smaller
     */
    record Run(String text, boolean raised) {
    }

    /** A text in runs of one height. */
    static List<Run> runs(final String words) {
        final List<Run> runs = new ArrayList<>();
        final StringBuilder run = new StringBuilder();
        boolean up = false;
        for (final char c : words.toCharArray()) {
            final int raised = RAISED.indexOf(c);
            if (raised >= 0 != up) {
                if (run.length() > 0) {
                    runs.add(new Run(run.toString(), up));
                }
                run.setLength(0);
                up = !up;
            }
            run.append(raised >= 0 ? PLAIN.charAt(raised) == '-' ? '−' : PLAIN.charAt(raised)
                : c == ' ' ? '\u00a0' : c);
        }
        runs.add(new Run(run.toString(), up));
        return runs;
    }
}
