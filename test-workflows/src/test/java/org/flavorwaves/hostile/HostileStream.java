package org.flavorwaves.hostile;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.NodeSettings;

/** Streams: sound profiles and waves of a run before, and settings of geometries and closures that go together. */
final class HostileStream {
    /** The port that only a node of streams has. */
    private static final String PROFILE = "Profile";

    private static final int CELLS = 8;

    private static final int WAVES = 4;

    /** Wave numbers reach from minus to plus this. */
    private static final double REACH = 3;

    private static final List<String> WITHOUT_WAVES = List.of("ADIABATIC", "BGK");

    private static final List<String> CLOSURES =
        List.of("ADIABATIC", "BGK", "FLAVOR_WAVES", "FLAVOMONS", "WAVE_MATRIX", "WAVE_EQUILIBRIUM");

    private static final List<String> GEOMETRIES = List.of("SLAB", "SLAB", "SLAB", "HOMOGENEOUS", "HOMOGENEOUS");

    private static final List<List<String>> ENDS = List.of(List.of("INFLOW", "INFLOW"), List.of("INFLOW", "OUTFLOW"),
        List.of("OUTFLOW", "INFLOW"), List.of("PERIODIC", "PERIODIC"), List.of("PERIODIC", "PERIODIC"),
        List.of("REFLECTING", "REFLECTING"), List.of("INFLOW", "REFLECTING"));

    private HostileStream() {
    }

    /** Whether a node carries streams: of its many conditions few inputs would meet all if as many were spoiled. */
    static boolean is(final DefaultNodeType node) {
        return node.inputs().stream().anyMatch(p -> p.name().equals(PROFILE));
    }

    /** Places or times with what surrounds the stream there. */
    static HostileTable profile(final Random random) {
        final HostileTable table = new HostileTable(Stream.of("z", "t", "lambda", "selfInteraction")
            .filter(name -> name.length() == 1 || random.nextBoolean()).toArray(String[]::new));
        for (int place = 0; place < 4; place++) {
            final int row = table.addRow();
            table.set(row, "z", 1.0 + place);
            table.set(row, "t", (double) place);
            table.set(row, "lambda", 4.0 - place);
            table.set(row, "selfInteraction", 1 + 0.2 * place);
        }
        return table;
    }

    /** Waves in the cells of {@link #profile} at the wave numbers of {@link #fit}. */
    static HostileTable waves(final Random random) {
        final HostileTable table = new HostileTable("z", "k", "branch", "action", "intensity");
        final int branches = 2 + 2 * random.nextInt(2);
        for (int cell = 0; cell < CELLS; cell++) {
            for (int k = 0; k < WAVES; k++) {
                for (int branch = 0; branch < branches; branch++) {
                    final int row = table.addRow();
                    table.set(row, "z", 1 + 3 * (cell + 0.5) / CELLS);
                    table.set(row, "k", REACH * ((2.0 * k + 1) / WAVES - 1));
                    table.set(row, "branch", (double) branch);
                    table.set(row, "action", 1e-3 * random.nextDouble());
                    table.set(row, "intensity", 1e-3 * random.nextDouble());
                }
            }
        }
        return table;
    }

    /** Turns all modes outward, as a sphere emits them. */
    static void outward(final HostileTable table) {
        for (final HostileTable.Column column : table.columns()) {
            if (List.of("vz", "mu").contains(column.name())) {
                column.values().replaceAll(v -> Math.abs((Double) v));
            }
        }
    }

    /** Gives the ends of a state the modes that come back from a mirror: the second half is the first one, turned. */
    static void mirror(final HostileTable table, final int modes) {
        for (int row = 0; row < table.rows(); row++) {
            final int mode = row % modes;
            final int other = row - mode + modes - 1 - mode;
            if (other < row) {
                for (final HostileTable.Column column : table.columns()) {
                    final Object value = column.values().get(other);
                    column.values().set(row, List.of("vx", "vy", "vz", "mu").contains(column.name())
                        ? (Object) (-(Double) value) : value);
                }
            }
        }
    }

    /** Sets a geometry, its ends and a closure that go together. */
    static void fit(final NodeSettings settings, final List<DataTableSpec> inputs, final Random random,
        final StringBuilder said) {
        final boolean goesOn = inputs.size() > 2;
        final boolean sphere = !goesOn && inputs.get(0).containsName("mu") && random.nextInt(4) == 0;
        final String geometry =
            sphere ? "BULB" : pick(GEOMETRIES.subList(0, goesOn ? 4 : inputs.get(0).containsName("z") ? 3 : 5), random);
        final String closure = pick(goesOn ? CLOSURES.subList(2, 5)
            : sphere ? WITHOUT_WAVES : CLOSURES, random);
        final List<String> ends = ENDS.get(random.nextInt(ENDS.size()));
        settings.addString("geometry", geometry);
        settings.addString("closure", closure);
        settings.addString("boundaryLeft", ends.get(0));
        settings.addString("boundaryRight", ends.get(1));
        settings.addBoolean("stationary", closure.equals("ADIABATIC") && !geometry.equals("HOMOGENEOUS")
            && random.nextBoolean());
        if (!WITHOUT_WAVES.contains(closure)) {
            settings.addDouble("thetaMix", 0);
            settings.addDouble("matterPotential", random.nextBoolean() ? 0 : 3);
        } else if (random.nextInt(4) > 0) {
            settings.addDouble("thetaMix", 0.6);
            settings.addDouble("matterPotential", 3);
        }
        if (goesOn || random.nextBoolean()) {
            settings.addDouble("kMin", -REACH);
            settings.addDouble("kMax", REACH);
        }
        settings.addDouble("tEnd", random.nextBoolean() ? 0 : 2);
        said.append("  ").append(geometry).append(' ').append(ends).append(' ').append(closure).append('\n');
    }

    private static String pick(final List<String> values, final Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
