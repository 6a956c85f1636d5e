package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

import org.flavorwaves.build.ProjectTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The port for the figure of a node, which users can add. */
class FigurePortTest {
    private static final Path WORKFLOW = ProjectTree.root().resolve("test-workflows/unstable-two-beams");

    private static final int COLUMN = 1016;

    @TempDir
    private Path m_folder;

    @Test
    void theFigureLeavesByThePortThatWasAdded() throws Exception {
        assertThat(Command.run("run", WORKFLOW.toString(), "--out", m_folder.toString()).exit()).isZero();
        final Path node = m_folder.resolve("2-Unstable Flavor Waves");
        assertThat(ImageIO.read(node.resolve("port_4.png").toFile()).getWidth()).isEqualTo(COLUMN);
        assertThat(node.resolve("view-equal.png")).doesNotExist();
    }

    @Test
    void withoutThePortThereIsNoImage() throws Exception {
        final Path copy = m_folder.resolve("workflow");
        Command.copy(WORKFLOW, copy);
        final Path settings = copy.resolve("Unstable Flavor Waves (#2)/settings.xml");
        Files.writeString(settings,
            Files.readString(settings).replaceAll("(?s)<config key=\"port_[04]\">.*?</config>", ""));
        assertThat(Command.run("run", copy.toString(), "--out", m_folder.resolve("out").toString()).exit()).isZero();
        assertThat(m_folder.resolve("out/2-Unstable Flavor Waves/port_3.csv")).exists();
        assertThat(m_folder.resolve("out/2-Unstable Flavor Waves/port_4.png")).doesNotExist();
    }

    @Test
    void theCommandWritesFiguresAsImagesToo() throws Exception {
        assertThat(Command.run("run", WORKFLOW.toString(), "--out", m_folder.toString(), "--figures", "svg,png").exit())
            .isZero();
        final Path node = m_folder.resolve("2-Unstable Flavor Waves");
        assertThat(ImageIO.read(node.resolve("view-equal.png").toFile()).getWidth()).isEqualTo(COLUMN);
        assertThat(node.resolve("view-unequal.svg")).exists();
    }
}
