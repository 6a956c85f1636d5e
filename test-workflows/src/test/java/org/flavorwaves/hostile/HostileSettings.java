package org.flavorwaves.hostile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.node.ParameterInfo;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.ConfigEntries;

/** Settings of a node: its own choice for its tables, small sizes for quick runs, then a few hostile values. */
final class HostileSettings {
    private static final double[] DOUBLES = {0, -0.0, -1, 1, 0.5, 2, 37, 1e-12, 1e-300, Double.MIN_VALUE, 1e6, 1e12,
        1e300, Double.MAX_VALUE, -1e300, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};

    private static final int[] INTS = {0, -1, 1, 2, 3, 7, 100, 1_000_000, 1 << 27, Integer.MAX_VALUE,
        Integer.MIN_VALUE};

    private static final String[] TEXTS = {"", " ", "abc", "NaN", "0", "1, 2, x", "1e400", "1,1,1", "-1;5", "1 0.5",
        "species", "Px", "weight", "no such column", "\u00e9\u2028"};

    /** Sizes that keep a run short. */
    private static final Map<String, Integer> SMALL = Map.ofEntries(Map.entry("kCount", 4), Map.entry("nTheta", 4),
        Map.entry("nPhi", 4), Map.entry("outputs", 3), Map.entry("pointsZ", 8), Map.entry("nMax", 2),
        Map.entry("starts", 6), Map.entry("steps", 4), Map.entry("modes", 6), Map.entry("resolution", 8),
        Map.entry("nFrequencies", 4), Map.entry("kAcrossCount", 3), Map.entry("largestHarmonic", 2),
        Map.entry("maxSteps", 2000), Map.entry("nEnergies", 3), Map.entry("cells", 8));

    private HostileSettings() {
    }

    static NodeSettings make(final DefaultNodeType node, final List<DataTableSpec> inputs, final String path,
        final Random random, final StringBuilder said) {
        final NodeSettings settings = node.defaults(inputs);
        SMALL.forEach((key, value) -> {
            if (settings.containsKey(key) && settings.getEntry(key).getType() == ConfigEntries.xint) {
                settings.addInt(key, value);
            }
        });
        if (settings.containsKey("duration") && settings.getDouble("duration", 0) > 0) {
            settings.addDouble("duration", 2);
        }
        if (settings.containsKey("thetaMix") && random.nextBoolean()) {
            settings.addDouble("thetaMix", 0.6);
            settings.addDouble("matterPotential", 3);
            said.append("  with mixing and matter\n");
        }
        if (settings.containsKey("path")) {
            settings.addString("path", path);
        }
        final List<ParameterInfo> all = new ArrayList<>(node.parameters().values());
        all.removeIf(p -> !settings.containsKey(p.path()));
        int changes = all.isEmpty() ? 0 : Math.min(random.nextInt(4), random.nextInt(4));
        if (HostileStream.is(node)) {
            HostileStream.fit(settings, inputs, random, said);
            changes = random.nextBoolean() ? changes : 0;
        }
        for (int i = 0; i < changes; i++) {
            final ParameterInfo parameter = all.get(random.nextInt(all.size()));
            change(settings, parameter, random);
            said.append("  ").append(String.valueOf(settings.getEntry(parameter.path())).strip()).append('\n');
        }
        return settings;
    }

    private static void change(final NodeSettings settings, final ParameterInfo parameter, final Random random) {
        final String key = parameter.path();
        if (!parameter.choices().isEmpty()) {
            settings.addString(key, parameter.choices().get(random.nextInt(parameter.choices().size())).value());
            return;
        }
        switch (settings.getEntry(key).getType()) {
            case xdouble -> settings.addDouble(key, DOUBLES[random.nextInt(DOUBLES.length)]);
            case xint -> settings.addInt(key, INTS[random.nextInt(INTS.length)]);
            case xlong -> settings.addLong(key, random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE);
            case xboolean -> settings.addBoolean(key, !settings.getBoolean(key, false));
            case xstring -> settings.addString(key, TEXTS[random.nextInt(TEXTS.length)]);
            default -> throw new IllegalStateException("No hostile value for " + key + ".");
        }
    }
}
