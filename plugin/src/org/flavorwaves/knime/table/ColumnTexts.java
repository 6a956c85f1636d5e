package org.flavorwaves.knime.table;

import static java.util.Map.entry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What columns mean, from the list {@code columns.txt} beside this class: one name has one meaning in the tables of all
 * nodes. The texts of output ports are made from it, and the command takes the meaning of each column from there.
 */
public final class ColumnTexts {
    private static final Pattern LINE = Pattern.compile("([^\\[:]+?)(?: \\[([^\\]]+)\\])?: (.+)", Pattern.DOTALL);

    private static final Map<String, String> UNITS = Map.ofEntries(
        entry("text", ""),
        entry("truth", ""),
        entry("count", ""),
        entry("1", "dimensionless"),
        entry("potential", "unit of the potentials, cm⁻¹ with CGS"),
        entry("rate", "unit of the potentials, s⁻¹ with CGS"),
        entry("length", "inverse unit of the potentials, cm with CGS"),
        entry("time", "inverse unit of the potentials, s with CGS"),
        entry("weight", "unit of the weights, cm⁻³ with CGS"),
        entry("weight rate", "unit of the weights times unit of the potentials, cm⁻³ s⁻¹ with CGS"),
        entry("energy", "unit of the weights times unit of the potentials, erg cm⁻³ with CGS"),
        entry("energy potential", "unit of the weights times squared unit of the potentials, erg cm⁻⁴ with CGS"),
        entry("energy rate", "unit of the weights times squared unit of the potentials, erg cm⁻³ s⁻¹ with CGS"),
        entry("potential²", "squared unit of the potentials, cm⁻² with CGS"));

    /** The columns of a state of two flavors, for {@link #port}. */
    public static final String TWO_FLAVORS = "cell; species; E; vx, vy, vz; mu; weight; P0; Px, Py, Pz; omega; "
        + "D; kappa; P0_source; Px_source, Py_source, Pz_source";

    /** The columns of a state of two or three flavors. */
    public static final String ANY_FLAVORS = "cell; species; E; vx, vy, vz; mu; weight; P0; Px, Py, Pz; "
        + "rho_ee, rho_mm, rho_tt; rho_em_re, rho_em_im, rho_et_re, rho_et_im, rho_mt_re, rho_mt_im; omega; "
        + "omega21, omega31; D; kappa; P0_source; Px_source, Py_source, Pz_source; "
        + DensityMatrixColumns.SOURCES + "; " + DensityMatrixColumns.SOURCE_COHERENCES;

    private static final Map<String, ColumnText> KNOWN = read();

    private ColumnTexts() {
    }

    /**
     * The text of a column.
     *
     * @param quantity what it measures, a unit, "1" for a pure number, "text", "truth", or empty for a count
     * @param meaning a sentence
     */
    public record ColumnText(String quantity, String meaning) {

        /**
         * The unit in words.
         *
         * @return the unit, "dimensionless", or empty for a text, truth value or count
         */
        public String unit() {
            return UNITS.getOrDefault(quantity, quantity);
        }

        /**
         * The unit if it is the same in every system of units.
         *
         * @return for instance "MeV"; empty where there is none
         */
        public Optional<String> fixedUnit() {
            return Optional.of(quantity).filter(q -> !q.isEmpty() && !UNITS.containsKey(q))
                .map(q -> q.replace("⁻", "^-").replace("¹", "1").replace("³", "3"));
        }
    }

    private static Map<String, ColumnText> read() {
        final Map<String, ColumnText> texts = new LinkedHashMap<>();
        try (BufferedReader lines = new BufferedReader(
            new InputStreamReader(ColumnTexts.class.getResourceAsStream("columns.txt"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                final Matcher m = matcher(line);
                names(m).forEach(name -> {
                    if (texts.putIfAbsent(name, text(m)) != null) {
                        throw new IllegalStateException("Column '" + name + "' is explained twice.");
                    }
                });
            });
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static Matcher matcher(final String line) {
        final Matcher m = LINE.matcher(line);
        if (!m.matches()) {
            throw new IllegalStateException("Expected NAME [QUANTITY]: TEXT but found: " + line);
        }
        return m;
    }

    private static Stream<String> names(final Matcher m) {
        return Stream.of(m.group(1).split(", "));
    }

    private static ColumnText text(final Matcher m) {
        return new ColumnText(m.group(2) == null ? "" : m.group(2), m.group(3));
    }

    /**
     * The text of a column in the list, whose quantity also makes its type and unit, see {@link StateUnits#columns}.
     *
     * @param name the column
     * @return what it means, if the list has it
     */
    public static Optional<ColumnText> of(final String name) {
        return Optional.ofNullable(KNOWN.get(name));
    }

    /**
     * The text of an output port.
     *
     * @param introduction what a row is
     * @param columns the columns: a name of the list; several names of one meaning, joined by ", "; several of these,
     *            joined by "; "; or, for a meaning that only this table has, {@code NAME [QUANTITY]: TEXT} as in the
     *            list
     * @return the introduction and a list of the columns with their units, as XHTML
     * @throws IllegalArgumentException if a name is not in the list
     */
    public static String port(final String introduction, final String... columns) {
        return introduction + Stream.of(columns)
            .flatMap(column -> LINE.matcher(column).matches() ? Stream.of(column) : Stream.of(column.split("; ")))
            .map(ColumnTexts::item).collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String item(final String column) {
        final Matcher own = LINE.matcher(column);
        final boolean isOwn = own.matches();
        final String[] names = isOwn ? own.group(1).split(", ") : column.split(", ");
        final ColumnText text = isOwn ? text(own) : of(names[0]).orElseThrow(
            () -> new IllegalArgumentException("Column '" + column + "' is not explained in columns.txt."));
        return Stream.of(names).collect(Collectors.joining("</tt>, <tt>", "<li><tt>", "</tt>"))
            + (text.unit().isEmpty() ? "" : " (" + text.unit() + ")") + ": " + escape(text.meaning()) + "</li>";
    }

    private static String escape(final String text) {
        return text.replaceAll("&(?!\\w+;)", "&amp;").replaceAll("<(?!/?(i|b|tt|sub|sup)>)", "&lt;");
    }
}
