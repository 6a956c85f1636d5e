/**
 * {@link org.flavorwaves.physics.transport.flow.grid.FlowGrid} divides a stream into cells, {@link
 * org.flavorwaves.physics.transport.flow.grid.FlowPlaces} places them, {@link
 * org.flavorwaves.physics.transport.flow.grid.StreamGeometry} says how directions and weights change along it, and
 * {@link org.flavorwaves.physics.transport.flow.grid.FlowProfile} what surrounds it.
 */
package org.flavorwaves.physics.transport.flow.grid;
