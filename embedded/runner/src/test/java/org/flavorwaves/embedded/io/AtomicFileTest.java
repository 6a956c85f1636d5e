package org.flavorwaves.embedded.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.flavorwaves.embedded.TestWorkflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    private Path m_folder;

    private final AtomicFile m_files = new AtomicFile();

    private static AtomicFile.Content text(final String text) {
        return out -> out.write(text.getBytes());
    }

    @Test
    void filesOfABatchAppearTogether() throws Exception {
        final Path a = m_folder.resolve("a");
        final Path b = Files.writeString(m_folder.resolve("b"), "before");
        try (AtomicFile.Batch batch = m_files.batch()) {
            batch.add(a, text("1"));
            batch.add(b, text("2"));
            assertThat(a).doesNotExist();
            assertThat(b).content().isEqualTo("before");
            assertThat(batch.targets()).containsExactly(a, b);
            batch.commit();
        }
        assertThat(a).content().isEqualTo("1");
        assertThat(b).content().isEqualTo("2");
        assertThat(TestWorkflows.files(m_folder)).isEqualTo(List.of(a, b));
    }

    @Test
    void nothingRemainsOfABatchThatFails() throws Exception {
        final Path a = Files.writeString(m_folder.resolve("a"), "before");
        assertThatThrownBy(() -> {
            try (AtomicFile.Batch batch = m_files.batch()) {
                batch.add(a, text("half"));
                batch.add(m_folder.resolve("b"), out -> {
                    out.write('x');
                    throw new IOException("disk full");
                });
                batch.commit();
            }
        }).hasMessage("disk full");
        assertThat(a).content().isEqualTo("before");
        assertThat(TestWorkflows.files(m_folder)).isEqualTo(List.of(a));
    }

    @Test
    void unfinishedFilesGoWhenTheProgramEnds() throws Exception {
        final AtomicFile.Batch batch = m_files.batch();
        batch.add(m_folder.resolve("a"), text("1"));
        assertThat(TestWorkflows.files(m_folder)).hasSize(1);
        m_files.deleteUnfinished();
        assertThat(TestWorkflows.files(m_folder)).isEmpty();
        batch.close();
    }

    /** What an old part leads to is not written to, and a target that is a link stays one. */
    @Test
    void linksAreNotWrittenThroughByAccident() throws Exception {
        final Path precious = Files.writeString(m_folder.resolve("precious"), "mine");
        final Path a = m_folder.resolve("a");
        Files.createSymbolicLink(AtomicFile.partOf(a), precious);
        m_files.write(a, text("1"));
        assertThat(precious).content().isEqualTo("mine");
        assertThat(a).content().isEqualTo("1");
        final Path link = Files.createSymbolicLink(m_folder.resolve("link"), a);
        m_files.write(link, text("2"));
        assertThat(link).isSymbolicLink();
        assertThat(a).content().isEqualTo("2");
    }
}
