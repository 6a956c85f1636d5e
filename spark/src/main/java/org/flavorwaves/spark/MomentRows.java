package org.flavorwaves.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;
import org.flavorwaves.physics.distribution.FlavorSpecies;
import org.flavorwaves.physics.distribution.moments.FlavorMoments;
import org.flavorwaves.physics.distribution.moments.SpeciesMoments;

/**
 * Where the moments are in a table. A long one, as the nodes have it, has a row a cell and kind of neutrino with the
 * columns cell, species, [E], n, fx, fy, fz; a wide one has a row a cell with the columns n_KIND, fx_KIND, fy_KIND and
 * fz_KIND of each kind. Kinds are nu_e, nubar_e, nu_x, nubar_x, each one kind, or nu_x_sum4 for the sum of four.
 *
 * @param isLong whether there is a row a kind
 * @param names the columns that are read, without those that are passed on
 * @param cell index of cell, -1 without it
 * @param species index of species in a long table
 * @param energy index of E in a long table, -1 without it
 * @param kinds kinds of a wide table; one name for those of a long one
 * @param numbers indices of n, fx, fy, fz of each kind
 */
record MomentRows(boolean isLong, List<String> names, int cell, int species, int energy, List<String> kinds,
    List<int[]> numbers) implements Serializable {
    private static final long serialVersionUID = 1;

    private static final String CELL = "cell";

    private static final String SPECIES = "species";

    private static final String ENERGY = "E";

    private static final String SUM4 = "nu_x_sum4";

    private static final List<String> KINDS = List.of("nu_e", "nubar_e", "nu_x", "nubar_x", SUM4);

    /** Largest size of a number, as in the nodes. */
    private static final double LARGEST = 1e60;

    /** Finds the columns; throws IllegalArgumentException with a sentence if some are missing or no numbers. */
    static MomentRows of(final StructType schema) {
        final Set<String> all = new TreeSet<>(List.of(schema.fieldNames()));
        final boolean isLong = all.contains(SPECIES);
        final List<String> names = new ArrayList<>();
        final List<String> kinds = new ArrayList<>();
        final List<int[]> numbers = new ArrayList<>();
        if (isLong) {
            require(schema, CELL);
            if (!schema.apply(SPECIES).dataType().equals(DataTypes.StringType)) {
                throw new IllegalArgumentException("The column 'species' must hold texts.");
            }
            names.add(SPECIES);
            if (all.contains(ENERGY)) {
                names.add(ENERGY);
                number(schema, ENERGY);
            }
            kinds.add("");
        } else {
            KINDS.stream().filter(kind -> all.contains("n_" + kind)).forEach(kinds::add);
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("The table needs the columns cell, species, n, fx, fy, fz with a "
                    + "row a cell and kind of neutrino, or n_nu_e, fx_nu_e, fy_nu_e, fz_nu_e and the same of nubar_e, "
                    + "nu_x, nubar_x or nu_x_sum4 with a row a cell; found: "
                    + String.join(", ", schema.fieldNames()) + ".");
            }
        }
        for (final String kind : kinds) {
            final int[] columns = new int[4];
            for (int m = 0; m < columns.length; m++) {
                final String name = List.of("n", "fx", "fy", "fz").get(m) + (isLong ? "" : "_" + kind);
                columns[m] = number(schema, name);
                names.add(name);
            }
            numbers.add(columns);
        }
        return new MomentRows(isLong, names, all.contains(CELL) ? schema.fieldIndex(CELL) : -1,
            isLong ? schema.fieldIndex(SPECIES) : -1, isLong && all.contains(ENERGY) ? schema.fieldIndex(ENERGY) : -1,
            kinds, numbers);
    }

    private static void require(final StructType schema, final String name) {
        if (!List.of(schema.fieldNames()).contains(name)) {
            throw new IllegalArgumentException("Column '" + name + "' is missing; found: "
                + String.join(", ", schema.fieldNames()) + ".");
        }
    }

    private static int number(final StructType schema, final String name) {
        require(schema, name);
        if (!(schema.apply(name).dataType() instanceof NumericType)) {
            throw new IllegalArgumentException("Column '" + name + "' must hold numbers but is "
                + schema.apply(name).dataType().simpleString() + ".");
        }
        return schema.fieldIndex(name);
    }

    /** The columns of a table that are read or passed on. */
    static Column[] columns(final StructType schema) {
        return Stream.concat(StabilityRow.beside(schema).stream(), of(schema).names().stream())
            .map(name -> functions.col("`" + name.replace("`", "``") + "`")).toArray(Column[]::new);
    }

    /** The moments of the rows of a cell; throws IllegalArgumentException if one is bad. */
    List<FlavorMoments> moments(final List<Row> rows) {
        final TreeMap<Double, Map<String, SpeciesMoments>> bins = new TreeMap<>();
        for (final Row row : rows) {
            if (isLong) {
                final double bin = energy < 0 ? 1 : finite(row, energy);
                if (bin <= 0) {
                    throw new IllegalArgumentException("E = " + bin + " MeV must be positive.");
                }
                if (row.isNullAt(species)) {
                    throw new IllegalArgumentException("There is a missing value in column 'species'.");
                }
                put(bins.computeIfAbsent(bin, e -> new HashMap<>()), row.getString(species), row, numbers.get(0));
            } else {
                for (int k = 0; k < kinds.size(); k++) {
                    put(bins.computeIfAbsent(1.0, e -> new HashMap<>()), kinds.get(k), row, numbers.get(k));
                }
            }
        }
        return bins.values().stream().map(MomentRows::moments).toList();
    }

    private static void put(final Map<String, SpeciesMoments> bin, final String kind, final Row row,
        final int[] columns) {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("The species '" + kind + "' must be one of " + String.join(", ", KINDS)
                + ".");
        }
        final SpeciesMoments moments = new SpeciesMoments(finite(row, columns[0]), finite(row, columns[1]),
            finite(row, columns[2]), finite(row, columns[3]));
        if (bin.put(kind, moments) != null) {
            throw new IllegalArgumentException("The species '" + kind + "' is given a second time.");
        }
    }

    private static double finite(final Row row, final int column) {
        final Number number = (Number) row.get(column);
        if (number == null || !(Math.abs(number.doubleValue()) <= LARGEST)) {
            throw new IllegalArgumentException("There is "
                + (number == null ? "a missing value" : number.toString()) + " in column '"
                + row.schema().fieldNames()[column] + "'; it must be a finite number of at most " + LARGEST + ".");
        }
        return number.doubleValue();
    }

    private static FlavorMoments moments(final Map<String, SpeciesMoments> kinds) {
        final SpeciesMoments nuE = of(kinds, FlavorSpecies.NU_E);
        final SpeciesMoments nubarE = of(kinds, FlavorSpecies.NUBAR_E);
        final boolean single = kinds.containsKey(FlavorSpecies.NU_X.label())
            || kinds.containsKey(FlavorSpecies.NUBAR_X.label());
        if (kinds.containsKey(SUM4)) {
            if (single) {
                throw new IllegalArgumentException("There are both '" + SUM4 + "' and 'nu_x' or 'nubar_x'; one must "
                    + "go.");
            }
            return FlavorMoments.ofSummedX(nuE, nubarE, kinds.get(SUM4));
        }
        final SpeciesMoments nuX = of(kinds, FlavorSpecies.NU_X);
        return new FlavorMoments(nuE, nubarE, nuX, kinds.getOrDefault(FlavorSpecies.NUBAR_X.label(), nuX));
    }

    private static SpeciesMoments of(final Map<String, SpeciesMoments> kinds, final FlavorSpecies kind) {
        return kinds.getOrDefault(kind.label(), SpeciesMoments.NONE);
    }
}
