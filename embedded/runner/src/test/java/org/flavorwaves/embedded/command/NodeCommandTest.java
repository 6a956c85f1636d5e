package org.flavorwaves.embedded.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.flavorwaves.embedded.run.OutputFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code node}. */
class NodeCommandTest {

    @TempDir
    private Path m_dir;

    private Path file(final String name, final String content) throws Exception {
        return Files.writeString(m_dir.resolve(name), content);
    }

    /** Test Scale of a column x by 2, into a folder. */
    private Cli scale(final Path input, final Path out) {
        return Cli.run("node", "Test Scale", "--in", "1=" + input, "--set", "column=x", "--set", "factor=2", "--out",
            out.toString());
    }

    private void assertRefused(final Cli cli, final int code, final String message) {
        assertThat(cli.err()).isEqualTo(message + "\n");
        assertThat(cli.code()).isEqualTo(code);
        assertThat(cli.out()).isEmpty();
    }

    @Test
    void writesTablesWithTheirDescription() throws Exception {
        final Path out = m_dir.resolve("out");
        final Cli cli = scale(file("in.csv", "x\n0.5\n"), out);
        assertThat(cli.code()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        assertThat(out.resolve("port_1.csv")).content().isEqualTo("scaled\n1.0\n");
        assertThat(out.resolve("port_1.csv-metadata.json")).content().contains("\"dc:title\" : \"Test Scale: Scaled\"",
            "\"titles\" : \"scaled\"", "\"datatype\" : \"double\"");
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder(OutputFolder.LIST,
                "port_1.csv", "port_1.csv-metadata.json", "port_2.csv", "port_2.csv-metadata.json");
        }
    }

    /** Parquet out, Parquet in: also from a folder, and by what the file is, not by its name alone. */
    @Test
    void readsAndWritesParquet() throws Exception {
        final Path first = m_dir.resolve("first");
        final Cli cli = Cli.run("node", "Test Scale", "--in", "1=" + file("in.csv", "x\n0.5\n\n"),
            "--set", "column=x", "--set", "factor=2", "--out", first.toString(), "--out-format", "parquet");
        assertThat(cli.code()).as(cli.err()).isZero();
        try (Stream<Path> files = Files.list(first)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder(OutputFolder.LIST,
                "port_1.parquet", "port_2.parquet");
        }
        final Path folder = Files.createDirectory(m_dir.resolve("folder"));
        Files.copy(first.resolve("port_1.parquet"), folder.resolve("part-0.parquet"));
        Files.copy(first.resolve("port_1.parquet"), folder.resolve("part-1.snappy.parquet"));
        Files.writeString(folder.resolve("_SUCCESS"), "");
        Files.writeString(folder.resolve(".part-0.parquet.crc"), "crc");
        final Path bare = Files.copy(first.resolve("port_1.parquet"), m_dir.resolve("table"));
        for (final Path input : new Path[] {first.resolve("port_2.parquet"), folder, bare}) {
            final Path out = m_dir.resolve("out");
            final Cli again = Cli.run("node", "Test Scale", "--in", "1=" + input, "--set", "column=scaled", "--out",
                out.toString());
            assertThat(again.code()).as(again.err()).isZero();
            assertThat(out.resolve("port_1.csv")).content()
                .isEqualTo("scaled\n" + "2.0\n\n".repeat(input.equals(folder) ? 2 : 1));
        }
    }

    @Test
    void failuresGoToTheErrorStream() throws Exception {
        final Path input = file("in.csv", "y\n0.5\n");
        assertRefused(scale(input, m_dir.resolve("out")), 4, "Test Scale (#1): failed: Column 'x' is missing.");
    }

    @Test
    void keepsAnInputThatALinkReaches() throws Exception {
        final Path out = m_dir.resolve("out");
        assertThat(scale(file("in.csv", "x\n0.5\n"), out).code()).isZero();
        final Path table = out.resolve("port_1.csv");
        final Path folderLink = Files.createSymbolicLink(m_dir.resolve("link"), out);
        final Path fileLink = Files.createSymbolicLink(m_dir.resolve("table.csv"), table);
        for (final Path input : new Path[] {table, folderLink.resolve("port_1.csv"), fileLink}) {
            final Cli cli = Cli.run("node", "Test Scale", "--in", "1=" + input, "--set", "column=scaled", "--out",
                out.toString());
            assertRefused(cli, 2, "--out " + out + ": the input '" + input
                + "' would be replaced by the output; give another --out.");
            assertThat(table).content().isEqualTo("scaled\n1.0\n");
        }
    }

    @Test
    void replacesItsOwnOutputAndNothingElse() throws Exception {
        final Path input = file("in.csv", "x\n0.5\n");
        final Path out = Files.createDirectories(m_dir.resolve("out"));
        final Path foreign = Files.writeString(out.resolve("port_2.csv"), "mine");
        final Path other = Files.writeString(out.resolve("port_3.csv"), "mine too");
        assertRefused(scale(input, out), 2, "--out " + out + ": there is a file '" + foreign
            + "' that no earlier run wrote, so it is not replaced. Move it away or give another --out.");
        assertThat(foreign).content().isEqualTo("mine");
        Files.delete(foreign);
        assertThat(scale(input, out).code()).isZero();
        assertThat(scale(file("in2.csv", "x\n2\n"), out).code()).isZero();
        assertThat(out.resolve("port_1.csv")).content().isEqualTo("scaled\n4.0\n");
        assertThat(scale(file("in3.csv", "y\n2\n"), out).code()).isEqualTo(4);
        assertThat(out.resolve("port_1.csv")).doesNotExist();
        assertThat(other).content().isEqualTo("mine too");
    }

    @Test
    void asksForAFolderToWriteTo() throws Exception {
        final Path input = file("in.csv", "x\n0.5\n");
        assertRefused(Cli.run("node", "Test Scale", "--in", "1=" + input, "--out", ""), 2,
            "--out is empty: where do the tables go?");
        assertRefused(Cli.run("node", "Test Scale", "--in", "1=" + input), 2,
            "--out is missing: where do the tables go?");
        assertThat(scale(input, input).err()).isEqualTo("--out " + input + ": nothing can be written there: '"
            + input + "' is there and is no folder.\n");
        assertThat(scale(input, input.resolve("below")).err()).endsWith("below': Not a directory.\n");
        assertRefused(Cli.run("node", "Test Scale", "--in", "1=" + input, "--out", "a\0"), 2, "Invalid value for option"
            + " '--out': 'a?' is no path: it holds the character of code 0. See: flavorwaves node --help");
        assertRefused(Cli.run("node", "Test Scale", "--out", "--in=1=" + input), 2, "Expected parameter for option"
            + " '--out' but found '--in=1=" + input + "'. See: flavorwaves node --help");
    }

    /** What a node refuses comes with what can be done. */
    @Test
    void saysWhatCanBeDoneAboutSettings() {
        assertRefused(Cli.run("node", "Test Count", "--set", "rows=0", "--out", m_dir.resolve("out").toString()), 2,
            "rows is 0, but must be positive.\n  - Ask for a row or more.");
    }

    @Test
    void oneRunAtATimeWritesIntoAFolder() throws Exception {
        final Path out = m_dir.resolve("out");
        final Path input = file("in.csv", "x\n0.5\n");
        try (OutputFolder other = OutputFolder.open(out)) {
            assertThat(other).isNotNull();
            assertRefused(scale(input, out), 2, "--out " + out + ": another run is writing into this folder; wait for "
                + "its end or give another --out.");
        }
        assertThat(scale(input, out).code()).isZero();
    }

    @Test
    void namesWhatIsNoTable() throws Exception {
        final Path out = m_dir.resolve("out");
        assertRefused(scale(m_dir.resolve("no.csv"), out), 2,
            "--in 1=" + m_dir.resolve("no.csv") + ": there is no file '" + m_dir.resolve("no.csv") + "'.");
        assertRefused(scale(m_dir, out), 2, "--in 1=" + m_dir + ": '" + m_dir
            + "' is a folder without Parquet files; a CSV or Parquet file is needed.");
        assertRefused(scale(Path.of("/dev/null"), out), 2,
            "--in 1=/dev/null: '/dev/null' is a device or a pipe; a CSV or Parquet file is needed.");
        final Path header = file("header.csv", "x\n");
        assertRefused(scale(header, out), 4, "Failed: " + header + ": There is a header but no row below it, so the "
            + "types of the columns are not known. Was the file written completely?");
        final Path empty = file("empty.csv", "");
        assertRefused(scale(empty, out), 4,
            "Failed: " + empty + ": The file is empty; it needs a header with the names of the columns.");
        final Path latin = Files.writeString(m_dir.resolve("latin.csv"), "x,y\n1,\u00e9\n",
            StandardCharsets.ISO_8859_1);
        assertRefused(scale(latin, out), 4, "Failed: " + latin + ": The file is not UTF-8: byte 0xE9 in line 2. If it "
            + "is Latin-1, convert it: iconv -f latin1 -t utf-8 FILE");
        assertThat(out).doesNotExist();
    }

    @Test
    void namesWhatIsNoNode() {
        assertRefused(Cli.run("node", "Test Scael"), 2, "There is no node 'Test Scael' here. Did you mean 'Test "
            + "Scale'? See: flavorwaves nodes. KNIME's own nodes need KNIME Analytics Platform.");
        assertRefused(Cli.run("node", "Row Filter"), 2, "There is no node 'Row Filter' here. See: flavorwaves nodes. "
            + "KNIME's own nodes need KNIME Analytics Platform.");
        assertRefused(Cli.run("node", "CSV Reader"), 2, "The node 'CSV Reader' runs in workflows only; here --in reads "
            + "tables and --out writes them.");
    }

    @Test
    void saysWhatToSetWhenMemoryIsShort() {
        final ByteArrayOutputStream said = new ByteArrayOutputStream();
        final int code = FlavorWaves.run(new Terminal(System.out, new PrintStream(said), false), () -> {
            throw new OutOfMemoryError("Java heap space");
        }, "node", "Test Scale");
        assertThat(code).isEqualTo(4);
        assertThat(said.toString()).startsWith("Failed: Java ran out of memory (Java heap space); it may use ")
            .contains("FLAVORWAVES_JAVA_OPTS=-Xmx");
    }
}
