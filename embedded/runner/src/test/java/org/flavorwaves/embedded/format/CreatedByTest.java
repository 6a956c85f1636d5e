package org.flavorwaves.embedded.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.knime.core.node.NodeSettings;

/** Which workflows KNIME 5.9.0 opens. */
class CreatedByTest {

    private static NodeSettings document(final String createdBy, final String format, final boolean nightly) {
        final NodeSettings document = new NodeSettings("workflow.knime");
        document.addString("created_by", createdBy);
        document.addBoolean("created_by_nightly", nightly);
        document.addString("version", format);
        return document;
    }

    @Test
    void comparesNumbersFirstAndQualifiersAsTexts() {
        final String[] ascending = {"4.7.12.v202301010000", "5.9", CreatedBy.OLDEST, CreatedBy.RUNNING,
            "5.9.0.v202601010000", "5.9.1", "5.10.0.v202001010000"};
        for (int i = 1; i < ascending.length; i++) {
            assertThat(CreatedBy.parse(ascending[i - 1]).orElseThrow())
                .isLessThan(CreatedBy.parse(ascending[i]).orElseThrow());
        }
        assertThat(CreatedBy.parse("5.9.0.v2025.1")).contains(new CreatedBy(5, 9, 0, ".v2025.1"));
        assertThat(CreatedBy.parse("5.9.x")).isEmpty();
        assertThat(CreatedBy.parse("")).isEmpty();
    }

    @Test
    void opensWhatIsNotNewer() {
        for (final String version : new String[] {"2.0.0", CreatedBy.OLDEST, CreatedBy.RUNNING, "no version", null}) {
            assertThatCode(() -> CreatedBy.check(document(version, "5.1.0", false))).doesNotThrowAnyException();
        }
        assertThatCode(() -> CreatedBy.check(document("3.4.0", "1.3.2", false))).doesNotThrowAnyException();
    }

    @Test
    void refusesNewerVersionsFormatsAndNightlyBuildsInTheWordsOfKnime() {
        final String start = "Unsupported workflow version: Unable to load workflow, it was created with a ";
        final String end = ". You are running " + CreatedBy.RUNNING + ".";
        assertThatThrownBy(() -> CreatedBy.check(document("5.9.0.v202512110000", "5.1.0", false)))
            .hasMessage(start + "future version of KNIME (5.9.0.v202512110000)" + end);
        assertThatThrownBy(() -> CreatedBy.check(document(CreatedBy.OLDEST, "5.2.0", false)))
            .hasMessage(start + "future version of KNIME (" + CreatedBy.OLDEST + ")" + end);
        assertThatThrownBy(() -> CreatedBy.check(document(CreatedBy.OLDEST, "5.1.0", true)))
            .hasMessage(start + "nightly build of KNIME (version " + CreatedBy.OLDEST + ")" + end);
    }
}
