package org.flavorwaves.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.embedded.catalog.Configured;
import org.flavorwaves.embedded.catalog.DefaultNodeType;
import org.flavorwaves.embedded.catalog.LoadedNode;
import org.flavorwaves.embedded.catalog.NodeCatalog;
import org.flavorwaves.embedded.catalog.NodeContext;
import org.flavorwaves.embedded.catalog.Port;
import org.flavorwaves.embedded.io.AtomicFile;
import org.flavorwaves.embedded.node.ParameterInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;

/**
 * Every column that any node can put out is explained in the text of its port, numbers with their unit or as
 * dimensionless, and it declares the unit that the text gives. Nodes are configured with each pair of values of
 * their choices in natural units and with each value in CGS, on states with all optional columns and with none, of two
 * and of three flavors.
 */
class ColumnsExplainedTest {
    private static final Pattern ITEM = Pattern.compile("- ([\\w+-]+(?:, [\\w+-]+)*)(?: \\(([^()]*)\\))?: ");

    private static final Pattern CGS = Pattern.compile(", (.*) with CGS");

    /** A column that is no column of a state but has a meaning for one node; others hand it on as it is. */
    private static final String FOREIGN = "gamma";

    /** Choices of a node of which all pairs are tried; of more it is one at a time. */
    private static final int MOST_PAIRED = 20;

    @TempDir
    private Path m_folder;

    /** What an input state has. */
    private enum Input {
        RICH, POOR, THREE_FLAVORS
    }

    private final List<String> m_faults = new ArrayList<>();

    private Path m_file;

    @BeforeEach
    void writeState() throws IOException {
        m_file = m_folder.resolve("state.csv");
        Files.writeString(m_file, "cell,species,E,mu,weight,P0,Px,Py,Pz,omega,D,n,fx,fy,fz,x,y,z,rho,T,Ye\n"
            + "a,nu,10,1,1,1,0,0,1,0,0,1,0,0,0,0,0,0,0,0,0\n");
    }

    @Test
    void everyColumnHasItsTextAndUnit() throws IOException {
        final NodeCatalog catalog = NodeCatalog.find(getClass().getClassLoader(), List.of());
        int columns = 0;
        for (final NodeCatalog.Listed listed : catalog.declared()) {
            columns += check((DefaultNodeType) listed.type());
        }
        assertThat(m_faults).isEmpty();
        assertThat(columns).isGreaterThan(600);
    }

    /** Configures a node in all ways and checks each column of each port once for each unit. */
    private int check(final DefaultNodeType node) {
        final Set<String> seen = new TreeSet<>();
        for (final Input kind : node.inputs().isEmpty() ? List.of(Input.RICH) : List.of(Input.values())) {
            for (final String units : new String[]{"NATURAL", "CGS"}) {
                final List<Consumer<NodeSettings>> changes = changes(node, settings(node, kind, units));
                for (int first = 0; first < changes.size(); first++) {
                    final int last = units.equals("CGS") || changes.size() > MOST_PAIRED ? 0 : first;
                    for (int second = 0; second <= last; second++) {
                        final NodeSettings settings = settings(node, kind, units);
                        changes.get(first).accept(settings);
                        changes.get(second).accept(settings);
                        check(node, settings, kind, units, seen);
                    }
                }
            }
        }
        assertThat(seen).as(node.displayName() + " can be configured").isNotEmpty();
        return seen.size();
    }

    /** No change, and each value of each choice and switch that decides on columns or may do so. */
    private static List<Consumer<NodeSettings>> changes(final DefaultNodeType node, final NodeSettings defaults) {
        final List<Consumer<NodeSettings>> changes = new ArrayList<>();
        changes.add(settings -> { });
        for (final ParameterInfo parameter : node.parameters().values()) {
            final String key = parameter.path();
            if (key.equals("units") || !defaults.containsKey(key)) {
                continue;
            }
            parameter.choices().forEach(choice -> changes.add(settings -> settings.addString(key, choice.value())));
            for (final boolean value : new boolean[]{true, false}) {
                if (defaults.getBoolean(key, value) != value) {
                    changes.add(settings -> settings.addBoolean(key, value));
                }
            }
        }
        return changes;
    }

    private NodeSettings settings(final DefaultNodeType node, final Input kind, final String units) {
        final NodeSettings settings = node.defaults(inputs(node, kind, units));
        for (final Map.Entry<String, String> value : Map.of("units", units, "path", m_file.toString()).entrySet()) {
            if (settings.containsKey(value.getKey())) {
                settings.addString(value.getKey(), value.getValue());
            }
        }
        return settings;
    }

    private void check(final DefaultNodeType node, final NodeSettings settings, final Input kind,
        final String units, final Set<String> seen) {
        final LoadedNode loaded;
        try {
            loaded = node.load(settings, new NodeContext(m_folder, new AtomicFile()));
        } catch (final InvalidSettingsException contradiction) {
            return;
        }
        final List<DataTableSpec> inputs = inputs(node, kind, units);
        final Configured configured = loaded.configure(inputs);
        for (int p = 0; configured.successful() && p < configured.specs().size(); p++) {
            final Port port = node.outputs().get(p);
            final Map<String, String> texts = texts(port.description());
            for (final DataColumnSpec column : configured.specs().get(p).orElseGet(DataTableSpec::new)) {
                if (inputs.stream().anyMatch(input -> input.containsName(FOREIGN))
                    && column.getName().equals(FOREIGN)) {
                    continue;
                }
                final String name = node.displayName() + " / " + port.name() + " / " + column.getName();
                if (seen.add(name + " / " + units)) {
                    check(name, column, texts, units);
                }
            }
        }
    }

    private void check(final String name, final DataColumnSpec column, final Map<String, String> texts,
        final String units) {
        final String unit = texts.get(column.getName());
        if (unit == null) {
            m_faults.add(name + " is not explained");
            return;
        }
        final boolean number = column.getType().equals(DoubleCell.TYPE);
        if (number == unit.isEmpty()) {
            m_faults.add(name + (number ? " has no unit in its text" : " is no number but has a unit"));
        }
        final Matcher cgs = CGS.matcher(unit);
        final String declared = column.getProperties().getProperty("unit", "");
        final String expected = cgs.find() ? (units.equals("CGS") ? plain(cgs.group(1)) : "")
            : unit.equals("dimensionless") ? "" : plain(unit);
        if (!declared.equals(column.getName().equals("weight") && units.equals("NATURAL") ? "natural" : expected)) {
            m_faults.add(name + " declares '" + declared + "' in " + units + " but its text says '" + unit + "'");
        }
    }

    private static String plain(final String unit) {
        return unit.replace("⁻", "^-").replaceAll("(?<!-)²", "^2").replace('¹', '1').replace('²', '2')
            .replace('³', '3').replace('⁴', '4');
    }

    /** The columns of a port with their units. */
    private static Map<String, String> texts(final String description) {
        final Map<String, String> texts = new HashMap<>();
        final Matcher item = ITEM.matcher(description);
        while (item.find()) {
            final String unit = item.group(2) == null ? "" : item.group(2);
            Arrays.stream(item.group(1).split(", ")).forEach(name -> texts.put(name, unit));
        }
        return texts;
    }

    private static List<DataTableSpec> inputs(final DefaultNodeType node, final Input kind, final String units) {
        return node.inputs().stream().filter(port -> !port.optional()).map(port -> input(port.name(), kind, units))
            .toList();
    }

    private static DataTableSpec input(final String port, final Input kind, final String units) {
        final boolean rich = kind != Input.POOR;
        final String columns = switch (port) {
            case "Reference", "Resolved evolution", "Theory evolution" -> "t mode Pz";
            case "Resolved summary", "Theory summary" -> "wall_time";
            case "Spectrum" -> "cell t k power" + (rich ? " omega_re kappa band n" : "");
            case "Field" -> (rich ? "cell omega D vx vy vz " : "mu ") + "point z species weight P0 Px Py Pz";
            case "Launches" -> "z kx ky kz" + (rich ? " omega_re action" : "");
            case "Background" -> (rich ? "cell z lambda E omega D vx vy vz " : "mu ") + "species weight P0 Px Py Pz";
            case "Moments" -> (rich ? "cell E " : "") + "species n fx fy fz";
            case "Table" -> (rich ? "cell E omega D " : "") + "mu weight nu_e nubar_e nu_x nubar_x";
            default -> kind == Input.THREE_FLAVORS ? "cell omega21 omega31 D vx vy vz species weight rho_ee rho_mm "
                + "rho_tt rho_em_re rho_em_im rho_et_re rho_et_im rho_mt_re rho_mt_im" : (rich ? "cell E omega D "
                + FOREIGN + " vx vy vz " : "mu ") + "species weight P0 Px Py Pz";
        };
        return new DataTableSpec(
            Arrays.stream(columns.split(" ")).map(name -> column(name, units)).toArray(DataColumnSpec[]::new));
    }

    private static DataColumnSpec column(final String name, final String units) {
        final boolean text = name.equals("cell") || name.equals("species");
        final DataColumnSpecCreator creator =
            new DataColumnSpecCreator(name, text ? StringCell.TYPE : DoubleCell.TYPE);
        final Map<String, String> declared = Map.of("E", "MeV", "vx", "c", "vy", "c", "vz", "c");
        final boolean cgs = units.equals("CGS");
        final boolean potential = List.of("omega", "omega21", "omega31", "D", "k").contains(name);
        final boolean rate = List.of(FOREIGN, "omega_re").contains(name);
        final String unit = name.equals("weight") ? (cgs ? "cm^-3" : "natural") : cgs && potential ? "cm^-1"
            : cgs && rate ? "s^-1" : cgs && name.equals("t") ? "s" : declared.getOrDefault(name, "");
        if (!unit.isEmpty()) {
            creator.setProperties(new DataColumnProperties(Map.of("unit", unit)));
        }
        return creator.createSpec();
    }
}
