package org.flavorwaves.knime.io.emu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.flavorwaves.knime.io.StateFormatException;

/**
 * Tells the generations of Emu's particle files without column names apart: by the number of columns, and where two
 * have the same number by what their numbers must obey.
 */
final class EmuLayouts {
    private static final List<String> MOMENTUM = List.of("pupx", "pupy", "pupz", "pupt");

    private static final List<String> TAIL = List.of("TrHN", "Vphase");

    /** Deviation from a trace of 1, or from a positive density matrix, that still counts as printing error. */
    private static final double TOLERANCE = 1e-6;

    private EmuLayouts() {
    }

    /**
     * Recognizes a layout.
     *
     * @param flavors 2 or 3
     * @param rows the numbers
     * @param lines their lines, for messages
     * @return the columns
     * @throws StateFormatException if no layout or more than one fits; names the candidates
     */
    static EmuColumns of(final int flavors, final List<double[]> rows, final List<Long> lines) {
        final int count = rows.get(0).length;
        final EmuColumns fractions = fractions(flavors, false);
        final EmuColumns withLength = fractions(flavors, true);
        final int densities = densities(flavors, 0).names().size();
        if (count == withLength.names().size()) {
            return withLength;
        }
        if (count < densities || count > densities + TAIL.size()) {
            throw new StateFormatException("An Emu particle file of " + flavors + " flavors without column names has "
                + densities + " to " + (densities + TAIL.size()) + " or " + withLength.names().size()
                + " columns, but this one has " + count + ".");
        }
        final EmuColumns matrices = densities(flavors, count - densities);
        return count == fractions.names().size() ? decide(matrices, fractions, rows, lines) : matrices;
    }

    private static EmuColumns decide(final EmuColumns matrices, final EmuColumns fractions,
        final List<double[]> rows, final List<Long> lines) {
        final Optional<String> againstMatrices = problem(matrices, rows, lines);
        final Optional<String> againstFractions = problem(fractions, rows, lines);
        if (againstMatrices.isPresent() != againstFractions.isPresent()) {
            return againstMatrices.isPresent() ? fractions : matrices;
        }
        final String candidates = "The " + matrices.names().size() + " columns can be density matrices in cm^-3 ("
            + String.join(" ", matrices.names()) + ") or densities with matrices of unit trace ("
            + String.join(" ", fractions.names()) + ")";
        throw new StateFormatException(againstMatrices.isPresent()
            ? candidates + ", but are neither: " + againstMatrices.get() + "; " + againstFractions.get() + "."
            : candidates + ", and nothing in the file tells which. Write the column names on the second line.");
    }

    private static EmuColumns densities(final int flavors, final int tail) {
        final List<String> names = new ArrayList<>(MOMENTUM);
        names.addAll(EmuColumns.matrix("N", flavors, ""));
        names.addAll(EmuColumns.matrix("N", flavors, "bar"));
        names.addAll(TAIL.subList(0, tail));
        return new EmuColumns(names, flavors);
    }

    private static EmuColumns fractions(final int flavors, final boolean length) {
        final List<String> names = new ArrayList<>(MOMENTUM);
        for (final String suffix : List.of("", "bar")) {
            names.add("N" + suffix);
            if (length) {
                names.add("L" + suffix);
            }
            names.addAll(EmuColumns.matrix("f", flavors, suffix));
        }
        return new EmuColumns(names, flavors);
    }

    /** The first number that the layout does not allow. */
    private static Optional<String> problem(final EmuColumns columns, final List<double[]> rows,
        final List<Long> lines) {
        for (int r = 0; r < rows.size(); r++) {
            for (final boolean bar : new boolean[]{false, true}) {
                final Optional<String> problem = columns.fractions() ? trace(columns, rows.get(r), bar)
                    : positive(columns, rows.get(r), bar);
                if (problem.isPresent()) {
                    return Optional.of("line " + lines.get(r) + " has " + problem.get());
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> trace(final EmuColumns columns, final double[] row, final boolean bar) {
        final String suffix = bar ? "bar" : "";
        final double density = row[columns.index("N" + suffix)];
        double trace = 0;
        for (int a = 0; a < columns.flavors(); a++) {
            trace += row[columns.element(a, a, "Re", bar)];
        }
        if (!(density >= 0) || Math.abs(trace - 1) > TOLERANCE && !(density == 0 && trace == 0)) {
            return Optional.of("N" + suffix + " = " + density + " with a matrix f" + suffix + " of trace " + trace);
        }
        return Optional.empty();
    }

    private static Optional<String> positive(final EmuColumns columns, final double[] row, final boolean bar) {
        final String suffix = bar ? "bar" : "";
        for (int a = 0; a < columns.flavors(); a++) {
            for (int b = a + 1; b < columns.flavors(); b++) {
                final double aa = row[columns.element(a, a, "Re", bar)];
                final double bb = row[columns.element(b, b, "Re", bar)];
                final double off = Math.hypot(row[columns.element(a, b, "Re", bar)],
                    row[columns.element(a, b, "Im", bar)]);
                if (!(aa >= 0 && bb >= 0 && off <= (1 + TOLERANCE) * Math.sqrt(aa) * Math.sqrt(bb))) {
                    return Optional.of("N" + a + b + suffix + " of size " + off + " beside N" + a + a + suffix + " = "
                        + aa + " and N" + b + b + suffix + " = " + bb);
                }
            }
        }
        return Optional.empty();
    }
}
