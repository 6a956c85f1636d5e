#!/usr/bin/env python3
"""Makes the skeleton of a node that answers cell by cell: it builds, runs and passes its tests as it is.

    config/new-node.py "Node Name" CATEGORY      CATEGORY: sources equilibrium stability dynamics thermodynamics

Writes the package of the node, its test, an icon, the entries in plugin.xml and CHANGELOG.md, and a test workflow with
its expected table. docs/adding-a-node.md says what to put in the place of the example, the strength of all modes.
"""
import os
import re
import struct
import subprocess
import sys
import zlib

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = os.path.join(ROOT, 'test-workflows/unstable-two-beams')
CATEGORIES = ('sources', 'equilibrium', 'stability', 'dynamics', 'thermodynamics')

FACTORY = '''package org.flavorwaves.knime.nodes.PACKAGE;

import org.flavorwaves.knime.nodes.CellPipeline;
import org.flavorwaves.knime.nodes.NodeRun;
import org.flavorwaves.knime.table.ColumnTexts;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateTable;
import org.flavorwaves.knime.table.StateUnits;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.CanceledExecutionException;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.node.DefaultModel.ConfigureInput;
import org.knime.node.DefaultModel.ConfigureOutput;
import org.knime.node.DefaultModel.ExecuteInput;
import org.knime.node.DefaultModel.ExecuteOutput;
import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node NAME. */
public final class CLASSNodeFactory extends DefaultNodeFactory {
    private static final DefaultNode NODE = DefaultNode.create() //
        .name("NAME") //
        .icon("../../../../../icons/SLUG.png") //
        .shortDescription("Sums the strength of all modes.") //
        .fullDescription("""
            <p>The strength of all modes, Σ w |P|, sets the scale of all frequencies of a neutrino gas.</p>""") //
        .sinceVersion(5, 9, 0) //
        .ports(p -> p //
            .addInputTable("State", """
                One row a momentum mode: [cell], species, (vx, vy, vz or mu), weight, P0, Px, Py, Pz, and optionally \\
                omega or E, and D.""")
            .addOutputTable("Summary", ColumnTexts.port("One row a cell.", "cell", "modes",
                "strength [potential]: Σ w |P|.", "wall_time", "result"))) //
        .model(m -> m //
            .parametersClass(CLASSParameters.class) //
            .configure(CLASSNodeFactory::configure) //
            .execute(CLASSNodeFactory::execute)) //
        .nodeType(NodeType.Manipulator) //
        .keywords("neutrino", "flavor");

    /** Makes the node. */
    public CLASSNodeFactory() {
        super(NODE);
    }

    static void configure(final ConfigureInput in, final ConfigureOutput out) throws InvalidSettingsException {
        final CLASSParameters parameters = in.getParameters();
        final DataTableSpec spec = in.getInTableSpec(0);
        out.setOutSpecs(CLASSTables.summarySpec(StateLayout.of(spec),
            StateUnits.of(spec, parameters.units())));
    }

    static void execute(final ExecuteInput in, final ExecuteOutput out)
        throws CanceledExecutionException, KNIMEException {
        final CLASSParameters parameters = in.getParameters();
        final BufferedDataTable table = in.getInTable(0);
        NodeRun.execute(in, out, (progress, warnings) -> {
            final StateTable state = CellPipeline.read(table, parameters, parameters.deltaM2(),
                progress.part(0, 0.1));
            final CLASSTables tables =
                new CLASSTables(in.getExecutionContext(), state.layout(), state.units());
            CellPipeline.<Double>of(table, state, "summing")
                .run(progress.part(0.1, 1), warnings, (cell, part) -> CLASSTask.solve(cell.state()),
                    tables::add);
            out.setOutData(tables.close());
        });
    }
}
'''

PARAMETERS = '''package org.flavorwaves.knime.nodes.PACKAGE;

import org.flavorwaves.knime.nodes.EnvironmentParameters;
import org.knime.node.parameters.NodeParametersInput;

/** Parameters of the node NAME. */
final class CLASSParameters extends EnvironmentParameters {

    /** The defaults. */
    CLASSParameters() {
    }

    /** The defaults for a table. */
    CLASSParameters(final NodeParametersInput input) {
        super(input);
    }
}
'''

TASK = '''package org.flavorwaves.knime.nodes.PACKAGE;

import org.flavorwaves.physics.state.FlavorState;

/** Asks the physics about one cell. */
final class CLASSTask {
    private CLASSTask() {
    }

    static double solve(final FlavorState state) {
        double sum = 0;
        for (int i = 0; i < state.size(); i++) {
            sum += state.modes().weight(i) * state.length(i);
        }
        return sum;
    }
}
'''

TABLES = '''package org.flavorwaves.knime.nodes.PACKAGE;

import org.flavorwaves.knime.nodes.CellLoop;
import org.flavorwaves.knime.nodes.CellLoop.Solved;
import org.flavorwaves.knime.table.ResultTable;
import org.flavorwaves.knime.table.StateLayout;
import org.flavorwaves.knime.table.StateUnits;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;

/** The output table of the node NAME, filled cell by cell. */
final class CLASSTables {
    private final StateUnits m_units;

    private final ResultTable m_summary;

    CLASSTables(final ExecutionContext exec, final StateLayout layout, final StateUnits units) {
        m_units = units;
        m_summary = new ResultTable(exec, summarySpec(layout, units));
    }

    static DataTableSpec summarySpec(final StateLayout layout, final StateUnits units) {
        return layout.results(units, "modes, strength [potential], wall_time, result");
    }

    void add(final Solved<Double> solved) {
        m_summary.add(solved.cell().key(), solved.cell().state().size(), solved.value(), solved.seconds(),
            solved.cell().prefix() + "strength " + CellLoop.brief(solved.value()) + m_units.potentialUnit());
    }

    BufferedDataTable close() {
        return m_summary.close();
    }
}
'''

TEST = '''package org.flavorwaves.knime.nodes.PACKAGE;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.flavorwaves.knime.testing.NodeTester;
import org.flavorwaves.knime.testing.Tables;
import org.junit.jupiter.api.Test;
import org.knime.core.node.BufferedDataTable;

/** The node NAME. */
class CLASSNodeTest {
    private static NodeTester node() {
        return NodeTester.of(CLASSNodeFactory::configure, CLASSNodeFactory::execute,
            new CLASSParameters());
    }

    @Test
    void sumsEachCell() throws Exception {
        final BufferedDataTable state =
            Tables.of("cell:text", "species:text", "mu", "weight", "P0", "Px", "Py", "Pz")
                .row("a", "nu", 1.0, 2.0, 0.5, 0.0, 0.0, 0.5).row("a", "nubar", -1.0, 1.0, 0.5, 0.3, 0.0, 0.4)
                .row("b", "nu", 1.0, 3.0, 0.5, 0.0, 0.0, -0.5).build();
        final BufferedDataTable[] out = node().run(state);
        assertThat(Tables.numbers(out[0], "strength")).containsExactly(1.5, 1.5);
        assertThat(Tables.texts(out[0], "result").get(0)).isEqualTo("a: strength 1.500");
    }

    @Test
    void namesTheMissingColumn() {
        assertThatThrownBy(() -> node().run(Tables.of("species:text", "mu").row("nu", 1.0).build()))
            .hasMessageContaining("Column 'weight' (double) is missing; found: species, mu");
    }
}
'''

ICON = '''<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48" viewBox="0 0 48 48" fill="none" stroke="#3e3a39" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">
  <title>NAME</title>
  <path d="M6 5 V42 H43" />
  <path d="M3 8 L6 4.5 L9 8 M40 39 L43.5 42 L40 45"/>
  <circle cx="25" cy="23" r="9" stroke="#0b6fa4" stroke-width="2.4"/>
</svg>
'''


def write(path, text):
    full = os.path.join(ROOT, path)
    if os.path.exists(full):
        sys.exit(path + ' exists already')
    os.makedirs(os.path.dirname(full), exist_ok=True)
    with open(full, 'w', encoding='utf-8') as file:
        file.write(text)
    print(path)


def change(path, old, new):
    full = os.path.join(ROOT, path)
    with open(full, encoding='utf-8') as file:
        text = file.read()
    if old not in text:
        sys.exit(path + ' does not have: ' + old.strip())
    with open(full, 'w', encoding='utf-8') as file:
        file.write(text.replace(old, new, 1))
    print(path)


def png(path):
    """The icon as PNG: by rsvg-convert if it is installed, else an empty square that is to be replaced."""
    full = os.path.join(ROOT, path)
    try:
        subprocess.run(['rsvg-convert', '-w', '48', '-h', '48', full[:-3] + 'svg', '-o', full], check=True)
    except (OSError, subprocess.CalledProcessError):
        def chunk(kind, data):
            return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
        rows = b''.join(b'\0' + b'\\x0b\\x6f\\xa4\\xff' * 48 for _ in range(48))
        with open(full, 'wb') as file:
            file.write(b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', 48, 48, 8, 6, 0, 0, 0))
                       + chunk(b'IDAT', zlib.compress(rows)) + chunk(b'IEND', b''))
    print(path)


def workflow(name, factory, slug):
    """CSV Reader and the node, from a saved workflow; config/mend-workflow.py adds the checks."""
    def sample(file):
        with open(os.path.join(SAMPLE, file), encoding='utf-8') as source:
            return source.read()
    to = 'test-workflows/' + slug + '/'
    write(to + 'data/state.csv', 'species,mu,weight,P0,Px,Py,Pz\nnu,1.0,2.0,0.5,0.0,0.0,0.5\n'
          'nubar,-1.0,1.0,0.5,0.3,0.0,0.4\n')
    write(to + 'data/expected/2-%s/port_1.csv' % name, 'modes,strength\n2,1.5\n')
    for file in ('workflow-metadata.xml', 'workflowset.meta', '.artifacts/workflow-configuration.json',
                 '.artifacts/workflow-configuration-representation.json', 'CSV Reader (#1)/settings.xml'):
        write(to + file, sample(file))
    settings = sample('Unstable Flavor Waves (#2)/settings.xml')
    model = re.search(r' *<config key="model">\n.*?\n    </config>\n', settings, re.S).group(0)
    kept = [line for line in model.split('\n') if re.search(
        'key="(model|units|thetaMix|deltaM2|matterPotential|selfInteraction)"', line)]
    settings = settings.replace(model, '\n'.join(kept) + '\n    </config>\n')
    settings = settings.replace('org.flavorwaves.knime.nodes.unstable.UnstableFlavorWavesNodeFactory', factory)
    settings = settings.replace('Unstable Flavor Waves', name)
    settings = re.sub(r' *<config key="(Growing waves|Maxima)"/>\n', '', settings)
    settings = re.sub(r' *<config key="port_[23]">\n.*?</config>\n', '', settings, flags=re.S)
    write(to + '%s (#2)/settings.xml' % name, settings)
    flow = sample('workflow.knime').replace('unstable-two-beams', slug).replace('Unstable Flavor Waves', name)
    flow = re.sub(r' *<config key="node_1\d\d">\n.*?\n        </config>\n', '', flow, flags=re.S)
    first = re.search(r' *<config key="connections">\n', flow).end()
    last = flow.index('    </config>\n</config>', first)
    flow = flow[:first] + '''        <config key="connection_0">
            <entry key="sourceID" type="xint" value="1"/>
            <entry key="destID" type="xint" value="2"/>
            <entry key="sourcePort" type="xint" value="1"/>
            <entry key="destPort" type="xint" value="1"/>
        </config>
''' + flow[last:]
    write(to + 'workflow.knime', flow)
    subprocess.run([sys.executable, os.path.join(ROOT, 'config/mend-workflow.py'), os.path.join(ROOT, to)], check=True)


def main():
    if len(sys.argv) != 3 or sys.argv[2] not in CATEGORIES or not re.fullmatch('[A-Z][A-Za-z]*( [A-Za-z]+)*',
                                                                               sys.argv[1]):
        sys.exit(__doc__)
    name, category = sys.argv[1:]
    class_name = ''.join(word[:1].upper() + word[1:] for word in name.split(' '))
    package = class_name.lower()
    slug = name.lower().replace(' ', '-')
    factory = 'org.flavorwaves.knime.nodes.%s.%sNodeFactory' % (package, class_name)

    def fill(text):
        return text.replace('CLASS', class_name).replace('PACKAGE', package).replace('NAME', name).replace('SLUG', slug)
    source = 'plugin/src/org/flavorwaves/knime/nodes/%s/' % package
    write(source + 'package-info.java', '/** The node %s. */\npackage org.flavorwaves.knime.nodes.%s;\n' % (name, package))
    write(source + class_name + 'NodeFactory.java', fill(FACTORY))
    write(source + class_name + 'Parameters.java', fill(PARAMETERS))
    write(source + class_name + 'Task.java', fill(TASK))
    write(source + class_name + 'Tables.java', fill(TABLES))
    write('plugin/src-test/org/flavorwaves/knime/nodes/%s/%sNodeTest.java' % (package, class_name), fill(TEST))
    write('plugin/icons/%s.svg' % slug, fill(ICON))
    png('plugin/icons/%s.png' % slug)
    change('plugin/plugin.xml', '  </extension>\n</plugin>', '''    <node category-path="/community/org.flavorwaves/%s"
        factory-class="%s"/>
  </extension>
</plugin>''' % (category, factory))
    change('CHANGELOG.md', '\n### Added\n\n', '\n### Added\n\n- Node %s.\n' % name)
    workflow(name, factory, slug)


if __name__ == '__main__':
    main()
