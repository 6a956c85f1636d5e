package org.flavorwaves.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.flavorwaves.embedded.catalog.DefaultNodeType;

/** Whatever a node is given, it answers with numbers, refuses with a sentence, or stops when it is told to. */
class HostileInputsTest {
    /** After which a node is canceled; it is no defect to take longer. */
    private static final long MILLIS = 250;

    /** No node needs nearly as long to stop. */
    private static final long GRACE = 60_000;

    private final List<DefaultNodeType> m_nodes;

    private Path m_folder;

    HostileInputsTest() throws IOException {
        m_nodes = HostileRuns.nodes();
    }

    @BeforeProperty
    void makeFolder() throws IOException {
        m_folder = Files.createTempDirectory("hostile");
    }

    @AfterProperty
    void deleteFolder() throws IOException {
        Files.delete(m_folder);
    }

    @Property(tries = 12, seed = "1", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyNodeAnswersRefusesOrStops(@ForAll final long seed) throws IOException, InterruptedException {
        for (final DefaultNodeType node : m_nodes) {
            final HostileRun run = new HostileRun(node, seed, m_folder);
            final HostileRun.Verdict verdict = run.run(MILLIS, GRACE);
            assertThat(verdict.outcome()).as(run.description() + verdict.text())
                .isNotEqualTo(HostileRun.Outcome.DEFECT);
        }
    }

    /** A second variation on which a decomposition for matrices without symmetry did not converge. */
    @Example
    void pathOfAHardSecondVariationIsFollowed() throws IOException, InterruptedException {
        final DefaultNodeType path =
            m_nodes.stream().filter(n -> n.displayName().equals("Equilibrium Path")).findFirst().orElseThrow();
        final HostileRun run = new HostileRun(path, 900041, m_folder);
        final HostileRun.Verdict verdict = run.run(MILLIS, GRACE);
        assertThat(verdict.outcome()).as(run.description() + verdict.text()).isNotEqualTo(HostileRun.Outcome.DEFECT);
    }
}
