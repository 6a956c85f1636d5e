/**
 * What a run costs: {@link org.flavorwaves.knime.nodes.cost.Foresight} predicts its time before it starts,
 * {@link org.flavorwaves.knime.nodes.cost.Pace} on the way, {@link org.flavorwaves.knime.nodes.cost.Memory} its bytes,
 * and {@link org.flavorwaves.knime.nodes.cost.Watched} shows progress that is otherwise silent.
 */
package org.flavorwaves.knime.nodes.cost;
