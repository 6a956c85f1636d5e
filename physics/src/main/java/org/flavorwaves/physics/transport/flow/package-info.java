/**
 * Miscidynamic transport: occupations and lengths of polarization vectors stream, are emitted and absorbed and lose to
 * fluctuations, (JK 38) and (JK 39), and every cell is in mixing equilibrium at every time.
 *
 * <p>Enter by {@link org.flavorwaves.physics.transport.flow.FlowRun} for streams in time and by
 * {@link org.flavorwaves.physics.transport.flow.StationaryFlow} for stationary ones, both from a
 * {@link org.flavorwaves.physics.transport.flow.FlowSetup};
 * {@link org.flavorwaves.physics.transport.flow.grid.FlowGrid} is the geometry,
 * {@link org.flavorwaves.physics.transport.flow.FlowCells} the state of all cells, and
 * {@link org.flavorwaves.physics.transport.flow.Closure} what a theory of fluctuations implements to take part.
 */
package org.flavorwaves.physics.transport.flow;
