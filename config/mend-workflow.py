#!/usr/bin/env python3
"""Makes saved workflows what every KNIME 5.9.0 opens, and test workflows check themselves.

    config/mend-workflow.py WORKFLOW_DIR...

- created_by and the bundle versions of KNIME's own nodes become older than any build of 5.9.0;
- our nodes name the feature that holds them, so that KNIME can offer to install it;
- the states are those that KNIME finds when it loads the workflow, else it warns of each node: a node is configured when
  its input columns are known, those of a CSV Reader when it has saved them;
- each table WORKFLOW/data/expected/ID-NAME/port_K.csv is compared with output K of node ID by nodes of KNIME's own:
  a Column Filter that leaves the expected columns, a CSV Reader for the table and a Table Difference Checker.
  Their numbers start at 101; those of an earlier run of this program are replaced.

Numbers may differ by 1e-9 of the largest value among the columns of their kind (Px, Py and Pz are of one kind), taken
to one digit; all else must be equal. Columns of true and false are truth values, numbers without a point or an exponent
integers.
"""
import csv
import glob
import os
import re
import shutil
import sys
from xml.sax.saxutils import escape

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SAMPLE = os.path.join(ROOT, 'embedded/runner/src/test/resources/sample-workflow')
OLDEST = '5.9.0.v202501010000'
OURS = '0.1.0'
KNIME = 'KNIME AG, Zurich, Switzerland'
FIRST = 101
TOLERANCE = 1e-9
NUMBER = re.compile(r'[-+]?(\d+(\.\d*)?|\.\d+)([eE][-+]?\d+)?|NaN|-?Infinity')


def read(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'w', encoding='utf-8') as file:
        file.write(text)


def quoted(text):
    return escape(text, {'"': '&quot;'})


def put(text, key, value):
    entry = '<entry key="%s" type="xstring" value="%s"/>' % (key, quoted(value))
    return re.sub(r'<entry key="%s" type="xstring"[^>]*/>' % re.escape(key), lambda m: entry, text)


def feature(text, name, symbolic_name, vendor, version):
    text = put(text, 'node-feature-name', name)
    text = put(text, 'node-feature-symbolic-name', symbolic_name)
    text = put(text, 'node-feature-vendor', vendor)
    return put(text, 'node-feature-version', version)


def mend_node(path):
    text = read(path)
    if 'node-bundle-symbolic-name" type="xstring" value="org.flavorwaves.' in text:
        text = put(text, 'node-bundle-version', OURS)
        text = feature(text, 'Flavor Waves for KNIME', 'org.flavorwaves.feature.feature.group', 'Flavor Waves', OURS)
    elif 'node-bundle-symbolic-name" type="xstring" value="org.knime.' in text:
        text = put(text, 'node-bundle-version', OLDEST)
    write(path, text)


def tables(workflow):
    for path in sorted(glob.glob(os.path.join(glob.escape(workflow), 'data/expected/*/port_*.csv'))):
        folder, file = path.split(os.sep)[-2:]
        yield os.path.relpath(path, os.path.join(workflow, 'data')), int(folder.split('-')[0]), int(
            re.fullmatch(r'port_(\d+)\.csv', file).group(1))


def kind(column):
    return re.sub(r'(_re|_im|\d*[xyz])$', '', column)


def columns(path):
    with open(path, encoding='utf-8', newline='') as file:
        header, *rows = csv.reader(file)
    return header, {name: [row[i] for row in rows if row[i] != ''] for i, name in enumerate(header)}


def is_truth(values):
    return bool(values) and all(v in ('true', 'false') for v in values)


def is_real(values):
    numbers = bool(values) and all(NUMBER.fullmatch(v) for v in values)
    return numbers and not all(re.fullmatch(r'[-+]?\d+', v) for v in values)


def tolerances(header, values):
    largest = {}
    for name in header:
        if is_real(values[name]):
            finite = [abs(float(v)) for v in values[name] if abs(float(v)) < float('inf')]
            largest[kind(name)] = max([largest.get(kind(name), 0.0)] + finite)
    return {name: TOLERANCE * (largest[kind(name)] or 1) for name in header if is_real(values[name])}


def flag(key, indent):
    value = 'false' if key == 'ignoreColumnElementNames' else 'true'
    return ' ' * indent + '<entry key="%s" type="xboolean" value="%s"/>\n' % (key, value)


def identity(key, model, indent):
    pad = ' ' * indent
    return (pad + '<config key="%s_Internals">\n' % key
            + pad + '    <entry key="SettingsModelID" type="xstring" value="%s"/>\n' % model
            + pad + '    <entry key="EnabledStatus" type="xboolean" value="true"/>\n' + pad + '</config>\n')


def checker(header, values):
    epsilon = tolerances(header, values)
    text = ''
    for name in header:
        number = name in epsilon
        factory = 'EpsilonNumberChecker' if number else 'EqualityChecker'
        text += '        <config key="columnConfig_%s">\n' % quoted(name)
        text += ('            <entry key="checkerFactory" type="xstring" '
                 'value="org.knime.testing.internal.diffcheckers.%s$Factory"/>\n' % factory)
        text += '            <config key="internals">\n'
        for key in ('ignoreColumnProperties', 'ignoreColumnElementNames', 'ignoreDomain',
                    'ignoreDomainPossibleValuesOrdering'):
            text += identity(key, 'SMID_boolean', 16) + flag(key, 16)
        if number:
            text += identity('epsilon', 'SMID_double', 16)
            text += '                <entry key="epsilon" type="xdouble" value="%s"/>\n' % java(epsilon[name])
        text += '            </config>\n        </config>\n'
    return text + '        <entry key="ignoreRowIds" type="xboolean" value="false"/>\n'


def java(value):
    digit, exponent = ('%.0e' % value).split('e')
    return '%s.0E%d' % (digit, int(exponent))


def names(key, values):
    text = '            <config key="%s">\n' % key
    text += '                <entry key="array-size" type="xint" value="%d"/>\n' % len(values)
    for i, value in enumerate(values):
        text += '                <entry key="%d" type="xstring" value="%s"/>\n' % (i, quoted(value))
    return text + '            </config>\n'


def column_filter(kept):
    return ('        <config key="column-filter">\n'
            '            <entry key="filter-type" type="xstring" value="STANDARD"/>\n'
            + names('included_names', kept) + names('excluded_names', [])
            + '            <entry key="enforce_option" type="xstring" value="EnforceInclusion"/>\n'
            '            <config key="name_pattern">\n'
            '                <entry key="pattern" type="xstring" value=""/>\n'
            '                <entry key="type" type="xstring" value="Wildcard"/>\n'
            '                <entry key="caseSensitive" type="xboolean" value="true"/>\n'
            '                <entry key="excludeMatching" type="xboolean" value="false"/>\n'
            '            </config>\n'
            '            <config key="datatype">\n'
            '                <config key="typelist"/>\n'
            '            </config>\n'
            '        </config>\n')


def column_kind(values):
    if is_truth(values):
        return 'truth'
    if is_real(values):
        return 'real'
    return 'integer' if values and all(NUMBER.fullmatch(v) for v in values) else 'text'


def spec(name, values, indent):
    pad = ' ' * indent
    java_class = {'real': 'Double', 'integer': 'Integer'}.get(column_kind(values), 'String')
    return (pad + '<entry key="name" type="xstring" value="%s"/>\n' % quoted(name)
            + pad + '<entry key="has_type" type="xboolean" value="%s"/>\n' % ('true' if values else 'false')
            + pad + '<config key="type">\n'
            + pad + '    <entry key="class" type="xstring" value="java.lang.%s"/>\n' % java_class
            + pad + '</config>\n')


def transformed(i, name, values):
    cell, method, source = {'real': ('Double', 'create', 'Double'), 'integer': ('Int', 'create', 'Integer'),
                            'truth': ('Boolean', 'createCell', 'String'),
                            'text': ('String', 'createCell', 'String')}[column_kind(values)]
    return ('                    <config key="%d">\n' % i
            + '                        <config key="external_spec">\n' + spec(name, values, 28)
            + '                        </config>\n'
            '                        <entry key="name" type="xstring" value="%s"/>\n' % quoted(name)
            + '                        <entry key="keep" type="xboolean" value="true"/>\n'
            '                        <entry key="position" type="xint" value="%d"/>\n' % i
            + '                        <config key="production_path">\n'
            '                            <entry key="_converter" type="xstring" value="org.knime.core.data.def.'
            '%sCell$%sCellFactory.%s(class java.lang.%s)"/>\n' % (cell, cell, method, source)
            + '                            <config key="_converter_config"/>\n'
            '                            <entry key="_producer" type="xstring" '
            'value="class java.lang.%s-&gt;java.lang.%s"/>\n' % (source, source)
            + '                            <config key="_producer_config"/>\n'
            '                        </config>\n                    </config>\n')


def column_types(file, header, values):
    """The columns as the tab Transformation of the CSV Reader saves them."""
    file_spec = ''.join('                    <config key="%d">\n' % i + spec(name, values[name], 24)
                        + '                    </config>\n' for i, name in enumerate(header))
    indices = ''.join('                        <entry key="%d" type="xint" value="%d"/>\n' % (i, i)
                      for i in range(len(header)))
    return ('        <config key="table_spec_config_Internals">\n'
            '            <entry key="version" type="xstring" value="V4_4"/>\n'
            '            <config key="individual_specs">\n'
            '                <config key="%s">\n' % quoted(file)
            + '                    <entry key="num_columns" type="xint" value="%d"/>\n' % len(header) + file_spec
            + '                </config>\n            </config>\n'
            '            <config key="table_transformation">\n                <config key="columns">\n'
            + ''.join(transformed(i, name, values[name]) for i, name in enumerate(header))
            + '                    <entry key="num_columns" type="xint" value="%d"/>\n' % len(header)
            + '                    <config key="intersection_indices">\n'
            '                        <entry key="array-size" type="xint" value="%d"/>\n' % len(header) + indices
            + '                    </config>\n                </config>\n'
            '                <entry key="skip_empty_columns" type="xboolean" value="false"/>\n'
            '                <entry key="enforce_types" type="xboolean" value="true"/>\n'
            '                <entry key="column_filter_mode" type="xstring" value="UNION"/>\n'
            '                <config key="unknown_columns_transformation">\n'
            '                    <entry key="position" type="xint" value="%d"/>\n' % len(header)
            + '                    <entry key="keep" type="xboolean" value="true"/>\n'
            '                    <entry key="force_type" type="xboolean" value="false"/>\n'
            '                </config>\n            </config>\n'
            '            <entry key="source_group_id" type="xstring" value="%s"/>\n' % quoted(file)
            + '        </config>\n')


def with_model(text, model):
    return re.sub(r'(<config key="model">\n).*?(\n    </config>\n)', lambda m: m.group(1) + model.rstrip('\n')
                  + m.group(2), text, count=1, flags=re.S)


def reader_node(file, header, values):
    text = read(os.path.join(SAMPLE, 'CSV Reader (#2)/settings.xml'))
    text = text.replace('value="expected.csv"', 'value="%s"' % quoted(file))
    return text.replace('    <config key="model">\n', '    <config key="model">\n' + column_types(file, header, values))


def checker_node(header, values):
    text = read(os.path.join(SAMPLE, 'Table Difference Checker (#4)/settings.xml'))
    text = with_model(text, checker(header, values))
    text = put(text, 'node-bundle-name', 'KNIME Testing Framework')
    text = put(text, 'node-bundle-vendor', KNIME)
    return feature(text, 'KNIME Testing Framework UI', 'org.knime.features.testing.application.feature.group', KNIME,
                   OLDEST)


def filter_node(kept):
    text = read(os.path.join(SAMPLE, 'CSV Reader (#2)/settings.xml'))
    text = with_model(text, column_filter(kept))
    text = put(text, 'factory', 'org.knime.base.node.preproc.filter.column.DataColumnSpecFilterNodeFactory')
    text = put(text, 'node-name', 'Column Filter')
    text = put(text, 'name', 'Column Filter')
    return re.sub(r'    <config key="node_creation_config">.*?\n    </config>\n', '', text, flags=re.S)


def knows_columns(settings):
    return 'CSVTableReaderNodeFactory"' not in settings or '<config key="table_spec_config_Internals">' in settings


class Workflow:
    def __init__(self, folder):
        self.folder = folder
        self.path = os.path.join(folder, 'workflow.knime')
        self.text = put(read(self.path), 'created_by', OLDEST)
        self.next = FIRST
        self.remove_checks()

    def remove_checks(self):
        for block in re.findall(r'        <config key="node_\d+">.*?\n        </config>\n', self.text, flags=re.S):
            number = int(re.search(r'key="id" type="xint" value="(\d+)"', block).group(1))
            if number >= FIRST:
                file = re.search(r'node_settings_file" type="xstring" value="([^"]*)"', block).group(1)
                shutil.rmtree(os.path.join(self.folder, os.path.dirname(file)), ignore_errors=True)
                self.text = self.text.replace(block, '')
        for block in re.findall(r'        <config key="connection_\d+">.*?\n        </config>\n', self.text, flags=re.S):
            if int(re.search(r'destID" type="xint" value="(\d+)"', block).group(1)) >= FIRST:
                self.text = self.text.replace(block, '')

    def add(self, name, settings, x, y):
        number = self.next
        self.next += 1
        file = '%s (#%d)/settings.xml' % (name, number)
        write(os.path.join(self.folder, file), settings)
        bounds = ''.join('                    <entry key="%d" type="xint" value="%d"/>\n' % (i, v)
                         for i, v in enumerate((x, y, -1, -1)))
        self.insert('nodes', '        <config key="node_%d">\n' % number
                    + '            <entry key="id" type="xint" value="%d"/>\n' % number
                    + '            <entry key="node_settings_file" type="xstring" value="%s"/>\n' % file
                    + '            <entry key="node_is_meta" type="xboolean" value="false"/>\n'
                    '            <entry key="node_type" type="xstring" value="NativeNode"/>\n'
                    '            <entry key="ui_classname" type="xstring" '
                    'value="org.knime.core.node.workflow.NodeUIInformation"/>\n'
                    '            <config key="ui_settings">\n'
                    '                <config key="extrainfo.node.bounds">\n'
                    '                    <entry key="array-size" type="xint" value="4"/>\n'
                    + bounds + '                </config>\n            </config>\n        </config>\n')
        return number

    def connect(self, source, port, dest, dest_port):
        used = [int(n) for n in re.findall(r'config key="connection_(\d+)"', self.text)]
        text = '        <config key="connection_%d">\n' % (max(used, default=-1) + 1)
        for key, value in (('sourceID', source), ('destID', dest), ('sourcePort', port), ('destPort', dest_port)):
            text += '            <entry key="%s" type="xint" value="%d"/>\n' % (key, value)
        self.insert('connections', text + '        </config>\n')

    def insert(self, section, block):
        self.text = self.text.replace('    <config key="%s"/>\n' % section,
                                      '    <config key="%s">\n    </config>\n' % section)
        start = self.text.index('    <config key="%s">\n' % section)
        end = self.text.index('\n    </config>\n', start) + 1
        self.text = self.text[:end] + block + self.text[end:]

    def check(self, table, node, port, row):
        header, values = columns(os.path.join(self.folder, 'data', table))
        y = 300 + 120 * row
        found = self.add('Column Filter', filter_node(header), 420, y)
        wanted = self.add('CSV Reader', reader_node(table, header, values), 420, y + 60)
        differ = self.add('Table Difference Checker', checker_node(header, values), 580, y)
        self.connect(node, port, found, 1)
        self.connect(found, 1, differ, 1)
        self.connect(wanted, 1, differ, 2)

    def states(self):
        files = {int(number): os.path.join(self.folder, file) for number, file in re.findall(
            r'key="id" type="xint" value="(\d+)"/>\s*<entry key="node_settings_file" type="xstring" value="([^"]*)"',
            self.text)}
        settings = {number: read(file) for number, file in files.items()}
        sources = {number: [] for number in files}
        for source, dest in re.findall(r'key="sourceID" type="xint" value="(\d+)"/>\s*'
                                       r'<entry key="destID" type="xint" value="(\d+)"', self.text):
            sources[int(dest)].append(int(source))

        def configured(number):
            return all(configured(source) and knows_columns(settings[source]) for source in sources[number])

        for number, file in files.items():
            write(file, put(settings[number], 'state', 'CONFIGURED' if configured(number) else 'IDLE'))
        self.text = put(self.text, 'state', 'CONFIGURED' if all(map(configured, files)) else 'IDLE')

    def save(self):
        for row, (table, node, port) in enumerate(tables(self.folder)):
            self.check(table, node, port, row)
        self.states()
        write(self.path, self.text)
        for path in glob.glob(os.path.join(glob.escape(self.folder), '*/settings.xml')):
            mend_node(path)


def main(folders):
    if not folders:
        sys.exit(__doc__)
    for folder in folders:
        Workflow(os.path.normpath(folder)).save()


if __name__ == '__main__':
    main(sys.argv[1:])
