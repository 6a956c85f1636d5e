package org.flavorwaves.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** However the command is called, it answers with an exit code and a sentence, and touches no file of others. */
class HostileCommandTest {
    @Property(tries = 120, seed = "1", shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void everyCallEndsWithACodeAndASentence(@ForAll final long seed) throws IOException {
        assertThat(HostileCalls.wrong(seed)).isEmpty();
    }
}
