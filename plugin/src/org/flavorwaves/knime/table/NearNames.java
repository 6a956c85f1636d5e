package org.flavorwaves.knime.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.knime.core.data.DataTableSpec;

/**
 * Finds columns that are not read but whose name is almost that of one that would be: another case, blanks, brackets
 * with a unit, one letter more, less, exchanged or wrong. A table whose column is "Cell" and not "cell" is one cell, so
 * such a name must not pass in silence.
 */
public final class NearNames {
    /** Names of fewer letters are compared to the letter. */
    private static final int LONG_NAME = 4;

    private static final Map<String, String> SYNONYMS = Map.of("energy", StateColumns.ENERGY, "emev",
        StateColumns.ENERGY, "depolarization", StateColumns.DEPOLARIZATION, "depolarisation",
        StateColumns.DEPOLARIZATION, "absorption", StateColumns.KAPPA, "cellid", StateColumns.CELL, "zone",
        StateColumns.CELL);

    private NearNames() {
    }

    /**
     * Looks through a table.
     *
     * @param spec the table
     * @param known names that are read
     * @return one sentence for each column in doubt
     */
    public static List<String> in(final DataTableSpec spec, final Collection<String> known) {
        final List<String> names = Arrays.asList(spec.getColumnNames());
        return of(names, known.stream().filter(name -> !names.contains(name)).toList());
    }

    /**
     * Looks through names.
     *
     * @param names the names of columns
     * @param absent names that would be read but are not there
     * @return one sentence for each name in doubt
     */
    public static List<String> of(final Collection<String> names, final Collection<String> absent) {
        final List<String> sentences = new ArrayList<>();
        for (final String name : names) {
            nearest(name, absent).ifPresent(meant -> sentences.add("Column '" + name
                + "' is not read, as its name is not '" + meant + "'; rename it if it is meant."));
        }
        return sentences;
    }

    private static Optional<String> nearest(final String name, final Collection<String> absent) {
        final String plain = plain(name);
        final Optional<String> same = absent.stream()
            .filter(known -> plain(known).equals(plain) || known.equals(SYNONYMS.get(plain))).findFirst();
        return same.isPresent() ? same
            : absent.stream().filter(known -> known.length() >= LONG_NAME && oneApart(plain, plain(known))).findFirst();
    }

    /** Letters and digits in lower case, without what is in brackets. */
    private static String plain(final String name) {
        return name.replaceAll("[\\[({].*", "").replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Whether one letter more, less or other, or two neighbours exchanged, make one of the other. */
    private static boolean oneApart(final String a, final String b) {
        final String longer = a.length() >= b.length() ? a : b;
        final String shorter = a.length() >= b.length() ? b : a;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
            i++;
        }
        if (longer.length() > shorter.length()) {
            return longer.substring(i + 1).equals(shorter.substring(i));
        }
        return i >= shorter.length() - 1 || longer.substring(i + 1).equals(shorter.substring(i + 1))
            || longer.charAt(i) == shorter.charAt(i + 1) && longer.charAt(i + 1) == shorter.charAt(i)
                && longer.substring(i + 2).equals(shorter.substring(i + 2));
    }
}
