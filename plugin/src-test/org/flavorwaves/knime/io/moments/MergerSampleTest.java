package org.flavorwaves.knime.io.moments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The merger files of the workflows. */
class MergerSampleTest {
    @TempDir
    private Path m_folder;

    /** The same numbers; the bytes of the format carry the time of writing. */
    @Test
    void theWorkflowsHaveWhatTheGeneratorWrites() {
        final Path path = m_folder.resolve("merger.h5");
        MergerSample.write(path);
        for (final String workflow : new String[]{"workflows/merger-map", "workflows/from-simulation-to-subgrid",
            "test-workflows/merger-file"}) {
            try (HdfFile written = new HdfFile(path);
                HdfFile kept = new HdfFile(Path.of("..").resolve(workflow).resolve("data/merger.h5"))) {
                assertThat(kept.getChildren().keySet()).hasSize(12).containsAll(written.getChildren().keySet());
                for (final Node node : written) {
                    assertThat(Arrays.deepEquals(new Object[]{kept.getDatasetByPath(node.getName()).getData()},
                        new Object[]{((Dataset) node).getData()})).as(node.getName()).isTrue();
                }
            }
        }
    }
}
