package org.flavorwaves.knime.view.panel;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The colors of values: a perceptually uniform scale, viridis, and a diverging one; the color-blind can read both. */
public final class Palette {
    private static final List<String> SEQUENTIAL = List.of("#440154", "#482878", "#3e4a89", "#31688e", "#26828e",
        "#1f9e89", "#35b779", "#6ece58", "#b5de2b", "#fde725");

    private static final List<String> DIVERGING = List.of("#053061", "#2166ac", "#4393c3", "#92c5de", "#d1e5f0",
        "#f7f7f7", "#fddbc7", "#f4a582", "#d6604d", "#b2182b", "#67001f");

    private Palette() {
    }

    /**
     * The color of a place on a scale.
     *
     * @param diverging which scale
     * @param share place on it, 0 to 1
     * @return as in CSS
     */
    public static String color(final boolean diverging, final double share) {
        final List<String> list = diverging ? DIVERGING : SEQUENTIAL;
        final double place = share * (list.size() - 1);
        final int low = Math.min((int) place, list.size() - 2);
        return IntStream.of(1, 3, 5).mapToObj(at -> {
            final int from = Integer.parseInt(list.get(low).substring(at, at + 2), 16);
            final int to = Integer.parseInt(list.get(low + 1).substring(at, at + 2), 16);
            return String.format("%02x", Math.round(from + (place - low) * (to - from)));
        }).collect(Collectors.joining("", "#", ""));
    }

    /**
     * All colors, for the script of the pages.
     *
     * @return a JavaScript object
     */
    public static String script() {
        return "{ sequential: " + list(SEQUENTIAL) + ", diverging: " + list(DIVERGING) + ", light: "
            + named(Color::light) + ", dark: " + named(Color::dark) + " }";
    }

    private static String list(final List<String> colors) {
        return colors.stream().collect(Collectors.joining("', '", "['", "']"));
    }

    private static String named(final Function<Color, String> shade) {
        return Arrays.stream(Color.values()).map(c -> c.name() + ": '" + shade.apply(c) + "'")
            .collect(Collectors.joining(", ", "{ ", " }"));
    }
}
