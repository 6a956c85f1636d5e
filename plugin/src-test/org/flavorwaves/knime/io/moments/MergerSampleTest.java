package org.flavorwaves.knime.io.moments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merger files of the workflows. */
class MergerSampleTest {
    @TempDir
    private Path m_folder;

    @Test
    void theWorkflowsHaveWhatTheGeneratorWrites() throws Exception {
        final Path file = m_folder.resolve("merger.h5");
        MergerSample.write(file);
        for (final String workflow : new String[]{"workflows/merger-map", "test-workflows/merger-file"}) {
            assertThat(Path.of("..").resolve(workflow).resolve("data/merger.h5")).as(workflow)
                .hasBinaryContent(Files.readAllBytes(file));
        }
    }
}
