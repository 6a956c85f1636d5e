package org.flavorwaves.embedded.run;

import java.nio.file.Path;
import java.util.List;

import org.flavorwaves.embedded.format.FlowVariable;

/**
 * A workflow that passed the checks.
 *
 * @param directory the workflow directory
 * @param nodes the nodes, each after those that it depends on
 * @param variables the workflow variables with the values of this run
 */
public record Plan(Path directory, List<PlannedNode> nodes, List<FlowVariable> variables) {
}
