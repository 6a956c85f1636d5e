/**
 * {@link org.flavorwaves.physics.transport.flow.cell.CellEquilibrium} keeps one cell of a stream in mixing equilibrium
 * while what it depends on, a {@link org.flavorwaves.physics.transport.flow.cell.CellPoint}, changes along a {@link
 * org.flavorwaves.physics.transport.flow.cell.CellPath}.
 */
package org.flavorwaves.physics.transport.flow.cell;
