package org.flavorwaves.knime.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

import org.flavorwaves.embedded.node.DialogCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.node.DefaultNodeFactory;
import org.knime.node.NodeInternals;
import org.knime.node.parameters.NodeParameters;

/** Nothing keeps KNIME from opening the dialogs of the nodes. */
class DialogsTest {
    private static final Pattern FACTORY = Pattern.compile("factory-class=\"([^\"]+)\"");

    static List<String> factories() throws Exception {
        return FACTORY.matcher(Files.readString(Path.of("plugin.xml"))).results().map(m -> m.group(1)).toList();
    }

    @Test
    void allNodesAreDeclared() throws Exception {
        assertThat(factories()).hasSizeGreaterThanOrEqualTo(17).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("factories")
    void everyControlFindsWhatItRefersTo(final String factory) throws Exception {
        final DefaultNodeFactory node =
            (DefaultNodeFactory) Class.forName(factory).getDeclaredConstructor().newInstance();
        final Class<? extends NodeParameters> parameters =
            NodeInternals.definitionOf(node).parameters().orElseThrow();
        assertThat(DialogCheck.problems(parameters)).isEmpty();
    }
}
